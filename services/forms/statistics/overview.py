"""The parts of a page of statistics: key numbers, months, agencies, charts. Sums of tallies put into words."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from core.links import Link
from core.text import sort_key
from services.forms.statistics import tables
from services.forms.statistics.charts import Chart, Series, side_by_side, stacked
from services.forms.statistics.communes import joined
from services.forms.statistics.figures import Figures, by, by_month, total
from services.forms.statistics.query import StatisticsQuery, month_name
from services.forms.statistics.tables import Table, table

MONTHS_DRAWN = 12
"""The drawing shows the last months of a long period; the table has all of them."""


@dataclass(frozen=True)
class OverviewSection:
    """A drawing and the tables with its numbers."""

    chart: Chart
    tables: list[Table]


@dataclass(frozen=True)
class Overview:
    """Everything the page shows of what was asked."""

    all: Figures
    ends: Table
    months: OverviewSection
    agencies: OverviewSection


def overview(asked: StatisticsQuery) -> Overview:
    all_of_it = total(asked.rows, asked.last)
    everything = Link(_("In all"))
    return Overview(
        all=all_of_it,
        ends=table(
            _("Applications that ended otherwise"),
            _("Applications"),
            [tables.RECEIVED, *tables.ENDS],
            [(everything, all_of_it)],
        ),
        months=_months(asked),
        agencies=_agencies(asked),
    )


def _months(asked: StatisticsQuery) -> OverviewSection:
    found = sorted(by_month(asked.rows).items(), reverse=True)
    drawn = found[:MONTHS_DRAWN]
    series = [Series(_("Filed"), "--portal-link"), Series(_("Settled"), "--portal-action")]
    rows = [(month_name(month), (one.received, one.settled)) for month, one in drawn]
    words = _("Filed and settled applications of each month; the last %(number)s months at most.") % {
        "number": MONTHS_DRAWN
    }
    named = [(Link(month_name(month)), one) for month, one in found]
    return OverviewSection(
        side_by_side("months", _("Filed and settled, by month"), words, series, rows),
        [
            table(_("Filed and settled, by month"), _("Month"), [tables.RECEIVED, *tables.HANDLING], named),
            table(_("What was open at the end of each month"), _("Month"), tables.OPEN, named),
        ],
    )


def _agencies(asked: StatisticsQuery) -> OverviewSection:
    found = joined(by(asked.rows, "agency_key", last=asked.last), asked.communes)
    named = [(asked.departments.get(key) or tables.unnamed(), one) for key, one in found.items()]
    named.sort(key=lambda entry: sort_key(entry[0].text))
    series = [
        Series(_("In time"), "--portal-action"),
        Series(_("Late"), "--portal-brand-ink"),
        Series(_("Without a date"), "--portal-edge"),
    ]
    rows = [(name.text, (one.in_time, one.late, one.undated)) for name, one in named]
    words = _("Settled applications of each agency: how many in time, late and without a date.")
    columns = [tables.RECEIVED, *tables.HANDLING, tables.OPEN[1], tables.OPEN[2]]
    return OverviewSection(
        stacked("agencies", _("Settled, by agency"), words, series, rows),
        [table(_("Filed, settled and open, by agency"), _("Agency"), columns, named)],
    )
