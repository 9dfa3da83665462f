"""A page goes from its editor to the approvers of its department and back, and ends: published, or with a word."""

from typing import Any

import pytest
from django.contrib.messages import get_messages
from django.core import mail
from django.test import Client
from django.urls import reverse
from wagtail.models import Page, TaskState

from departments.models import DepartmentApprovalTask
from departments.ownership.mails import send
from departments.ownership.sync import sync_departments
from outbox.models import Delivery
from services.models import ServicePage
from tests.builders import make_notice
from tests.builders_ownership import (
    Office,
    browser,
    make_communications,
    make_member,
    make_office,
    people_mailed,
    submit,
)
from tests.forms import posted

pytestmark = pytest.mark.django_db


@pytest.fixture
def health() -> Office:
    return make_office("Sở Y tế", "Cấp phép hoạt động phòng khám")


@pytest.fixture
def construction() -> Office:
    return make_office("Sở Xây dựng", "Cấp giấy phép xây dựng")


def press(client: Client, page: Page, button: str, **changes: Any) -> Any:
    fresh = Page.objects.get(pk=page.pk).get_latest_revision_as_object()
    data = posted(fresh, **{button: "1"}, **changes)
    answer = client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), data)
    if answer.status_code == 200:
        form = answer.context["form"]
        raise AssertionError((form.errors, {name: rows.errors for name, rows in form.formsets.items()}))
    return answer


def decide(client: Client, page: Page, step: TaskState, action: str, comment: str = "") -> Any:
    address = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, action, step.pk])
    return client.post(address, {"comment": comment})


def waiting_step(page: Page) -> TaskState:
    return Page.objects.get(pk=page.pk).current_workflow_task_state


def delivered(occasion: str) -> list[Any]:
    """The mails of an occasion, sent now."""
    mail.outbox.clear()
    for delivery in Delivery.objects.filter(kind="approval.mail", payload__occasion=occasion).order_by("pk"):
        send(delivery.payload)
    return list(mail.outbox)


def amount(page: ServicePage) -> int:
    return ServicePage.objects.get(pk=page.pk).fees.get().amount


def test_a_fee_goes_to_the_own_approver_comes_back_with_a_word_and_is_published(health, construction):
    editor, approver, page = browser(health.editor), browser(health.approver), health.service
    assert press(editor, page, "action-submit", **{"fees-0-amount": "750000"}).status_code == 302
    assert amount(page) == 500_000
    (asked,) = delivered("submitted")
    assert asked.to == [health.approver.email]
    assert asked.subject == "Chờ duyệt: Cấp phép hoạt động phòng khám"
    assert health.editor.email in asked.body
    assert page.title in approver.get(reverse("wagtailadmin_home")).content.decode()

    decide(approver, page, waiting_step(page), "reject", "Ghi rõ căn cứ thu.")
    (told,) = delivered("sent_back")
    assert told.to == [health.editor.email]
    assert "Ghi rõ căn cứ thu." in told.body
    assert press(editor, page, "action-restart-workflow").status_code == 302
    assert len(delivered("submitted")) == 1, "the first question is settled"
    decide(approver, page, waiting_step(page), "approve")
    assert amount(page) == 750_000
    (told,) = delivered("approved")
    assert told.to == [health.editor.email]
    assert construction.approver.email not in {to for one in Delivery.objects.all() for to in str(one.payload)}


def test_the_approver_of_another_department_never_sees_a_word(health, construction):
    page, stranger = health.service, browser(construction.approver)
    press(browser(health.editor), page, "action-submit", title="Tên còn bàn", **{"fees-0-amount": "750000"})
    step = waiting_step(page)
    for name, query in (
        ("wagtailadmin_home", {}),
        ("wagtailadmin_explore_root", {}),
        ("wagtailadmin_pages:search", {"q": "còn bàn"}),
        ("wagtailadmin_reports:workflow", {}),
        ("wagtailadmin_reports:workflow_tasks", {}),
        ("wagtailadmin_reports:site_history", {}),
    ):
        assert "Tên còn bàn" not in stranger.get(reverse(name), query, follow=True).content.decode(), name
    assert stranger.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).status_code == 302
    assert (
        "Tên còn bàn" not in stranger.get(reverse("wagtailadmin_explore", args=[page.get_parent().pk])).content.decode()
    )
    decide(stranger, page, step, "approve")
    own = submit(construction.editor, construction.service)
    decide(stranger, construction.service, step, "approve")  # the step of another page at the address of the own
    assert waiting_step(page) == step
    assert waiting_step(construction.service) == own
    assert amount(page) == 500_000


def test_nobody_gets_a_page_back_without_a_word(health):
    step = submit(health.editor, health.service)
    decide(browser(health.approver), health.service, step, "reject", "  ")
    assert waiting_step(health.service) == step
    answer = press(
        browser(health.approver), health.service, "action-workflow-action", **{"workflow-action-name": "reject"}
    )
    assert "kèm ý kiến" in " ".join(map(str, get_messages(answer.wsgi_request)))
    assert waiting_step(health.service) == step


