"""Counting in the database: every dossier once, the same each time, also when dossiers have become tombstones."""

from datetime import date, timedelta

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from outbox import schedule
from outbox.models import Routine
from services.forms import actions
from services.forms.models import Rating, Submission, Tally, TallyCount, Tombstone
from services.forms.models.tally import MEASURES
from services.forms.privacy import retention
from services.forms.privacy.archive_records import create_archive_record
from services.forms.privacy.erasure import anonymise_submission
from services.forms.rules.workflow import State
from services.forms.statistics import figures
from services.forms.statistics.recount import recount_tallies
from tests.builders_statistics import FILED, make_dossier, moment
from tests.builders_submissions import make_filled_draft

pytestmark = pytest.mark.django_db
NOW = moment("2026-11-22T10:00")
OCTOBER, NOVEMBER = date(2026, 10, 1), date(2026, 11, 1)


def numbers(month: date, agency: str = "Sở Xây dựng") -> dict[str, int]:
    """What is not 0."""
    rows = Tally.objects.filter(month=month, agency_name=agency)
    sums = {name: sum(row.number(name) for row in rows) for name in MEASURES}
    return {name: number for name, number in sums.items() if number}


def all_rows() -> list[tuple]:
    columns = [field.name for field in Tally._meta.fields if field.name != "id"]
    return list(Tally.objects.order_by("month", "agency_key", "service_key").values_list(*columns))


def test_dossiers_are_counted_by_month_agency_service_field_and_level(october):
    recount_tallies(NOW)
    assert numbers(OCTOBER) == {
        "received": 8,
        "accepted": 6,
        "not_accepted": 1,
        "withdrawn_early": 1,
        "early": 2,
        "on_time": 1,
        "late": 1,
        "days": 8 + 10 + 13 + 8,
        "legal_days": 8 + 10 + 13 + 8,
        "asked_twice": 1,
        "late_or_asked_twice": 2,
        "open_overdue": 2,
    }
    assert numbers(NOVEMBER) == {
        "late": 1,
        "late_or_asked_twice": 1,
        "refused": 1,
        "days": 28,
        "legal_days": 28,
        "open_overdue": 1,
    }
    assert numbers(OCTOBER, "Sở Y tế") == {
        "received": 1,
        "accepted": 1,
        "undated": 1,
        "days": 1,
        "legal_days": 1,
    }
    row = Tally.objects.filter(month=OCTOBER, agency_name="Sở Xây dựng").get()
    assert (row.service_title, row.field_title, row.level) == ("Cấp giấy phép xây dựng", "Xây dựng", 3)
    assert TallyCount.objects.get().counted_at == NOW


@pytest.mark.clock
def test_drafts_are_not_counted(building):
    make_dossier(State.FILED, service=building)
    make_filled_draft(service=building)
    recount_tallies()
    assert figures.total(Tally.objects.all(), timezone.localdate().replace(day=1)).received == 1


def test_counted_twice_is_the_same_with_one_row_for_each_place(october):
    assert recount_tallies(NOW) == recount_tallies(NOW) == Tally.objects.count()
    before = all_rows()
    recount_tallies(NOW + timedelta(minutes=10))
    assert all_rows() == before


def test_waiting_for_the_citizen_is_no_backlog_of_the_office(building):
    asked = {"accepted_at": "2026-10-06T08:00", "filed_at": "2026-10-05T08:00", "due_at": None}
    dossier = make_dossier(State.SUPPLEMENT, service=building, **asked)
    dossier.events.filter(move="ask_for_papers").update(at=moment("2026-10-20T08:00"))
    recount_tallies(NOW)
    assert numbers(OCTOBER)["open_paused"] == numbers(NOVEMBER)["open_paused"] == 1
    dossier = Submission.objects.get(pk=dossier.pk)
    dossier.events.filter(move="ask_for_papers").update(at=moment("2026-11-03T08:00"))
    recount_tallies(NOW)
    assert (numbers(OCTOBER)["open_in_time"], numbers(NOVEMBER)["open_paused"]) == (1, 1)


