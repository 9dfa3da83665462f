"""The roots of pages and of collections are called in Vietnamese: editors meet them above every page and file."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

WAGTAILS, OURS = "Root", "Gốc"


def rename(apps: Apps, before: str, after: str) -> None:
    pages = apps.get_model("wagtailcore", "Page").objects.filter(depth=1, title=before)
    pages.update(title=after, draft_title=after)
    apps.get_model("wagtailcore", "Collection").objects.filter(depth=1, name=before).update(name=after)


def to_vietnamese(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    rename(apps, WAGTAILS, OURS)


def back(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    rename(apps, OURS, WAGTAILS)


class Migration(migrations.Migration):

    dependencies = [("home", "0006_calendar_notice")]

    operations = [migrations.RunPython(to_vietnamese, back)]
