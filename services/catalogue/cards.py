"""Cards: what lists show of a service, in the reader's language where it is translated."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import HttpRequest
from django.utils import timezone

from core.child_rows import ChildRows, child_rows
from core.links import Link, link_to, pairs
from core.visibility import visible
from departments.department_cache import department_cache
from services.models import ServicePage
from services.rules.choices import Level
from services.rules.levels import title_of
from services.rules.paper_forms import FormSource
from services.rules.wording import fee_in_a_line, time_in_a_line

ROWS = ("channels", "durations", "fees")


@dataclass(frozen=True)
class LevelBadge:
    """The level with its short title; the badge never speaks by colour alone."""

    number: int
    name: str
    title: str


@dataclass(frozen=True)
class Card:
    """One service in a list, by its Vietnamese page. `department` and `level` are None while unknown.

    `vietnamese` is what the counter calls it, where the link says it in English; else "".
    """

    pk: int
    link: Link
    vietnamese: str
    code: str
    summary: str
    department: Link | None
    level: LevelBadge | None
    time: str
    fee: str


def badge(level: int | None, forms: FormSource = FormSource.HERE) -> LevelBadge | None:
    """Return the badge of a level, on a page whose forms are that near; None while the page is being completed."""
    if level is None:
        return None
    return LevelBadge(level, str(Level(level).label), str(title_of(Level(level), forms)))


def cards(ids: Iterable[int], request: HttpRequest | None) -> list[Card]:
    """Return the cards of the Vietnamese service pages with these ids that a visitor may see, in that order.

    The number of queries does not depend on the number of services.
    """
    ids = list(ids)
    found = {service.pk: (service, shown) for service, shown in pairs(visible(ServicePage.objects).filter(pk__in=ids))}
    chosen = [found[pk] for pk in ids if pk in found]
    register = department_cache(request)
    rows = child_rows([shown for _service, shown in chosen], ROWS)
    return [_card(service.pk, shown, rows, register.link_above(service), request) for service, shown in chosen]


def draft_card(service: ServicePage, request: HttpRequest | None) -> Card:
    """Return the card of a service that an editor is just writing, saved or not."""
    above = department_cache(request).link_above(service)
    return _card(service.pk or 0, service, child_rows([service], ROWS), above, request)


def _card(pk: int, service: ServicePage, rows: ChildRows, department: Link | None, request: HttpRequest | None) -> Card:
    channels = [channel.kind for channel in rows.of(service, "channels")]
    link = link_to(service, request)
    return Card(
        pk=pk,
        link=link,
        vietnamese=service.title if link.leads_to else "",
        code=service.procedure_code,
        summary=service.summary,
        department=department,
        level=badge(service.level),
        time=time_in_a_line(rows.of(service, "durations")),
        fee=fee_in_a_line(
            rows.of(service, "fees"), channels=channels, stated=service.fees_status, on=timezone.localdate()
        ),
    )
