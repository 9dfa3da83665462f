"""The same change of a few simple fields of many services: what is asked for, and what it makes of one service."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import TextChoices
from django.utils.text import capfirst
from django.utils.translation import pgettext_lazy

from core.i18n import written_day
from core.models import Audience, Field, LifeEvent
from services.models import ServicePage

Term = Audience | LifeEvent
NOTHING = "–"
"""How a field without a value is told."""


class How(TextChoices):
    """What is done with the terms that are chosen."""

    ADD = "add", pgettext_lazy("terms", "add")
    REMOVE = "remove", pgettext_lazy("terms", "remove")
    REPLACE = "replace", pgettext_lazy("terms", "replace all by these")


class ReviewChange(TextChoices):
    SET = "set", pgettext_lazy("day", "set to")
    CLEAR = "clear", pgettext_lazy("day", "take away")


@dataclass(frozen=True)
class TermChange:
    """Terms that are added to those of a service, taken from them, or take their place."""

    how: How
    terms: tuple[Term, ...]

    def of(self, present: Iterable[Term]) -> list[Term]:
        """Return the terms a service has afterwards, those it had first."""
        present = list(present)
        if self.how is How.REMOVE:
            return [term for term in present if term not in self.terms]
        kept = present if self.how is How.ADD else [term for term in present if term in self.terms]
        return [*kept, *(term for term in self.terms if term not in kept)]


@dataclass(frozen=True)
class FieldChanges:
    """What is asked for; None leaves a field as it is. `review_due` is a day, or a `ReviewChange.CLEAR`."""

    field: Field | None = None
    audiences: TermChange | None = None
    life_events: TermChange | None = None
    review_due: date | ReviewChange | None = None


@dataclass(frozen=True)
class Difference:
    """A field of a service that is changed, in words."""

    name: str
    before: str
    after: str


def apply_changes(service: ServicePage, changes: FieldChanges) -> list[Difference]:
    """Change a service in memory; return what is different now."""
    return [*_field(service, changes), *_terms(service, changes), *_review(service, changes)]


def _field(service: ServicePage, changes: FieldChanges) -> Iterator[Difference]:
    if changes.field and service.field_id != changes.field.pk:
        before = str(service.field or NOTHING)
        service.field = changes.field
        yield Difference(_label(service, "field"), before, str(service.field))


def _terms(service: ServicePage, changes: FieldChanges) -> Iterator[Difference]:
    for name, change in (("audiences", changes.audiences), ("life_events", changes.life_events)):
        if change is None:
            continue
        before = list(getattr(service, name).all())
        after = change.of(before)
        if set(after) != set(before):
            getattr(service, name).set(after)
            yield Difference(_label(service, name), _names(before), _names(after))


def _review(service: ServicePage, changes: FieldChanges) -> Iterator[Difference]:
    if changes.review_due is None:
        return
    before = service.review_due
    after = None if isinstance(changes.review_due, ReviewChange) else changes.review_due
    if before != after:
        service.review_due = after
        yield Difference(_label(service, "review_due"), _day(before), _day(after))


def _label(service: ServicePage, name: str) -> str:
    column: Any = service._meta.get_field(name)
    return str(capfirst(column.verbose_name))


def _names(terms: Iterable[Term]) -> str:
    return ", ".join(str(term) for term in terms) or NOTHING


def _day(day: date | None) -> str:
    return written_day(day) if day else NOTHING
