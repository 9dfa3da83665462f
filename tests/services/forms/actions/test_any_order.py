"""Whoever tries whatever in whatever order: nothing illegal is done, nothing legal refused, history and dates hold."""

from datetime import timedelta
from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.calendars import working_calendar
from core.models import Holiday
from outbox.models import Delivery
from services.forms import actions
from services.forms.models import rule_table
from services.forms.rules.exceptions import Incomplete, NotAllowed
from services.forms.rules.transitions import STATE_CHANGES, open_transitions
from services.forms.rules.workflow import ENDED, PAUSING, WORKED_ON, Actor, IllegalTransition, State
from services.forms.submissions.calendars import calendar_of
from services.forms.submissions.due_dates import due_date_of
from tests.builders_submissions import PAPER, make_citizen, make_file, make_officer, make_open_service, make_submission
from tests.clocks import moment

pytestmark = [pytest.mark.once, pytest.mark.walk]

DETAILS = {
    "ask_for_papers": {"papers": [{"question": PAPER, "reason": "Ảnh bị mờ, khó đọc"}]},
    "resolve": {"outcome": "granted"},
}
TRIES = st.lists(
    st.tuples(st.sampled_from(sorted(STATE_CHANGES)), st.sampled_from(["owner", "officer", "system", "stranger"])),
    min_size=5,
    max_size=25,
)
ROLES = {"owner": Actor.CITIZEN, "officer": Actor.OFFICER, "system": Actor.SYSTEM, "stranger": Actor.OFFICER}


@pytest.mark.django_db
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(tries=TRIES)
def test_any_order_keeps_to_the_table(people, tries):
    submission = make_submission(owner=people["owner"])
    for name, who in tries:
        spec = STATE_CHANGES[name]
        is_open = spec in open_transitions(
            State(submission.state), ROLES[who], accepted=submission.accepted_at is not None
        ) and name not in ("file", "stop_late")  # the day of the reply is not over here
        before = submission.revision
        try:
            submission = attempt(submission, name, people[who], ROLES[who])
        except (IllegalTransition, NotAllowed):
            assert not is_open or who == "stranger"
            submission.refresh_from_db()
            assert submission.revision == before
        else:
            changed = submission.revision == before + 1
            assert changed == (is_open and who != "stranger"), "what repeats a press changes nothing"
    assert_holds_together(submission)


@pytest.fixture
def people(db):
    return {"owner": make_citizen(), "officer": make_officer(), "system": None, "stranger": make_citizen()}


def attempt(submission, name, who, role):
    told = {"submission": submission, "by": who, "revision": submission.revision}
    if name == "withdraw":
        return actions.withdraw(**told)
    if name.startswith("hand_in"):
        if submission.state == State.SUPPLEMENT:
            make_file(submission)
        accepted = submission.accepted_at is not None
        if role == Actor.CITIZEN and accepted != (name == "hand_in"):
            raise IllegalTransition("which of the two it is, is told by the history")
        return actions.hand_in(**told)
    return actions.perform_transition(
        name=name, role=role, reason="Vì sao phải nêu rõ", detail=DETAILS.get(name, {}), **told
    )


def assert_holds_together(submission):
    """The stored row is what its history says."""
    code = submission.code
    submission.refresh_from_db()
    events = list(submission.events.all())
    assert submission.code == code
    assert submission.state == events[-1].to_state
    assert [event.from_state for event in events[1:]] == [event.to_state for event in events[:-1]]
    assert (submission.closed_at is not None) == (submission.state in ENDED)
    worked = {State.ACCEPTED, State.IN_PROGRESS, State.RESOLVED} & {State(event.to_state) for event in events}
    assert (submission.accepted_at is not None) == bool(worked)
    told = {delivery.payload.get("event") for delivery in Delivery.objects.all()}
    assert {event.pk for event in events} <= told


HOURS = st.lists(st.integers(min_value=0, max_value=30), min_size=4, max_size=12)
CALENDAR = ("day_off", "make_up_day")
ACTS = ("accept", "begin", "ask_for_papers", "hand_in", "ask_for_payment", "pay", "extend", "resolve")
ORDER = st.lists(st.sampled_from([*ACTS, *CALENDAR]), min_size=4, max_size=12)


@pytest.mark.django_db
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=ORDER, hours=HOURS)
def test_in_any_order_the_stored_date_is_the_one_the_history_gives(people, service, order, hours):
    """Whatever happens to the calendar meanwhile: no date that was promised gets later by it, and none silently."""
    Holiday.objects.all().delete()
    now = moment("2026-11-20T08:00")
    with patch("django.utils.timezone.now", lambda: now):
        submission = make_submission(owner=people["owner"], service=service)
        for name, passed in zip(order, hours, strict=False):
            if name in CALENDAR:
                change_calendar(name, now.date() + timedelta(days=passed))
                submission = recounted(submission)
                continue
            now += timedelta(hours=passed)
            try:
                submission = step(submission, name, people)
            except (IllegalTransition, Incomplete):
                continue
            found = due_date_of(submission, calendar_of(submission))
            assert submission.due_at == (found.moment if found else None)
            is_standing = submission.accepted_at is None or submission.state in PAUSING
            assert (submission.due_at is None) == is_standing
            assert (submission.intake_due_at is None) == (submission.state != State.FILED)


def change_calendar(name, day):
    """One more day off, or a day at the end of a week that is worked."""
    if name == "make_up_day":
        day += timedelta(days=6 - day.isoweekday() if day.isoweekday() < 6 else 0)
    kind = "work" if name == "make_up_day" else "off"
    Holiday.objects.get_or_create(date=day, defaults={"kind": kind, "status": "official"})


def recounted(submission):
    """The dossier after the calendar was changed: what changed in it is no later, and is said."""
    before, said = submission.due_at, submission.events.count()
    actions.recount_due_date(submission=submission, calendar=working_calendar(), rules=rule_table())
    submission.refresh_from_db()
    if before is not None and submission.state in WORKED_ON:
        assert submission.due_at <= before
        assert submission.due_at == before or submission.events.count() > said
        today = due_date_of(submission, working_calendar()).moment
        is_kept = submission.events.filter(move="keep_date").exists()
        assert is_kept or today <= before
    return submission


@pytest.fixture
def service(db):
    return make_open_service(durations=[{"value": 5, "unit": "working_day"}])


def step(submission, name, people):
    if name == "extend":
        told = {"value": 1, "unit": "working_day", "reason": "Vì sao phải nêu rõ"}
        return actions.extend(submission=submission, by=people["officer"], revision=submission.revision, **told)
    citizen = name == "hand_in"
    who, role = (people["owner"], Actor.CITIZEN) if citizen else (people["officer"], Actor.OFFICER)
    if citizen and submission.state == State.SUPPLEMENT and submission.accepted_at is None:
        name = "hand_in_before_acceptance"
    return attempt(submission, name, who, role)
