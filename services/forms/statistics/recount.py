"""Counting all tallies anew: one transaction in the worker, every ten minutes; the pages only add them up."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from itertools import chain
from uuid import UUID

from django.db import transaction
from django.db.models import Count
from django.utils import timezone

from services.forms.models import Rating, Tally, TallyCount
from services.forms.statistics.months import Month
from services.forms.statistics.rules import SubmissionRecord
from services.forms.statistics.submission_records import Counted, of_submissions, of_tombstones
from services.forms.statistics.tallying import Tallies, TallyKey, count_tallies

RUN = 1
"""The one row of TallyCount."""
AT_ONCE = 500


class LatestNames:
    """What things were called last: the name of the latest filing."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, UUID | None], tuple[date, str]] = {}

    def noted(self, counted: Iterable[Counted]) -> Iterator[tuple[TallyKey, SubmissionRecord]]:
        """Yield the lives, while their names are noted."""
        for named, life in counted:
            place = named.place
            for kind, key, name in (
                ("agency", place.agency, named.agency),
                ("service", place.service, named.service),
                ("field", place.field, named.field),
            ):
                self._found[kind, key] = max((named.filed_on, name), self._found.get((kind, key), (date.min, "")))
            yield place, life

    def of(self, kind: str, key: UUID | None) -> str:
        return self._found.get((kind, key), (date.min, ""))[1]


def hold_still() -> TallyCount:
    """Wait until nobody counts, and keep anybody from counting until this transaction ends.

    Whoever turns a dossier into a tombstone does so too: a count must see one of the two.
    """
    TallyCount.objects.get_or_create(pk=RUN)
    run: TallyCount = TallyCount.objects.select_for_update().get(pk=RUN)
    return run


@transaction.atomic
def recount_tallies(now: datetime | None = None) -> int:
    """Count everything anew; how many rows there are. Counted twice, the numbers are the same."""
    run = hold_still()
    now = now or timezone.now()
    names = LatestNames()
    tallies = count_tallies(names.noted(chain(of_tombstones(), of_submissions())), now)
    _add_scores(tallies)
    Tally.objects.all().delete()
    rows = [_row(month, place, numbers, names) for (month, place), numbers in sorted(tallies.items(), key=_order)]
    Tally.objects.bulk_create(rows, batch_size=AT_ONCE)
    run.counted_at = now
    run.save(update_fields=["counted_at"])
    return len(rows)


def _add_scores(tallies: Tallies) -> None:
    keys = ("month", "agency_key", "service_key", "field_key", "level", "score")
    for month, agency, service, field, level, score, number in (
        Rating.objects.order_by().values_list(*keys).annotate(number=Count("pk"))
    ):
        numbers = tallies.setdefault((month, TallyKey(agency, service, field, level)), Counter())
        numbers[f"score_{score}"] += number


def _order(entry: tuple[tuple[Month, TallyKey], Counter[str]]) -> tuple[str, ...]:
    (month, place), _numbers = entry
    return tuple(str(part) for part in (month, place.agency, place.service, place.field, place.level))


def _row(month: date, place: TallyKey, numbers: Counter[str], names: LatestNames) -> Tally:
    return Tally(
        month=month,
        agency_key=place.agency,
        agency_name=names.of("agency", place.agency),
        service_key=place.service,
        service_title=names.of("service", place.service),
        field_key=place.field,
        field_title=names.of("field", place.field),
        level=place.level,
        **numbers,
    )