def test_a_number_never_changes_because_dossiers_become_tombstones(october, building):
    waited = make_dossier(
        State.STOPPED, service=building, **{**FILED, "due_at": "2026-11-06T17:00"}, closed_at="2026-11-04T09:00"
    )
    event = waited.events.get(move="stop")
    waited.events.filter(pk=event.pk).update(at=moment("2026-11-04T09:00"), from_state=State.SUPPLEMENT)
    waited.events.create(
        at=moment("2026-10-12T09:00"),
        move="ask_for_papers",
        from_state=State.ACCEPTED,
        to_state=State.SUPPLEMENT,
        role="officer",
    )
    ended = Submission.objects.exclude(state=State.IN_PROGRESS)
    ended.filter(closed_at=None).update(closed_at=moment("2026-11-21T09:00"))
    recount_tallies(NOW)
    before = all_rows()
    assert numbers(OCTOBER)["open_paused"] == 1
    for dossier in ended:
        retention.delete_submission(dossier, action="submission.retention", by=None)
    assert (Submission.objects.count(), Tombstone.objects.count()) == (1, 9)
    recount_tallies(NOW)
    assert all_rows() == before


def test_nor_because_a_person_was_erased(october):
    recount_tallies(NOW)
    before = all_rows()
    for dossier in Submission.objects.all():
        anonymise_submission(dossier, by=None)
    recount_tallies(NOW)
    assert all_rows() == before


def test_tombstones_from_before_the_dates_were_kept_are_without_a_date(building):
    Tombstone.objects.create(
        service_key=building.translation_key,
        service_title="Cấp giấy phép xây dựng",
        agency_name="Sở Xây dựng",
        state=State.HANDED_OVER,
        outcome="granted",
        filed_on=date(2026, 10, 5),
        accepted_on=date(2026, 10, 6),
        closed_on=date(2026, 10, 9),
    )
    recount_tallies(NOW)
    assert numbers(OCTOBER) == {
        "received": 1,
        "accepted": 1,
        "undated": 1,
        "days": 3,
        "legal_days": 3,
    }


def test_scores_count_with_the_month_they_were_given_in_and_outlive_the_dossier(october):
    dossier = october["early"]
    actions.rate(submission=dossier, by=dossier.owner, score=4, comment="Nhanh")
    Rating.objects.update(month=NOVEMBER)
    recount_tallies(NOW)
    assert numbers(NOVEMBER)["score_4"] == 1
    before = all_rows()
    retention.delete_submission(dossier, action="submission.retention", by=None)
    recount_tallies(NOW)
    assert all_rows() == before


def test_the_cost_does_not_grow_with_the_dossiers(building):
    def cost() -> int:
        with CaptureQueriesContext(connection) as queries:
            recount_tallies(NOW)
        return len(queries)

    make_dossier(State.SUPPLEMENT, service=building)
    recount_tallies(NOW)
    few = cost()
    for _number in range(5):
        make_dossier(State.SUPPLEMENT, service=building)
    assert cost() == few


def test_the_worker_counts_and_so_does_a_command(october, capsys):
    Routine.objects.all().delete()
    assert "count_statistics" in schedule.due_routines()
    assert schedule.run_routine("count_statistics")
    assert Routine.objects.get(name="count_statistics").last_error == ""
    assert Tally.objects.exists()
    call_command("count_statistics")
    assert capsys.readouterr().out == f"tallies: {Tally.objects.count()}\n"


def test_late_requests_apologies_and_legal_time_stand_in_columns_of_their_own(building):
    told = {"resolved_at": "2026-10-26T08:00", "closed_at": "2026-10-27T08:00", **FILED}
    make_dossier(
        State.HANDED_OVER,
        service=building,
        **told,
        complete_at="2026-10-12T08:00",
        late_request_count=1,
        apologised_at="2026-10-20T08:00",
    )
    make_dossier(State.HANDED_OVER, service=building, **told)
    recount_tallies(NOW)
    found = figures.total(Tally.objects.all(), OCTOBER)
    assert (found.late, found.apologised, found.without_apology, found.asked_late) == (2, 1, 1, 1)
    assert (found.days, found.legal_days) == (20 + 20, 14 + 20)
    before = all_rows()
    for row in Submission.objects.all():
        create_archive_record(row)
        row.events.all().delete()
    Submission.objects.update(state=State.DRAFT, code=None, filed_at=None)
    recount_tallies(NOW)
    assert all_rows() == before
