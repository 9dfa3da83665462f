"""Report 07a/BTP: its columns agree with report II.06a where both count the same, and what is not counted is a dash."""

from datetime import date

import pytest
from django.db.models import F
from django.utils import translation

from core.links import Link
from services.forms.models import Submission, Tally
from services.forms.statistics.figures import Figures
from services.forms.statistics.months import read_period
from services.forms.statistics.recount import recount_tallies
from services.forms.statistics.report import report
from services.forms.statistics.report_07a import GROUPS, as_lines, line_of, report_07a
from tests.builders_statistics import moment

NOVEMBER = date(2026, 11, 1)
SETTLED, OVERDUE = "Settled", "overdue"
with translation.override(None):
    HEADS = [(str(group.head), str(head)) for group in GROUPS for head, _read in group.columns]


def test_every_column_counts_its_own():
    now = Figures(
        accepted=20, not_accepted=3, withdrawn_early=4, early=5, on_time=6, late=7, apologised=4, undated=8, stopped=2,
        withdrawn=1, open_new=9, open_in_time=10, open_paused=11, open_overdue=12, open_undated=13,
    )  # fmt: skip
    before = Figures(open_in_time=30, open_overdue=2, open_new=99)
    line = line_of(Link("x"), now, before)
    numbers = [52, 20, None, 32, None, 9, None, None, 26, 5, 6, 7, 4, 3, 8, 46, 21, 12, 13, 3, 2, 5, None]
    assert line.numbers == numbers


@pytest.mark.django_db
def test_it_agrees_with_report_06a_and_its_last_line_is_the_sum(october):
    recount_tallies(moment("2026-11-22T10:00"))
    asked = (Tally.objects.all(), read_period("2026-11"), NOVEMBER, {})
    found, other = report_07a(*asked), report(*asked)
    assert [line.name.text for line in found.lines] == [line.name.text for line in other.lines]
    for line, official in zip([*found.lines, found.total], [*other.lines, other.total], strict=True):
        numbers = [number for number in line.numbers if number is not None]
        assert numbers[:3] == [official.received, official.online, official.carried_over]
        assert numbers[4:8] == [official.settled, official.early, official.on_time, official.late]
        assert (sum(numbers[8:10]), numbers[10]) == (official.late, official.undated)
    columns = zip(*(line.numbers for line in found.lines), strict=True)
    assert found.total.numbers == [None if None in one else sum(one) for one in columns]


@pytest.mark.django_db
def test_more_than_one_request_for_papers_makes_nothing_overdue(october):
    for row in october.values():
        row.supplement_count = 3
        row.save(update_fields=["supplement_count"])
    recount_tallies(moment("2026-11-22T10:00"))
    found = report_07a(Tally.objects.all(), read_period("2026"), NOVEMBER, {})
    late = Submission.objects.filter(resolved_at__gt=F("due_at")).count()
    assert found.total.numbers[HEADS.index((SETTLED, OVERDUE))] == late
    assert late


@pytest.mark.django_db
def test_the_file_names_the_act_and_says_that_it_was_not_compared(october):
    recount_tallies(moment("2026-11-22T10:00"))
    lines = as_lines(report_07a(Tally.objects.all(), read_period("2026-11"), NOVEMBER, {}))
    assert "09/2026/TT-BTP" in lines[0][0]
    assert "chưa đối chiếu" in lines[0][0]
    assert len(lines[1]) == len(lines[2]) == len(HEADS) + 2
    assert "–" in lines[-1]


@pytest.mark.django_db
def test_without_any_dossier_there_is_only_an_empty_sum():
    found = report_07a(Tally.objects.all(), read_period("2026-11"), NOVEMBER, {})
    assert found.lines == []
    assert set(found.total.numbers) <= {0, None}
    assert len(found.total.numbers) == len(HEADS)
