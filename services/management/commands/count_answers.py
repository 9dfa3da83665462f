"""Prints for how many public services the data answer papers, cost, time and place, and which say nothing."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from core.child_rows import child_rows
from services.answers.answer import Answer, answer
from services.answers.cost import CostStatus
from services.answers.facts import facts_in_a_list
from services.models import ServicePage

ROWS = ("channels", "documents", "durations", "fees", "handling_agencies")


class Command(BaseCommand):
    help = "Count for how many public services the data answer papers, cost, time and place."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--names", action="store_true", help="also name the services that say nothing")

    def handle(self, *args: Any, **options: Any) -> None:
        found = answers()
        counted = Counter(fact for _page, told in found for fact, is_known in told.items() if is_known)
        for fact in ("papers", "cost", "cost in part", "time", "place"):
            print(f"{fact}: {counted[fact]} of {len(found)}")
        if options["names"]:
            for page, told in found:
                if silent := [fact for fact in ("papers", "cost", "time", "place") if not told[fact]]:
                    print(f"{page.slug}: {', '.join(silent)}")


def answers() -> Sequence[tuple[ServicePage, dict[str, bool]]]:
    """Return each public Vietnamese service with what of it is answered today."""
    pages = list(ServicePage.objects.on_site(settings.LANGUAGE_CODE).order_by("slug"))
    rows, today = child_rows(pages, ROWS), timezone.localdate()
    return [
        (page, _known(rows.of(page, "handling_agencies"), answer(facts_in_a_list(page, own, today))))
        for page in pages
        for own in [{kind: rows.of(page, kind) for kind in ROWS}]
    ]


def _known(agencies: Sequence[Any], found: Answer) -> dict[str, bool]:
    is_part = found.cost.status is CostStatus.PARTIAL
    return {
        "papers": found.papers.is_known,
        "cost": found.cost.is_known and not is_part,
        "cost in part": is_part,
        "time": found.time.is_known,
        "place": bool(found.place.channels) and any(row.department_id or row.agency_name for row in agencies),
    }
