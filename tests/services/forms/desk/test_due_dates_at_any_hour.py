"""Due dates at the desk at whatever hour it is: what is shown is what the clock says, and acts are offered by it."""

import pytest
from django.utils import timezone

from core.calendars import working_calendar
from services.forms import actions
from services.forms.desk.desk_actions import open_actions
from services.forms.rules.workflow import State
from services.forms.submissions.due_date_text import in_words
from services.forms.submissions.due_dates import due_date_of
from services.forms.submissions.extensions import last_day_to_extend
from tests.builders_slips import PAPERS, filed, kinds_of, perform
from tests.builders_submissions import make_file, make_officer
from tests.services.forms.desk.conftest import Worker

pytestmark = [pytest.mark.django_db, pytest.mark.clock]


def offered(user, row):
    return {act.name for act in open_actions(user, row)}


def test_a_limit_that_runs_anew_has_one_date_wherever_it_is_read():
    head = make_officer()
    row = perform(filed(), "accept", head)
    first = row.due_at
    row = perform(row, "ask_for_papers", head, detail={"papers": PAPERS["papers"][:1]})
    assert (row.state, row.due_at) == (State.SUPPLEMENT, None)
    make_file(row)
    row = actions.hand_in(submission=row, by=row.owner, revision=row.revision)
    calendar = working_calendar()
    found = due_date_of(row, calendar)
    assert row.due_at == found.moment >= first
    assert calendar.is_working_moment(row.due_at)
    assert found.restart is not None
    assert kinds_of(row) == ["01", "02", "01"]
    assert in_words(row.due_at) in Worker(head).open(row).content.decode()


def test_acts_are_offered_by_the_date():
    head = make_officer()
    row = perform(filed(), "accept", head)
    assert last_day_to_extend(row) == due_date_of(row, working_calendar()).extend_until.date()
    assert "extend" in offered(head, row)
    assert not {"apologise_late", "receive", "stop_late"} & offered(head, row)
    row = actions.forward(submission=row, by=head, revision=row.revision)
    assert timezone.now() >= row.handed_on_at
    assert "receive" in offered(head, row)
    assert "forward" not in offered(head, row)
