"""A dossier nobody looks at in time: the officers get a mail, who stands above them a working day later, none twice."""

import pytest
from django.core import mail
from django.urls import reverse

from outbox.models import Delivery
from services.forms import actions
from services.forms.models import Officer, OfficerRole, Submission
from services.forms.routines.overdue_intake import KIND, queue_overdue_notices, send
from tests.builders_slips import filed, perform
from tests.builders_submissions import PAPER, make_file, make_officer

pytestmark = pytest.mark.django_db

FILED, DUE, LATE = "2026-11-19T09:00", "2026-11-20T09:00", "2026-11-20T09:01"
DAY_LATER = "2026-11-23T09:01"


@pytest.fixture
def dossier(travel):
    """To be looked at until Friday 20 November, 9:00."""
    travel(FILED)
    return filed()


@pytest.fixture
def people(dossier):
    """An officer, a head, somebody at another agency, a supervisor."""
    names = {"officer": OfficerRole.OFFICER, "head": OfficerRole.HEAD, "one_stop": OfficerRole.ONE_STOP}
    found = {name: make_officer(name, role=role, departments=[]) for name, role in names.items()}
    for name, role in names.items():
        Officer.objects.create(user=found[name], role=role, department_key=dossier.agency_key)
    found["supervisor"] = make_officer("supervisor", role=OfficerRole.SUPERVISOR)
    return found


def sent() -> list[str]:
    """Run the routine and the outbox; who got a mail."""
    queue_overdue_notices()
    for delivery in Delivery.objects.filter(kind=KIND, done_at=None):
        deliver(delivery)
    found = sorted(address for one in mail.outbox for address in one.to)
    mail.outbox.clear()
    return [address.split("@")[0] for address in found]


def deliver(delivery: Delivery) -> None:
    send(delivery.payload)
    Delivery.objects.filter(pk=delivery.pk).update(done_at=delivery.created_at)


def test_officers_are_told_at_once_and_the_head_a_working_day_later_each_once(dossier, people, travel):
    travel(DUE)
    assert sent() == []
    travel(LATE)
    assert sent() == ["officer", "one_stop"]
    assert sent() == []
    travel("2026-11-21T12:00")
    assert sent() == []
    travel(DAY_LATER)
    assert sent() == ["head"]
    travel("2027-03-01T09:00")
    assert sent() == []


def test_the_mail_names_the_dossier_and_the_queue_but_nobody(dossier, people, travel):
    travel(LATE)
    queue_overdue_notices()
    for delivery in Delivery.objects.filter(kind=KIND):
        deliver(delivery)
    text = mail.outbox[0].body
    assert dossier.code in text
    assert dossier.service_title in text
    assert "09:00 20/11/2026" in text
    assert "(08 giờ làm việc kể từ khi nộp)" in text
    assert reverse("desk_unseen") in text
    assert "Nguyễn Thị Hoa" not in text


def test_what_was_accepted_before_the_mail_went_out_is_not_in_it(dossier, people, travel):
    travel(LATE)
    other = Submission.objects.get(pk=dossier.pk)
    queue_overdue_notices()
    perform(other, "accept")
    for delivery in Delivery.objects.filter(kind=KIND):
        deliver(delivery)
    assert mail.outbox == []


def test_many_dossiers_are_one_mail_to_a_person(dossier, people, travel):
    travel(FILED)
    more = filed()
    Submission.objects.filter(pk=more.pk).update(agency_key=dossier.agency_key)
    travel(LATE)
    assert queue_overdue_notices() == 2
    assert Delivery.objects.filter(kind=KIND).count() == 2
    [first, _second] = Delivery.objects.filter(kind=KIND)
    deliver(first)
    assert more.code in mail.outbox[0].body
    assert dossier.code in mail.outbox[0].body


def test_without_officers_the_head_is_told_first_and_then_the_supervisor(dossier, people, travel):
    Officer.objects.filter(user__in=[people["officer"], people["one_stop"]]).delete()
    travel(LATE)
    assert sent() == ["head"]
    travel(DAY_LATER)
    assert sent() == ["supervisor"]


def test_an_officer_without_an_address_or_with_a_closed_account_is_passed_over(dossier, people, travel):
    people["officer"].email = ""
    people["officer"].save()
    people["one_stop"].is_active = False
    people["one_stop"].save()
    travel(LATE)
    assert sent() == ["head"]


def test_while_nobody_is_there_it_waits_and_is_told_later(dossier, travel):
    Officer.objects.all().delete()
    travel(LATE)
    assert sent() == []
    make_officer("late", role=OfficerRole.OFFICER)
    assert sent() == ["late"]


def test_nobody_is_told_of_a_dossier_of_his_own(dossier, people, travel):
    Submission.objects.filter(pk=dossier.pk).update(owner=people["officer"])
    travel(LATE)
    assert sent() == ["one_stop"]


def test_after_a_reply_the_time_begins_anew_and_so_do_the_mails(dossier, people, travel):
    travel(LATE)
    assert sent() == ["officer", "one_stop"]
    asked = perform(dossier, "ask_for_papers", detail={"papers": [{"question": PAPER, "reason": "Ảnh bị mờ, khó đọc"}]})
    make_file(asked)
    actions.hand_in(submission=asked, by=asked.owner, revision=asked.revision)
    assert sent() == []
    travel("2026-11-23T09:02")
    assert sent() == ["officer", "one_stop"]


def test_the_worker_knows_the_routine_and_the_kind(settings):
    assert KIND in settings.OUTBOX_HANDLERS
    assert "tell_of_overdue_intake" in settings.OUTBOX_ROUTINES
