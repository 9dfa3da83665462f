"""Dates at the desk: the queues they make, the limit asked for at acceptance, the date put off, what citizens read."""

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from outbox.worker import deliver_next
from services.forms import actions
from services.forms.models import OfficerRole
from services.forms.rules.workflow import Actor, State
from services.forms.submissions import tracking
from tests.builders import make_department
from tests.builders_submissions import (
    PAPER,
    make_file,
    make_filled_draft,
    make_officer,
    make_open_service,
    make_submission,
)
from tests.services.forms.desk.conftest import Worker, now

FIVE_DAYS = {"value": 5, "unit": "working_day"}
TWO_CASES = [{**FIVE_DAYS, "case": "Cấp mới"}, {"value": 10, "unit": "working_day", "case": "Cấp lại"}]


def filed(*limits):
    service = make_open_service(durations=list(limits or (FIVE_DAYS,)))
    draft = make_filled_draft(service=service)
    return actions.submit(submission=draft, by=draft.owner, revision=draft.revision, declared=True)


@pytest.fixture
def head(db, travel):
    travel("2026-11-20T09:00")
    department = make_department("Sở Xây dựng", unit_code="H56.17")
    make_open_service(department=department)
    return Worker(make_officer("truong-phong", role=OfficerRole.HEAD, departments=[department]))


@pytest.fixture
def accepted(head):
    row = filed_for(head)
    return actions.perform_transition(
        submission=row, name="accept", by=head.user, role=Actor.OFFICER, revision=row.revision
    )


def filed_for(worker, *limits):
    """A dossier at the department of that officer."""
    row = filed(*limits)
    worker.user.offices.update(department_key=row.agency_key)
    return row


def returns(worker, travel, at):
    """The same person at another time, logged in again."""
    travel(at)
    return Worker(worker.user)


def test_new_dossiers_nobody_looked_at_have_a_queue(head, travel):
    row = filed_for(head)
    assert head.codes("unseen") == []
    head = returns(head, travel, "2026-11-23T09:00")
    assert head.codes("unseen") == [] == head.codes("overdue")
    travel("2026-11-23T09:01")
    assert head.codes("unseen") == [row.code]


@pytest.mark.parametrize(
    ("at", "queues"),
    [
        ("2026-11-24T17:00", set()),
        ("2026-11-25T07:00", {"soon"}),
        ("2026-11-27T17:00", {"soon"}),
        ("2026-11-27T17:01", {"overdue"}),
    ],
)
def test_a_dossier_is_due_soon_two_working_days_before_and_overdue_after(head, accepted, travel, at, queues):
    head = returns(head, travel, at)
    assert {name for name in ("soon", "overdue") if head.codes(name)} == queues
    page = head.queue("in_progress").content.decode()
    assert "27/11/2026 17:00" in page
    assert ("Quá hạn</strong>" in page) == ("overdue" in queues)


def test_what_is_due_first_stands_first_and_what_has_no_date_last(head):
    late, early = filed_for(head, {"value": 9, "unit": "working_day"}), filed_for(head)
    never = filed_for(head, {"unit": "words", "note": "Theo hội đồng"})
    for row in (late, never, early):
        head.user.offices.update(department_key=row.agency_key)
        head.act(row, "accept")
    assert [now(row).state for row in (late, never, early)] == [State.ACCEPTED] * 3
    rows = [row["submission"].code for row in head.queue("all", sort="due").context["rows"]]
    assert [code for code in rows if code == never.code] == [rows[-1]]


def test_a_press_accepts_where_one_limit_holds_and_the_page_says_the_date(head):
    row = filed_for(head)
    assert "accept" in [act.name for act in head.open(row).context["presses"]]
    assert "17:00, thứ Sáu 27/11/2026" in head.ask(row, "accept").content.decode()
    head.act(row, "accept")
    page = head.open(row).content.decode()
    assert "Hẹn trả lúc" in page or "27/11/2026" in page
    assert now(row).due_at is not None


def test_where_several_limits_may_hold_the_page_asks_and_a_bare_press_does_nothing(head):
    row = filed_for(head, *TWO_CASES)
    assert "accept" in [act.name for act in head.open(row).context["acts"]]
    refused = head.act(row, "accept")
    assert refused.status_code == 200
    assert list(refused.context["form"].errors) == ["limit"]
    assert now(row).state == State.FILED
    assert head.act(row, "accept", limit="1").status_code == 302
    assert now(row).limit["case"] == "Cấp lại"


def test_accepting_many_leaves_those_that_need_a_choice(head):
    row = filed_for(head, *TWO_CASES)
    answer = head.together(row, accept="1")
    assert row.code in answer.content.decode()
    assert now(row).state == State.FILED


