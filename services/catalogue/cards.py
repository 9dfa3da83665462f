"""Cards: what lists show of a service, in the reader's language where it is translated."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import HttpRequest
from django.utils import timezone

from core.child_rows import ChildRows, child_rows
from core.links import Link, link_to, pairs
from core.models.terms import ICON_OF_ANYTHING, icon_of
from core.visibility import visible
from departments.department_cache import department_cache
from services.answers.card import CardFact
from services.answers.facts import facts_in_a_list
from services.answers.list_facts import list_facts
from services.models import ServicePage
from services.rules.choices import Level
from services.rules.levels import title_of
from services.rules.paper_forms import FormSource

ROWS = ("channels", "documents", "durations", "fees")
ONLY = {"documents": ("case_key", "is_required", "applies_when")}
"""What a list asks of papers, whose names may be long."""


@dataclass(frozen=True)
class LevelBadge:
    """The level with its short title; the badge never speaks by colour alone."""

    number: int
    name: str
    title: str


@dataclass(frozen=True)
class Card:
    """One service in a list, by its Vietnamese page. `department` and `level` are None while unknown.

    `vietnamese` is what the counter calls it, where the link says it in English; else "". `facts` are papers, time,
    cost and place, as the answer of the service says them (services/answers); `icon` is that of its field.
    """

    pk: int
    link: Link
    vietnamese: str
    code: str
    summary: str
    department: Link | None
    level: LevelBadge | None
    facts: tuple[CardFact, ...] = ()
    icon: str = ICON_OF_ANYTHING

    @property
    def time(self) -> str:
        """How long it takes."""
        return self._value("time")

    @property
    def fee(self) -> str:
        """What it costs."""
        return self._value("cost")

    def _value(self, name: str) -> str:
        return next((fact.value for fact in self.facts if fact.name == name), "")


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
    public = pairs(visible(ServicePage.objects).filter(pk__in=ids), "field")
    found = {service.pk: (service, shown) for service, shown in public}
    chosen = [found[pk] for pk in ids if pk in found]
    register = department_cache(request)
    rows = child_rows([shown for _service, shown in chosen], ROWS, ONLY)
    return [_card(service.pk, shown, rows, register.link_above(service), request) for service, shown in chosen]


def draft_card(service: ServicePage, request: HttpRequest | None) -> Card:
    """Return the card of a service that an editor is just writing, saved or not."""
    above = department_cache(request).link_above(service)
    return _card(service.pk or 0, service, child_rows([service], ROWS), above, request)


def _card(pk: int, service: ServicePage, rows: ChildRows, department: Link | None, request: HttpRequest | None) -> Card:
    own = {kind: rows.of(service, kind) for kind in ROWS}
    link = link_to(service, request)
    return Card(
        pk=pk,
        link=link,
        vietnamese=service.title if link.leads_to else "",
        code=service.procedure_code,
        summary=service.summary,
        department=department,
        level=badge(service.level),
        facts=list_facts(facts_in_a_list(service, own, timezone.localdate())),
        icon=icon_of(service.field),
    )
