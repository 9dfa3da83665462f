"""Makes the tables of the stock site and what its screens show; writes the numbers of its pages, as JSON."""

import json
import sys

import django

django.setup()

from django.contrib.auth import get_user_model  # noqa: E402
from django.contrib.auth.models import Group  # noqa: E402
from django.core.management import call_command  # noqa: E402
from wagtail.models import (  # noqa: E402
    Collection,
    GroupApprovalTask,
    Locale,
    Page,
    Site,
    Workflow,
    WorkflowPage,
    WorkflowTask,
)
from wagtail_localize.models import Translation  # noqa: E402
from wagtail_localize.operations import translate_object  # noqa: E402

from tests.stock.models import Question, Row, StockForm, StockPage  # noqa: E402

TEXT = "<p>A text with a <b>word</b> in bold.</p>"


def make() -> dict[str, int]:
    call_command("migrate", run_syncdb=True, verbosity=0)
    english, french = (Locale.objects.create(language_code=code) for code in ("en", "fr"))
    root = Page.add_root(instance=Page(title="Root", slug="root", locale=english))
    Collection.add_root(instance=Collection(name="Root"))
    home = root.add_child(instance=StockPage(title="Home", slug="home", locale=english))
    Site.objects.create(hostname="127.0.0.1", root_page=home, is_default_site=True)
    people = get_user_model()._default_manager
    first, second = (people.create_superuser(name, f"{name}@example.org", name) for name in ("first", "second"))
    group = Group.objects.create(name="Moderators")
    group.user_set.add(first, second)
    workflow = Workflow.objects.create(name="Approval")
    task = GroupApprovalTask.objects.create(name="Approve")
    task.groups.add(group)
    WorkflowTask.objects.create(workflow=workflow, task=task)
    WorkflowPage.objects.create(workflow=workflow, page=home)
    page = StockPage(title="A page", slug="a-page", summary="A word", body=TEXT, locale=english)
    page.rows = [Row(name=f"Row {number}", note=TEXT) for number in range(25)]
    home.add_child(instance=page)
    page.save_revision(user=first).publish()
    waiting = home.add_child(instance=StockPage(title="It waits", slug="it-waits", body=TEXT, locale=english))
    waiting.save_revision(user=first)
    workflow.start(waiting, first)
    form = StockForm(title="A form", slug="a-form", locale=english)
    form.form_fields = [Question(label=f"Question {number}", field_type="singleline") for number in range(3)]
    home.add_child(instance=form)
    translate_object(page, [french])
    translated = Translation.objects.get(source__object_id=page.translation_key).get_target_instance()
    return {"home": home.pk, "page": page.pk, "waiting": waiting.pk, "form": form.pk, "translated": translated.pk}


if __name__ == "__main__":
    json.dump(make(), sys.stdout)
