"""What a page does not ask for cannot be set by posting it."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import Profile, User
from home.fact_check.links import address_of, make_link
from home.models import FactCheck, FactCheckComment
from services.forms.definition.conditions import Test as When
from services.forms.definition.questions import Choice, Form, Kind, Limits, Question, Step
from services.forms.models import Attachment, Event, Submission
from services.forms.rules.workflow import State
from tests.builders import make_department, make_service, trunk
from tests.builders_accounts import PASSWORD, confirm_again, last_code, log_in
from tests.builders_accounts import make_citizen as make_member
from tests.builders_submissions import (
    PAPER,
    make_citizen,
    make_draft,
    make_filled_draft,
    make_open_service,
    make_submission,
)
from tests.services.forms.views.filing import Filer, pdf

pytestmark = pytest.mark.django_db

COLUMNS = {
    "state": "9",
    "code": "H56-1",
    "owner": "1",
    "owner_id": "1",
    "fees": "[]",
    "durations": "[]",
    "id": "x",
    "version": "1",
    "version_id": "1",
    "agency_key": "x",
    "agency_name": "Bộ",
    "agency_code": "X",
    "pk": "1",
    "service_key": "x",
    "service_title": "X",
    "procedure_code": "X",
    "pin_counter": "9",
    "saved_steps": "papers",
    "filed_at": "2020-01-01",
    "accepted_at": "2020-01-01",
    "closed_at": "2020-01-01",
    "legal_hold": "1",
    "privacy_version": "0",
    "privacy_at": "2020-01-01",
    "answers": "{}",
    "language": "en",
    "channel": "post",
    "claimed_at": "2020-01-01",
    "uploaded_by": "1",
    "is_staff": "1",
    "is_superuser": "1",
    "is_active": "0",
    "groups": "1",
    "user_permissions": "1",
    "role": "officer",
    "actor": "1",
    "outcome": "granted",
    "user": "1",
}
"""Columns of everything around, as if the page asked for them."""

FORM = Form(
    (
        Step(
            "owner",
            "Người nộp",
            questions=(
                Question("full_name", Kind.TEXT.value, "Họ và tên"),
                Question("case", Kind.ONE.value, "Trường hợp", choices=(Choice("a", "A"), Choice("b", "B"))),
                Question("why", Kind.TEXT.value, "Lý do", shown_when=When("case", "is", "b")),
                Question(
                    "people",
                    Kind.GROUP.value,
                    "Thành viên",
                    required=False,
                    limits=Limits(most=3),
                    questions=(Question("name", Kind.TEXT.value, "Họ và tên"),),
                ),
            ),
        ),
        Step("hidden", "Ẩn", shown_when=When("case", "is", "b"), questions=(Question("x", Kind.TEXT.value, "X"),)),
        Step("delivery", "Nhận kết quả", questions=(Question("note", Kind.TEXT.value, "Ghi chú", required=False),)),
    )
)


@pytest.fixture
def filer():
    return Filer()


def row(submission: Submission) -> dict[str, Any]:
    return Submission.objects.filter(pk=submission.pk).values().get()


def changed(before: dict[str, Any], after: dict[str, Any]) -> set[str]:
    return {name for name, value in after.items() if value != before[name]}


def test_step_sets_answers_of_its_own_questions_alone(filer):
    draft = make_draft(filer.user, form=FORM)
    before = row(draft)
    posted = {"full_name": "Hoa", "case": "a", "why": "ẩn", "note": "của bước khác", "x": "ẩn", "people-0-age": "5"}
    assert filer.step(draft, "owner", **COLUMNS, **posted).status_code == 302
    after = row(draft)
    assert after["answers"] == {"full_name": "Hoa", "case": "a"}
    assert after["saved_steps"] == ["owner"]
    assert changed(before, after) == {"answers", "saved_steps", "revision", "changed_at"}


def test_no_more_items_than_the_group_takes(filer):
    draft = make_draft(filer.user, form=FORM)
    many = {f"people-{n}-name": f"Người {n}" for n in range(9)}
    answer = filer.step(draft, "owner", full_name="Hoa", case="a", **many, **{"people-count": "9"})
    assert answer.status_code == 200
    assert "people" not in row(draft)["answers"]
    few = {f"people-{n}-name": f"Người {n}" for n in range(3)} | {"people-count": "3", "people-0-is_staff": "1"}
    filer.step(draft, "owner", full_name="Hoa", case="a", **few)
    assert row(draft)["answers"]["people"] == [{"name": f"Người {n}"} for n in range(3)]


def test_step_that_is_not_asked_takes_nothing(filer):
    draft = make_draft(filer.user, form=FORM)
    filer.step(draft, "owner", full_name="Hoa", case="a")
    before = row(draft)
    for step in ("hidden", "review", "__all__"):
        assert filer.step(draft, step, x="ẩn", full_name="Lan").status_code == 409
    assert changed(before, row(draft)) == set()


def test_answer_once_given_does_not_count_when_it_is_hidden_at_the_end(filer):
    draft = make_filled_draft(filer.user)
    filer.step(draft, "owner", full_name="Hoa", case="again", why="Bị mất")
    filer.step(draft, "owner", full_name="Hoa", case="new")
    filer.send(draft)
    assert row(draft)["answers"] == {"full_name": "Hoa", "case": "new"}


def test_sending_takes_the_declaration_and_nothing_else(filer):
    draft = make_filled_draft(filer.user)
    before = row(draft)
    filer.send(draft, **COLUMNS, full_name="Người khác", case="again", note="thêm")
    after = row(draft)
    assert (after["state"], after["answers"]) == (State.FILED, before["answers"])
    moved = {
        "state",
        "code",
        "revision",
        "changed_at",
        "filed_at",
        "durations",
        "fees",
        "intake_due_at",
        "calendar_mark",
        "rule_mark",
        "lookup",
        "privacy_version",
        "privacy_at",
    }
    assert changed(before, after) <= moved
    assert after["code"].startswith("H56.17-")
    assert Event.objects.get(submission=draft).actor == filer.user


def test_skipped_steps_cannot_be_sent_and_nothing_of_it_stays(filer):
    draft = make_draft(filer.user, form=FORM)
    before = row(draft)
    assert filer.send(draft, saved_steps="owner", full_name="Hoa").status_code == 200
    assert changed(before, row(draft)) == set()


def test_agency_of_another_service_is_no_choice(filer):
    service = make_open_service()
    other = make_open_service("Cấp thẻ", department=make_department("Sở Y tế"))
    foreign = str(other.handling_agencies.get().department.translation_key)
    for agency in (foreign, "", "x", str(service.translation_key)):
        assert filer.client.post(f"/ho-so/moi/{service.slug}/", {"agency": agency, **COLUMNS}).status_code == 302
        draft = Submission.objects.get()  # the only agency of the service is told, not asked for
        assert draft.agency_key == service.handling_agencies.get().department.translation_key
        draft.delete()


def test_beginning_sets_nothing_but_the_agency(filer):
    service = make_open_service()
    own = str(service.handling_agencies.get().department.translation_key)
    assert filer.client.post(f"/ho-so/moi/{service.slug}/", {**COLUMNS, "agency": own}).status_code == 302
    draft = Submission.objects.get()
    assert (draft.owner, draft.state, draft.code, draft.language) == (filer.user, State.DRAFT, None, "vi")
    assert (draft.agency_name, draft.answers, draft.legal_hold) == ("Sở Xây dựng", {}, False)


def test_reply_touches_the_papers_asked_for_alone(filer):
    asked = make_submission(State.SUPPLEMENT, owner=filer.user)
    before = row(asked)
    other = {"paper-00000002": pdf("khac.pdf"), "paper-00000003": pdf("an.pdf")}
    posted = {"note": "x", "revision": str(asked.revision), "full_name": "Lan", **COLUMNS}
    filer.client.post(f"/ho-so/{asked.pk}/bo-sung/", {**posted, **other, PAPER: pdf("dung.pdf")})
    after = row(asked)
    assert after["state"] == State.IN_PROGRESS
    assert changed(before, after) == {"state", "revision", "changed_at", "reply_due_at"}
    assert {one.name for one in Attachment.objects.filter(submission=asked, event__isnull=False)} == {"dung.pdf"}
    assert not Attachment.objects.filter(question__in=other).exists()


def test_withdrawal_and_deletion_do_what_they_say(filer):
    filed = make_submission(owner=filer.user)
    before = row(filed)
    filer.client.post(f"/ho-so/{filed.pk}/rut/", {**COLUMNS, "revision": str(filed.revision), "reason": ""})
    assert changed(before, row(filed)) == {"state", "revision", "changed_at", "closed_at", "intake_due_at"}
    assert row(filed)["state"] == State.WITHDRAWN
    filer.client.post(f"/ho-so/{filed.pk}/xoa/", {**COLUMNS, "revision": str(row(filed)["revision"])})
    assert Submission.objects.filter(pk=filed.pk).exists()


def test_posted_after_the_login_ran_out_it_is_no_more_than_typed(filer):
    """What a stranger posts to a draft is shown to its owner at most; it changes nothing until she sends it."""
    draft = make_draft(filer.user)
    before = row(draft)
    location = Client().post(f"/ho-so/{draft.pk}/buoc/owner/", {"full_name": "Lạ", "later": "1", **COLUMNS})["Location"]
    filer.client.get(f"/ho-so/{draft.pk}/buoc/owner/?kept={location.partition('kept%3D')[2]}")
    assert changed(before, row(draft)) == set()


def rights(user: User) -> dict[str, Any]:
    fresh = User.objects.get(pk=user.pk)
    facts = {name: getattr(fresh, name) for name in ("email", "password", "is_staff", "is_superuser", "is_active")}
    return facts | {"groups": fresh.groups.count(), "permissions": fresh.user_permissions.count()}


def test_details_of_the_account_give_no_rights():
    trunk()
    user, other = make_member(), make_citizen()
    Profile.objects.create(user=other, full_name="Người khác")
    client, before = Client(), None
    log_in(client, user)
    before = rights(user)
    posted = {**COLUMNS, "full_name": "Lan", "applicant_type": "citizen", "email": "moi@example.vn", "password": "x"}
    posted |= {"user": other.pk, "user_id": other.pk, "id": other.profile.pk, "consent_version": "0", "consent_at": ""}
    posted |= {"seen_notices_at": "2020-01-01"}
    assert client.post(reverse("account_profile"), posted).status_code == 302
    assert rights(user) == before
    own = Profile.objects.get(user=user)
    assert (own.full_name, own.consent_version, own.seen_notices_at) == ("Lan", "1", None)
    assert Profile.objects.get(user=other).full_name == "Người khác"


def test_whoever_signs_up_is_a_citizen_with_an_address_to_confirm():
    trunk()
    client = Client()
    posted = {"full_name": "Lan", "email": "lan@example.vn", "password1": PASSWORD, "consent": "on"}
    client.post(reverse("account_signup"), {**COLUMNS, **posted, "verified": "1", "username": "x", "last_login": "x"})
    user = User.objects.get(email="lan@example.vn")
    assert (user.is_staff, user.is_superuser, user.is_active, user.last_login) == (False, False, True, None)
    assert (user.groups.count(), user.user_permissions.count()) == (0, 0)
    assert not user.emailaddress_set.get().verified
    assert last_code("lan@example.vn")


@pytest.mark.parametrize("name", ["account_change_password", "account_email", "account_close", "mfa_activate_totp"])
def test_pages_of_the_account_give_no_rights(name):
    trunk()
    user, client = make_member(), Client()
    log_in(client, user)
    confirm_again(client)
    before = rights(user)
    client.post(reverse(name), {**COLUMNS, "new_email": "x@example.vn", "password": "x", "code": "0"})
    assert rights(user) == before


def test_a_reader_of_a_draft_says_something_and_sets_nothing():
    link = make_link(make_service(), reader="Phòng Tư pháp", days=7, by=User.objects.create_superuser("a@example.vn"))
    kept = FactCheck.objects.values().get()
    told = {
        "is_done": "on",
        "fact_check": "9",
        "written_at": "2020-01-01",
        "part": "X",
        "text": "X",
        "expires_at": "2099-01-01",
    }
    path = "/" + address_of(link).split("/", 3)[3]
    Client().post(
        path, {**COLUMNS, **told, "name": "Hoa", "part-title": "Sai"}, headers={"origin": "http://testserver"}
    )
    comment = FactCheckComment.objects.get()
    assert (comment.text, comment.is_done, comment.fact_check_id) == ("Sai", False, link.pk)
    assert comment.written_at.year > 2020
    assert FactCheck.objects.values().get() == kept
