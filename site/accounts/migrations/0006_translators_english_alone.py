"""Translators keep the languages they translate into; the right on the whole tree, which this portal gave them, ends."""

from django.db import migrations


def end_right_on_everything(apps, schema_editor):
    rights = apps.get_model("wagtailcore", "GroupPagePermission").objects
    rights.filter(group__name="Biên dịch", page__depth=1, permission__codename="change_page").delete()


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0005_enrolment_link"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
    ]

    operations = [migrations.RunPython(end_right_on_everything, migrations.RunPython.noop)]
