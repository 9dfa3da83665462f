"""Officers are told of filings within the hours the law gives, heads of dates that may be put off for the last time."""

from datetime import date

import pytest
from django.core import mail

from core.models import Holiday
from outbox.models import Delivery
from outbox.worker import deliver_next
from services.forms.models import OfficerRole
from services.forms.routines.officer_notices import LAST_DAY, NEW_FILINGS, queue_filing_notices, queue_last_days
from tests.builders_clock import set_clock
from tests.builders_slips import extend, filed, perform
from tests.builders_submissions import make_officer

pytestmark = pytest.mark.django_db


def told(kind, address=None):
    """The texts of the mails of that kind that go out now, all of them or those to one address."""
    mail.outbox.clear()
    while deliver_next():
        pass
    sent = [letter for letter in mail.outbox if ("mới nộp" if kind == NEW_FILINGS else "gia hạn") in letter.subject]
    return [letter.body for letter in sent if address in (None, letter.to[0])]


def test_officers_are_told_of_a_filing_within_two_hours_once(travel):
    travel("2026-11-20T09:10")
    first, second = filed(), filed()
    officer = make_officer(role=OfficerRole.OFFICER)
    assert queue_filing_notices() == 0, "they are gathered first"
    travel("2026-11-20T09:30")
    assert queue_filing_notices() == 1
    (text,) = told(NEW_FILINGS, officer.email)
    assert first.code in text
    assert second.code in text
    assert "hạn tiếp nhận" in text
    travel("2026-11-20T09:40")
    queue_filing_notices()
    assert told(NEW_FILINGS) == []


def test_what_a_worker_missed_is_made_up_for_and_what_was_looked_at_is_left_out(travel):
    travel("2026-11-20T09:10")
    row, seen = filed(), filed()
    officer = make_officer(role=OfficerRole.ONE_STOP)
    travel("2026-11-20T12:00")
    queue_filing_notices()
    perform(seen, "accept")
    (text,) = told(NEW_FILINGS, officer.email)
    assert row.code in text
    assert seen.code not in text


def test_the_hours_are_those_of_the_rule(travel):
    set_clock(officers_told_hours=8)
    travel("2026-11-20T09:10")
    filed()
    make_officer(role=OfficerRole.OFFICER)
    travel("2026-11-20T09:59")
    assert queue_filing_notices() == 0
    travel("2026-11-20T10:00")
    assert queue_filing_notices() == 1


def test_heads_are_told_on_the_last_working_day_on_which_a_date_may_be_put_off(travel):
    """Due on Monday the 30th: the last day is Sunday, so they are told on Friday."""
    Holiday.objects.create(date=date(2026, 11, 24), name="Ngày Văn hóa Việt Nam", status="official")
    travel("2026-11-20T09:00")
    row, other = perform(filed(), "accept"), perform(filed(), "accept")
    extend(other)
    head, officer = make_officer(), make_officer(role=OfficerRole.OFFICER)
    for early in ("2026-11-26T09:00", "2026-11-28T09:00", "2026-11-30T09:00"):
        travel(early)
        assert queue_last_days() == 0
    travel("2026-11-27T07:00")
    assert queue_last_days() > 0
    queue_last_days()
    (text,) = told(LAST_DAY, head.email)
    assert row.code in text
    assert other.code not in text
    assert Delivery.objects.filter(kind=LAST_DAY, payload__person=officer.pk).count() == 0
