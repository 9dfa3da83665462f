"""Home pages that are there list their blocks as they stand today, so that editors begin with what readers see."""

from django.conf import settings
from django.db import migrations

TODAY = (
    *("popular", "life-events", "audiences", "fields", "filing", "units", "departments", "figures", "news", "banners"),
)


def list_sections(apps, schema_editor):
    pages = apps.get_model("home", "HomePage").objects.filter(locale__language_code=settings.LANGUAGE_CODE)
    section = apps.get_model("home", "HomeSection")
    section.objects.bulk_create(
        section(page=page, locale_id=page.locale_id, kind=kind, sort_order=order)
        for page in pages
        for order, kind in enumerate(TODAY)
    )


class Migration(migrations.Migration):
    dependencies = [("home", "0009_home_sections")]

    operations = [migrations.RunPython(list_sections, migrations.RunPython.noop)]
