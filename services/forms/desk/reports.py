"""Numbers for those who lead: heads see their departments, supervisors the province; sums of tallies, workload."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Count, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import User
from accounts.requests import AuthenticatedHttpRequest
from core.links import Link
from core.text import sort_key
from services.catalogue.filters import Filter, Option, Question, question
from services.forms.desk.workplace import Workplace
from services.forms.models import Submission, Tally, rule_in_force
from services.forms.rules.workflow import ENDED, PAUSING, WORKED_ON, State
from services.forms.statistics import figures, tables
from services.forms.statistics.figures import Figures
from services.forms.statistics.months import Month, Period, read_period
from services.forms.statistics.query import PERIOD, agency_names, period_name, periods
from services.forms.statistics.tables import Column, Row, Table, table

SLOWEST = 10
SLOWEST_COLUMNS: tuple[Column, ...] = (
    (gettext_lazy("Settled"), lambda one: one.settled),
    (gettext_lazy("Calendar days on average"), lambda one: one.mean_days),
    (gettext_lazy("Late"), lambda one: one.late),
    (gettext_lazy("In time, %"), lambda one: one.rate),
)


@dataclass(frozen=True)
class Scope:
    """The tallies somebody may see, in the period that was chosen. `last` is the last month there is."""

    all_rows: QuerySet[Tally]
    period: Period
    last: Month
    filters: list[Filter]
    names: dict[UUID | None, Link]

    @property
    def rows(self) -> QuerySet[Tally]:
        return self.all_rows.filter(month__gte=self.period.first, month__lte=self.period.last)

    @property
    def end(self) -> Month:
        """The month at whose end the open dossiers are counted."""
        return min(self.period.last, self.last)

    @property
    def title(self) -> str:
        return period_name(self.period.name)


def scope_of(desk: Workplace, request: AuthenticatedHttpRequest) -> Scope | None:
    """Return None while nothing was counted; NotFoundInWords for a period that does not exist."""
    span = figures.span()
    if span is None:
        return None
    asked = question(request, PERIOD, _("Period"), periods(span))
    period = read_period(asked.chosen or f"{span[1]:%Y}")
    if period is None:
        return None
    rows = Tally.objects.all() if desk.is_supervisor else Tally.objects.filter(agency_key__in=desk.headed)
    return Scope(rows, period, span[1], [_filter(asked, period)], agency_names(request))


def by_agency(scope: Scope) -> list[Table]:
    """Return what was settled how, what ended otherwise, how often papers were asked for, what is open."""
    names = scope.names
    found = figures.by(scope.rows, "agency_key", last=scope.end)
    rows = [(names.get(key) or tables.unnamed(), one) for key, one in found.items()]
    rows.sort(key=lambda entry: sort_key(entry[0].text))
    first = _("Agency")
    return [
        table(_("Filed and settled, by agency"), first, [tables.RECEIVED, *tables.HANDLING], rows),
        table(_("Applications that ended otherwise"), first, tables.ENDS, rows),
        table(_("Requests for documents and apologies, by agency"), first, _requests(), rows),
        table(_("What is open at the end of the period"), first, tables.OPEN, rows),
    ]


def _requests() -> list[Column]:
    """Return the columns about requests; whether a second one counts as late is said by the rule of today."""
    counts = rule_in_force(timezone.localdate()).second_request_is_late
    return [*tables.REQUESTS, *([tables.LATE_BY_REQUESTS] if counts else [])]


def slowest(scope: Scope) -> Table:
    """Return the services that took longest on average, waiting for the citizen among it."""
    names = figures.names("service_key", "service_title")
    found = figures.by(scope.rows, "service_key", last=scope.end)
    settled = [(Link(names.get(key, ""), "", "vi"), one) for key, one in found.items() if one.settled]
    settled.sort(key=lambda entry: (-(entry[1].mean_days or 0), sort_key(entry[0].text)))
    return table(_("Services that take longest"), _("Service"), SLOWEST_COLUMNS, settled[:SLOWEST])


def workload(desk: Workplace) -> Table:
    """Return how much work each officer of the departments this person heads has now;
    counted live over what is open.
    """
    late = Q(state__in=WORKED_ON, due_at__lt=timezone.now())
    open_here = Submission.objects.filter(agency_key__in=desk.headed).exclude(
        state__in=ENDED | {State.DRAFT, State.RESOLVED}
    )
    counted = (
        open_here.order_by()
        .values("assigned_to")
        .annotate(all=Count("pk"), late=Count("pk", filter=late), waiting=Count("pk", filter=Q(state__in=PAUSING)))
    )
    numbers = {row["assigned_to"]: row for row in counted}
    people = User.objects.in_bulk([key for key in numbers if key is not None])
    heads = [_("Open applications"), _("Overdue"), _("Waiting for the citizen")]
    named = [(Link(str(person)), numbers[key]) for key, person in people.items()]
    named.sort(key=lambda entry: sort_key(entry[0].text))
    if None in numbers:
        named.append((Link(_("Given to nobody yet")), numbers[None]))
    return Table(_("Work of each officer, now"), _("Officer"), heads, [_row(name, heads, row) for name, row in named])


def _row(name: Link, heads: Iterable[str], row: dict[str, Any]) -> Row:
    texts = [tables.formatted(row[column]) for column in ("all", "late", "waiting")]
    return Row(name, list(zip(heads, texts, strict=True)))


def of_agencies(request: AuthenticatedHttpRequest) -> Table | None:
    """Return the front of a supervisor: what is open now, by agency."""
    span = figures.span()
    if span is None:
        return None
    names = agency_names(request)
    found: dict[UUID | None, Figures] = figures.by(Tally.objects.all(), "agency_key", last=span[1])
    rows = [(names.get(key) or tables.unnamed(), one) for key, one in found.items()]
    rows.sort(key=lambda entry: sort_key(entry[0].text))
    return table(_("Applications by agency"), _("Agency"), [tables.RECEIVED, *tables.OPEN], rows)


def _filter(asked: Question, period: Period) -> Filter:
    options = [Option(value, link.text, link.lang, value == period.name) for value, link in asked.choices]
    return Filter(asked.name, asked.label, options, "")
