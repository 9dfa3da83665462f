"""What an event keeps has the shape of its transition; anything else is refused with all that goes with it."""

import pytest
from django.db import transaction
from django.utils import timezone

from services.forms.actions.transitions import record_event, record_transition
from services.forms.models import Submission
from services.forms.rules.transition_spec import Transition
from services.forms.rules.transitions import TRANSITIONS
from services.forms.rules.workflow import Actor, State
from tests.builders_submissions import make_officer, make_submission

pytestmark = pytest.mark.django_db

UNREAD = {"colour": "red"}


def with_the_state_unchanged(row, officer):
    record_event(row, Transition.NOTE, by=officer, at=timezone.now(), data=UNREAD)


def with_another_state(row, officer):
    spec = TRANSITIONS[Transition.ACCEPT]
    record_transition(row, spec, by=officer, role=Actor.OFFICER, at=timezone.now(), data=UNREAD)


@pytest.mark.parametrize("record", [with_the_state_unchanged, with_another_state])
def test_data_that_nobody_would_read_are_refused(record):
    filed = make_submission()
    with pytest.raises(ValueError, match="colour not in"), transaction.atomic():
        record(Submission.objects.get(pk=filed.pk), make_officer())
    now = Submission.objects.get(pk=filed.pk)
    assert (now.state, now.revision, now.events.count()) == (State.FILED, filed.revision, 1)
