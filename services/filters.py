"""The filters of the list of services: what may be chosen, what is chosen, and how a choice is taken back."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import gettext as _

from core.errors import NotFoundInWords
from core.links import Link, link_to, name_of, pairs
from core.models import AudienceGroup, Field, LifeEvent
from core.paging import query_string
from core.text import sort_key
from core.visibility import visible
from departments.models import DepartmentPage
from services.choices import Level


@dataclass(frozen=True)
class Option:
    """One value of a filter."""

    value: str
    text: str
    lang: str
    is_chosen: bool


@dataclass(frozen=True)
class Filter:
    """One question of the filter form."""

    name: str
    label: str
    options: list[Option]

    @property
    def chosen(self) -> Option | None:
        return next((option for option in self.options if option.is_chosen), None)


@dataclass(frozen=True)
class Removal:
    """A filter in use, with the address of the list without it."""

    label: str
    text: str
    lang: str
    url: str


Choices = list[tuple[str, Link]]


def filters_of(request: HttpRequest) -> list[Filter]:
    """All filters with what is chosen; NotFoundInWords for a value that does not exist; ignores other parameters."""
    return [
        _filter(request, "department", _("Department"), _departments(request)),
        _filter(request, "level", _("Service level"), [(str(level.value), Link(str(level.label))) for level in Level]),
        _filter(request, "field", _("Field of administration"), _terms(Field)),
        _filter(request, "audience", _("For whom"), [(group.value, Link(str(group.label))) for group in AudienceGroup]),
        _filter(request, "life_event", _("Life event"), _terms(LifeEvent)),
    ]


def chosen_values(filters: Iterable[Filter]) -> dict[str, str]:
    """What is chosen, by filter name."""
    return {row.name: row.chosen.value for row in filters if row.chosen}


def removals(filters: Iterable[Filter]) -> list[Removal]:
    """One entry for each filter in use."""
    rows = list(filters)
    values = chosen_values(rows)
    return [
        Removal(row.label, row.chosen.text, row.chosen.lang, query_string({**values, row.name: ""}) or "?")
        for row in rows
        if row.chosen
    ]


def narrow(services: Any, chosen: dict[str, str]) -> Any:
    """The services (Vietnamese pages) that every chosen value holds for."""
    if slug := chosen.get("department"):
        services = services.owned_by(
            DepartmentPage.objects.filter(slug=slug, locale__language_code=settings.LANGUAGE_CODE)
        )
    if level := chosen.get("level"):
        services = services.filter(level=level)
    if slug := chosen.get("field"):
        services = services.filter(field__slug=slug)
    if group := chosen.get("audience"):
        services = services.filter(audiences__group=group)
    if slug := chosen.get("life_event"):
        services = services.filter(life_events__slug=slug)
    return services.distinct()


def _filter(request: HttpRequest, name: str, label: str, choices: Choices) -> Filter:
    wanted = request.GET.get(name, "")
    if wanted and wanted not in {value for value, _link in choices}:
        raise NotFoundInWords(
            _("This list cannot be narrowed that way: %(name)s = %(value)s.") % {"name": label, "value": wanted[:80]}
        )
    return Filter(name, label, [Option(value, link.text, link.lang, value == wanted) for value, link in choices])


def _departments(request: HttpRequest) -> Choices:
    """Departments that own services now; a former one with no service left is not offered."""
    pages = visible(DepartmentPage.objects).filter(locale__language_code=settings.LANGUAGE_CODE, numchild__gt=0)
    return _in_order((page.slug, link_to(shown, request)) for page, shown in pairs(pages))


def _terms(model: Any) -> Choices:
    """The terms of a vocabulary that services use, by the slug of the Vietnamese term in every language."""
    used = model.objects.filter(services__live=True, locale__language_code=settings.LANGUAGE_CODE).distinct()
    return _in_order((term.slug, name_of(shown)) for term, shown in pairs(used))


def _in_order(choices: Iterable[tuple[str, Link]]) -> Choices:
    return sorted(choices, key=lambda choice: sort_key(choice[1].text))
