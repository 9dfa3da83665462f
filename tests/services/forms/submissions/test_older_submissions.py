"""Dossiers that were filed before the columns of the clock and of the statistics existed."""

from importlib import import_module

import pytest
from django.apps import apps
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from services.forms.messages import notifications
from services.forms.messages.registry import NOTIFICATIONS
from services.forms.models import Event, OfficerRole, Submission, Tally
from services.forms.routines.deadlines import recount_dates
from services.forms.rules.transition_spec import Transition
from services.forms.rules.workflow import WORKED_ON, Actor, State
from services.forms.statistics.recount import recount_tallies
from tests.builders_slips import text_of
from tests.builders_submissions import HISTORIES, make_officer, make_open_service, make_submission

pytestmark = pytest.mark.django_db

KNOWN = ("resolved_at", "outcome", "supplement_count")
BLANK = {
    **dict.fromkeys(("limit", "due_at", "intake_due_at", "reply_due_at", "resolved_at", "level", "field_key")),
    **dict.fromkeys(("outcome", "field_title", "calendar_mark"), ""),
    "supplement_count": 0,
}


@pytest.fixture
def told():
    """A dossier in every state, with what its columns told before they were blanked and the histories read."""
    service = make_open_service(durations=[{"value": 5, "unit": "working_day"}])
    rows = [make_submission(state, service=service, officer=make_officer(role=OfficerRole.HEAD)) for state in HISTORIES]
    Submission.objects.update(**BLANK)
    import_module("services.forms.migrations.0011_review").read_histories(apps, connection.schema_editor())
    return rows


def test_decisions_and_requests_are_read_from_the_history(told):
    for row in told:
        now = Submission.objects.get(pk=row.pk)
        assert [getattr(now, name) for name in KNOWN] == [getattr(row, name) for name in KNOWN], State(row.state).name


def test_a_new_one_gets_its_time_for_a_first_look_and_nobody_a_date_that_was_never_promised(told):
    assert recount_dates() == 0
    for row in Submission.objects.all():
        assert (row.intake_due_at is not None) == (row.state == State.FILED)
        assert row.due_at is None


def test_their_pages_slips_and_numbers_are_made(client, told):
    recount_tallies()
    head = make_officer(role=OfficerRole.HEAD)
    for row in told:
        for user, route in ((row.owner, "submission"), (head, "desk_dossier"), (head, "desk_control_slip")):
            client.force_login(user)
            assert client.get(reverse(route, args=[row.pk])).status_code == 200
    decided = next(row for row in told if row.state == State.HANDED_OVER)
    sheet = text_of(client.get(reverse("desk_control_slip", args=[decided.pk])).content)
    assert "Đang giải quyết" not in sheet
    tallied = Tally.objects.get()
    assert (tallied.undated, tallied.open_undated) == (3, len(WORKED_ON) + 2)


@pytest.mark.parametrize("state", [State.ACCEPTED, State.SUPPLEMENT, State.PAYMENT])
def test_events_that_kept_nothing_are_still_read(client, state):
    """Every transition once, none of which says what events of today say."""
    row, head = make_submission(State.ACCEPTED), make_officer(role=OfficerRole.HEAD)
    for name in Transition:
        told = {"from_state": row.state, "to_state": row.state, "actor": head, "role": Actor.OFFICER}
        event = Event.objects.create(submission=row, at=timezone.now(), move=name.value, **told)
        if name in NOTIFICATIONS:
            written = notifications.written(row, NOTIFICATIONS[name].letter, notifications.told_by(event))
            assert row.code in written[0]
    Submission.objects.filter(pk=row.pk).update(state=state)
    for user, route in ((row.owner, "submission"), (head, "desk_dossier"), (head, "desk_control_slip")):
        client.force_login(user)
        assert client.get(reverse(route, args=[row.pk])).status_code == 200