def test_money_of_a_new_dossier_asks_for_the_limit_as_well(head):
    row = filed_for(head, *TWO_CASES)
    head.act(row, "ask_for_payment", amount="50.000")
    assert "limit" in head.ask(row, "payment").context["form"].fields
    head.act(row, "payment", amount="50.000", receipt="1")
    assert now(row).state == State.PAYMENT
    head.act(row, "payment", amount="50.000", receipt="1", limit="0")
    assert now(row).due_at is not None


def test_a_head_puts_a_date_off_and_everybody_reads_the_new_one(head, accepted):
    refused = head.act(accepted, "extend", value="400", unit="working_day", reason="")
    assert set(refused.context["form"].errors) == {"value", "reason"}
    head.act(accepted, "extend", value="3", unit="working_day", reason="Chờ ý kiến của bộ")
    assert "extend" not in [act.name for act in head.open(accepted).context["acts"]]
    again = head.act(accepted, "extend", value="3", unit="working_day", reason="Lần nữa vì chưa xong")
    assert "một lần" in again.content.decode()
    citizen = Client()
    citizen.force_login(accepted.owner)
    page = citizen.get(reverse("submission", args=[accepted.pk])).content.decode()
    assert "thứ Tư 2/12/2026" in page
    assert "Chờ ý kiến của bộ" in page
    while deliver_next():
        pass
    letter = mail.outbox[-1]
    assert "Xin lỗi" in letter.subject
    assert "17:00 27/11/2026" in letter.body
    assert "17:00 02/12/2026" in letter.body


@pytest.mark.parametrize("value", ["400", "0", "-1", "x", "1,5", "", "9" * 5_000, "٣"])
def test_a_number_that_will_not_do_is_said_in_our_words(head, accepted, value):
    answer = head.act(accepted, "extend", value=value, unit="working_day", reason="Vì sao phải nêu rõ")
    said = answer.context["form"].errors["value"][0] if answer.status_code == 200 else ""
    assert ("từ 1 đến 365" in said) == (value not in ("", "٣")), said


def test_an_officer_does_not_put_dates_off(head, accepted):
    officer = make_officer("chuyen-vien", role=OfficerRole.OFFICER, departments=[])
    officer.offices.create(department_key=accepted.agency_key, role=OfficerRole.OFFICER)
    worker = Worker(officer)
    assert "extend" not in [act.name for act in worker.open(accepted).context["acts"]]
    assert worker.act(accepted, "extend", value="1", unit="working_day", reason="x").status_code == 403


def test_the_citizen_reads_the_date_with_its_working_and_strangers_with_both_codes_the_date(head, accepted):
    citizen = Client()
    citizen.force_login(accepted.owner)
    page = citizen.get(reverse("submission", args=[accepted.pk])).content.decode()
    for words in ("09:00, thứ Sáu 20/11/2026", "Thời hạn giải quyết: 5 ngày làm việc", "17:00, thứ Sáu 27/11/2026"):
        assert words in page
    tracked = Client().post("/tra-cuu/", {"code": accepted.code, "pin": tracking.tracking_code_of(accepted)})
    assert "17:00, thứ Sáu 27/11/2026" in tracked.content.decode()


def test_no_page_of_a_dossier_costs_more_for_its_clock(head, accepted, django_assert_max_num_queries):
    make_submission(service=make_open_service("Khác"))
    with django_assert_max_num_queries(15):
        head.queue("soon")


def test_asking_for_papers_again_is_warned_of(head, accepted):
    assert head.ask(accepted, "ask_for_papers").context["form"].facts == [
        "Khi hồ sơ đầy đủ, toàn bộ thời hạn giải quyết được tính lại từ đầu."
    ]
    head.act(accepted, "ask_for_papers", **{f"reason-{PAPER}": "Ảnh bị mờ, khó đọc"})
    make_file(accepted)
    actions.hand_in(submission=accepted, by=accepted.owner, revision=now(accepted).revision)
    assert "đếm riêng" in head.ask(accepted, "ask_for_papers").content.decode()


def test_a_dossier_that_ended_without_a_result_has_no_day_to_wait_for(head, accepted):
    head.act(accepted, "ask_for_papers", **{f"reason-{PAPER}": "Ảnh bị mờ, khó đọc"})
    head.act(accepted, "stop", reason="Theo đề nghị của người nộp")
    assert now(accepted).due_at is not None
    citizen = Client()
    citizen.force_login(accepted.owner)
    page = citizen.get(reverse("submission", args=[accepted.pk]))
    assert page.context["appointment"] is None
    assert [bool(line.due_at) for line in page.context["history"]] == [False, False, True, False]
    assert head.open(accepted).context["appointment"] is None
