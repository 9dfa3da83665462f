"""A page the gate refuses, at every door through which a page is published, for every page type.

No door ends in an error, nothing that was typed or published is lost, and words say what is wrong, in the language of
whoever asked.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from html import unescape
from typing import Any

import pytest
from django.contrib.messages import get_messages
from django.core import mail as mails
from django.db import transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation
from wagtail.models import GroupApprovalTask, Page, PageLogEntry, Revision, Workflow, WorkflowPage, WorkflowTask
from wagtail.users.models import UserProfile

from accounts.models import User
from core.problem_words import in_words
from core.publishing import PublicationRefused
from outbox import publication_mails
from outbox.models import Delivery
from outbox.publication import publish_and_withdraw
from tests.builders import make_notice
from tests.forms import posted
from tests.home.deeds import bulk, offered, press
from tests.home.every_page import BREAKS, broken, one_of_each

pytestmark = [pytest.mark.django_db, pytest.mark.once, pytest.mark.walk]

PUBLISH = {"action-publish": "1"}


@pytest.fixture
def world() -> dict[str, Page]:
    return one_of_each()


def person(language: str) -> User:
    user = User.objects.create_superuser(f"{language}@example.vn", "x")
    UserProfile.objects.create(user=user, preferred_language=language)
    return user


@contextmanager
def undone() -> Iterator[None]:
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def _saved(page: Page) -> Revision:
    return broken(page).save_revision(clean=False)


def edit(client: Client, page: Page) -> Any:
    return press(client, "wagtailadmin_pages:edit", page.pk, **posted(broken(page), **PUBLISH))


def publish_many(client: Client, page: Page) -> Any:
    _saved(page)
    return bulk(client, "publish", page)


def revert(client: Client, page: Page) -> Any:
    old = _saved(page)
    type(page).objects.get(pk=page.pk).save_revision()
    data = posted(old.as_object(), revision=str(old.pk), **PUBLISH)
    return press(client, "wagtailadmin_pages:edit", page.pk, **data)


def approve(client: Client, page: Page) -> Any:
    state = submitted(client, page).current_task_state
    return press(client, "wagtailadmin_pages:workflow_action", page.pk, "approve", state.pk)


def approve_in_the_editor(client: Client, page: Page) -> Any:
    submitted(client, page)
    data = posted(broken(page), **{"action-workflow-action": "1", "workflow-action-name": "approve"})
    return press(client, "wagtailadmin_pages:edit", page.pk, **data)


def submitted(client: Client, page: Page) -> Any:
    """The state of a workflow in which the broken draft waits for approval."""
    _saved(page)
    workflow = Workflow.objects.create(name="Duyệt")
    WorkflowTask.objects.create(workflow=workflow, task=GroupApprovalTask.objects.create(name="Duyệt"), sort_order=0)
    user = User.objects.get(pk=client.session["_auth_user_id"])
    return workflow.start(type(page).objects.get(pk=page.pk), user)


DOORS: dict[str, Callable[[Client, Page], Any]] = {
    door.__name__: door for door in (edit, publish_many, revert, approve, approve_in_the_editor)
}


IN_ENGLISH = ("ServicePage", "NoticePage")
"""In English the walk tries a page with rows and one without."""


def faults_of(door: str, world: dict[str, Page], language: str, client: Client) -> Iterator[str]:
    for kind, page in world.items():
        if language == "en" and kind not in IN_ENGLISH:
            continue
        with undone():
            answer = DOORS[door](client, page)
            if answer.status_code >= 500:
                yield f"{kind}: {answer.status_code} {answer.exc_info[1]!r}"
                continue
            yield from (f"{kind}: {fault}" for fault in lost(page))
            if "problems=" in answer.url:
                answer = client.get(answer.url)
            told = unescape(" ".join(map(str, get_messages(answer.wsgi_request))))
            with translation.override(language):
                field = BREAKS[kind][0]
                wanted = [in_words(page, one) for one in draft_of(page).publication_problems() if one.field == field]
            if not wanted or wanted[0] not in told:
                yield f"{kind}: says {told!r}, not {wanted}"


def draft_of(page: Page) -> Page:
    return Page.objects.get(pk=page.pk).specific.get_latest_revision_as_object()


def lost(page: Page) -> Iterator[str]:
    """What is gone of what was public, or of the draft."""
    stored = type(page).objects.get(pk=page.pk)
    if not stored.live or stored.title != page.title or stored.publication_problems():
        yield "what was public has changed"
    if not any(problem.field == BREAKS[type(page).__name__][0] for problem in draft_of(page).publication_problems()):
        yield "the draft is not the one that was made"


@pytest.mark.parametrize("door", DOORS)
def test_a_door_refuses_in_words_and_loses_nothing(door, world):
    for language in ("vi", "en"):
        client = Client(raise_request_exception=False)
        client.force_login(person(language))
        assert list(faults_of(door, world, language, client)) == []


def _unfinished(service: Page) -> Page:
    """Rows in which nothing was chosen or typed yet, as far as the columns can be empty."""
    draft = broken(service)
    for kind in ("fees", "durations", "documents", "handling_agencies", "channels", "steps", "results"):
        rows = getattr(draft, kind)
        rows.add(rows.model(locale=draft.locale, sort_order=9))
    return draft


def test_a_draft_that_is_not_ready_opens_with_its_faults_beside_the_fields_and_can_be_looked_at(world, client):
    client.force_login(person("vi"))
    drafts = {kind: broken(page) for kind, page in world.items()} | {"ServicePage": _unfinished(world["ServicePage"])}
    for kind, draft in drafts.items():
        draft.save_revision(clean=False)
        form = client.get(reverse("wagtailadmin_pages:edit", args=[draft.pk]), {"problems": "1"}).context["form"]
        rows = form.formsets.get(BREAKS[kind][0])
        beside = [row.errors for row in rows.forms if row.errors] if rows else form.errors.get(BREAKS[kind][0])
        assert beside, kind
        assert client.get(reverse("wagtailadmin_pages:view_draft", args=[draft.pk])).status_code in (200, 302), kind


def test_a_refused_approval_leaves_the_page_in_moderation(world, client):
    page = world["ServicePage"]
    client.force_login(person("vi"))
    state = submitted(client, page)
    address = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", state.current_task_state.pk])
    answer = client.post(address, headers={"x-requested-with": "XMLHttpRequest"})
    assert answer.json()["step"] == "success", "the dialog closes and leads to the words"
    state.refresh_from_db()
    assert (state.status, state.current_task_state.status) == ("in_progress", "in_progress")


def test_whoever_submits_a_page_with_faults_is_warned_and_not_kept_from_it(world, client):
    page = world["ServicePage"]
    client.force_login(person("vi"))
    task = GroupApprovalTask.objects.create(name="Duyệt")
    workflow = Workflow.objects.create(name="Duyệt")
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    WorkflowPage.objects.all().delete()
    workflow.workflow_pages.create(page=Page.objects.get(depth=1))
    answer = press(client, "wagtailadmin_pages:edit", page.pk, **posted(broken(page), **{"action-submit": "1"}))
    told = " ".join(map(str, get_messages(answer.wsgi_request)))
    assert "Còn những điều sau phải sửa thì trang mới đăng được" in told
    assert Page.objects.get(pk=page.pk).current_workflow_state.status == "in_progress"


def test_code_is_refused_at_the_last_guard(world):
    for page in world.values():
        revision = _saved(page)
        with pytest.raises(PublicationRefused):
            revision.publish()
        assert list(lost(page)) == []


def test_the_clock_publishes_all_others_and_tells_author_and_approver(world, client):
    author, approver = person("vi"), person("en")
    late = timezone.now() - timedelta(minutes=1)
    for page in world.values():
        revision = _saved(page)
        Revision.objects.filter(pk=revision.pk).update(approved_go_live_at=late, user=author)
    PageLogEntry.objects.log_action(
        instance=revision.content_object, action="wagtail.publish.schedule", user=approver, revision=revision
    )
    good = make_notice("Mới", live=False)
    Revision.objects.filter(pk=good.save_revision().pk).update(approved_go_live_at=timezone.now())
    publish_and_withdraw()
    good.refresh_from_db()
    assert good.live
    assert [fault for page in world.values() for fault in lost(page)] == []
    people = sorted(Delivery.objects.filter(kind="publication.refused").values_list("payload__person", flat=True))
    assert people == sorted([author.pk] * len(world) + [approver.pk])
    publish_and_withdraw()
    told = PageLogEntry.objects.filter(action="portal.publish.refused")
    assert told.count() == len(world), "the clock does not insist"
    client.force_login(author)
    shown = unescape(client.get(reverse("wagtailadmin_home")).content.decode())
    assert "Đến ngày hẹn mà chưa đăng được" in shown
    for listed in world.values():
        with translation.override("vi"):
            assert in_words(listed, draft_of(listed).publication_problems()[0]) in shown
    history = client.get(reverse("wagtailadmin_pages:history", args=[page.pk])).content.decode()
    assert "Chưa đăng được đúng ngày hẹn" in unescape(history)


def test_a_copy_of_a_broken_page_is_made_as_a_draft_and_the_words_say_why(world, client):
    client.force_login(person("vi"))
    page = world["NoticePage"]
    days = {"dated": "2026-02-01", "shown_until": "2026-01-01"}
    type(page).objects.filter(pk=page.pk).update(**days)
    revision = page.get_latest_revision()
    Revision.objects.filter(pk=revision.pk).update(content=revision.content | days)
    answer = press(client, "wagtailadmin_pages:copy", page.pk, **offered(client, page), publish_copies="on")
    made = Page.objects.exclude(pk=page.pk).get(title=page.title, locale=page.locale)
    assert not made.live
    assert f"Chưa đăng được: “{page.title}”" in " ".join(map(str, get_messages(answer.wsgi_request)))


REQUIRED = {"DepartmentPage": {"kind": "so"}, "ServicePage": {"official_name": "Thủ tục mới"}}
MADE = ("NoticePage", "GuidancePage", "DepartmentPage", "ServicePage")


def test_a_page_that_is_made_and_refused_at_once_is_kept_as_a_draft(world, client):
    client.force_login(person("vi"))
    for kind in MADE:
        parent, model = world[kind].get_parent(), type(world[kind])
        page = model(title="Trang mới", slug=f"moi-{kind.lower()}", locale=parent.locale, **REQUIRED.get(kind, {}))
        BREAKS[kind][1](page)
        address = reverse("wagtailadmin_pages:add", args=[model._meta.app_label, model._meta.model_name, parent.pk])
        answer = client.post(address, posted(page, **PUBLISH), follow=True)
        made = model.objects.get(slug=f"moi-{kind.lower()}", locale=parent.locale)
        assert not made.live, kind
        assert "Đã lưu bản nháp" in answer.content.decode(), kind
        assert any(problem.field == BREAKS[kind][0] for problem in answer.context["form"].instance.shown_problems), kind


def test_the_mail_names_the_page_the_reasons_and_the_way(world):
    page, author = world["NoticePage"], person("vi")
    revision = _saved(page)
    Revision.objects.filter(pk=revision.pk).update(approved_go_live_at=timezone.now(), user=author)
    publish_and_withdraw()
    publication_mails.send(Delivery.objects.get(kind="publication.refused").payload)
    [mail] = mails.outbox
    assert mail.to == [author.email]
    assert page.title in mail.subject
    assert "Ngày cuối không được trước ngày đầu." in mail.body
    assert f"/pages/{page.pk}/edit/?problems=1" in mail.body
    page.delete()
    publication_mails.send(Delivery.objects.get(kind="publication.refused").payload)
    assert len(mails.outbox) == 1, "nothing is sent about a page that is gone"


def test_a_stand_in_with_the_code_of_another_service_stays_one(world, client):
    client.force_login(person("vi"))
    page = world["ServicePage"]
    press(client, "wagtailadmin_pages:copy", page.pk, **offered(client, page), alias="on")
    alias = type(page).objects.get(alias_of=page.pk, locale=page.locale)
    answer = press(client, "wagtailadmin_pages:convert_alias", alias.pk)
    assert "Đã có dịch vụ công khác được xuất bản với mã này" in " ".join(map(str, get_messages(answer.wsgi_request)))
    alias.refresh_from_db()
    assert (alias.live, alias.alias_of_id) == (True, page.pk)