def test_nobody_approves_their_own_change_so_communications_is_asked(health):
    communications = make_communications()
    step = submit(health.approver, health.service)
    assert people_mailed("submitted") == [communications.email]
    client = browser(health.approver)
    assert decide(client, health.service, step, "approve").status_code == 302
    assert waiting_step(health.service) == step
    task = step.task.specific
    assert [name for name, _label, _asks in task.get_actions(health.service, health.approver)] == ["reject"]
    assert not list(TaskState.objects.reviewable_by(health.approver))
    decide(browser(communications), health.service, step, "approve")
    assert waiting_step(health.service) is None


def test_a_change_of_communications_waits_for_another_of_them():
    sync_departments()
    author, other = make_communications(), make_communications()
    notice = make_notice()
    step = submit(author, notice)
    assert people_mailed("submitted") == [other.email]
    decide(browser(author), notice, step, "approve")
    assert waiting_step(notice) == step
    decide(browser(other), notice, step, "approve")
    assert waiting_step(notice) is None


def test_where_it_is_allowed_the_only_approver_approves_alone(health):
    DepartmentApprovalTask.objects.update(others_approve=False)
    step = submit(health.approver, health.service)
    decide(browser(health.approver), health.service, step, "approve")
    assert waiting_step(health.service) is None


def test_a_department_without_an_approver_is_no_dead_end(health):
    communications = make_communications()
    health.approver.is_active = False
    health.approver.save()
    submit(health.editor, health.service)
    assert people_mailed("submitted") == [communications.email]
    waiting = browser(communications).get(reverse("wagtailadmin_home")).content.decode()
    assert health.service.title in waiting


def test_without_anybody_else_whoever_keeps_the_installation_is_asked(health):
    health.approver.groups.clear()
    keeper = make_member(health.groups.editors)
    keeper.is_superuser = True
    keeper.save()
    submit(health.editor, health.service)
    assert people_mailed("submitted") == [keeper.email]


def test_the_approver_edits_what_waits_and_the_author_takes_it_back(health):
    step = submit(health.editor, health.service)
    page = Page.objects.get(pk=health.service.pk)
    assert not page.permissions_for_user(health.approver).page_locked()
    assert page.permissions_for_user(health.editor).page_locked()
    author, address = browser(health.editor), reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert "action-cancel-workflow" in author.get(address).content.decode()
    author.post(address, {"action-cancel-workflow": "1"})
    assert waiting_step(page) is None
    assert not Page.objects.get(pk=page.pk).permissions_for_user(health.editor).page_locked()
    step.refresh_from_db()
    assert step.status == TaskState.STATUS_CANCELLED


def test_an_approver_corrects_a_word_and_approves(health):
    submit(health.editor, health.service)
    data = {"workflow-action-name": "approve"}
    press(browser(health.approver), health.service, "action-workflow-action", title="Cấp phép phòng khám", **data)
    page = Page.objects.get(pk=health.service.pk)
    assert (page.title, page.workflow_in_progress) == ("Cấp phép phòng khám", False)
    assert page.latest_revision.user == health.approver


def test_whoever_made_a_change_somebody_else_submitted_does_not_approve_it(health):
    colleague = make_member(health.groups.approvers)
    health.service.save_revision(user=health.approver)
    step = submit(health.editor, health.service)
    decide(browser(health.approver), health.service, step, "approve")
    assert waiting_step(health.service) == step
    decide(browser(colleague), health.service, step, "approve")
    assert waiting_step(health.service) is None


def test_a_lock_of_somebody_who_cannot_approve_ends_with_submitting(health):
    page = health.service
    Page.objects.filter(pk=page.pk).update(locked=True, locked_by=health.editor)
    page.refresh_from_db()
    submit(health.editor, page)
    assert not Page.objects.get(pk=page.pk).locked


def test_a_mail_about_what_is_settled_or_no_longer_concerns_is_not_sent(health):
    step = submit(health.editor, health.service)
    (waiting,) = Delivery.objects.filter(kind="approval.mail")
    health.approver.groups.clear()
    assert delivered("submitted") == []
    health.approver.groups.add(health.groups.approvers)
    assert len(delivered("submitted")) == 1
    decide(browser(health.approver), health.service, step, "approve")
    assert delivered("submitted") == []
    assert waiting.payload == {"occasion": "submitted", "step": step.pk, "person": health.approver.pk}


def test_our_mails_are_not_doubled_by_those_of_wagtail(health):
    mail.outbox.clear()
    step = submit(health.editor, health.service)
    decide(browser(health.approver), health.service, step, "reject", "Sửa.")
    assert mail.outbox == []
    assert len(delivered("sent_back")) == 1
