"""The filters of the list of services: what may be chosen, what is chosen, and how a choice is taken back."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import gettext as _

from core.errors import NotFoundInWords
from core.i18n import IN_SOURCE_LANGUAGE
from core.links import Link, name_of, pairs
from core.models import Audience, AudienceGroup, Field, LifeEvent, Term
from core.paging import query_string
from core.text import sort_key
from departments.department_cache import department_cache
from services.catalogue.filter_values import APPLY_MODE, AUDIENCE, DEPARTMENT, FIELD, LEVEL, LIFE_EVENT
from services.models import ServicePage
from services.rules.choices import ApplyMode, Level

Choices = list[tuple[str, Link]]
Counts = Mapping[str, Mapping[str, int]]


@dataclass(frozen=True)
class Option:
    """One value of a filter; `count` says how many things it would leave, None where nothing is counted."""

    value: str
    text: str
    lang: str
    is_chosen: bool
    count: int | None = None


@dataclass(frozen=True)
class Filter:
    """One question of a filter form. `blank` is what choosing nothing is called."""

    name: str
    label: str
    options: list[Option]
    blank: str


@dataclass(frozen=True)
class Removal:
    """A filter in use, with the address of the list without it."""

    label: str
    text: str
    lang: str
    url: str


@dataclass(frozen=True)
class Question:
    """A filter before anything is counted: all values that exist, and the chosen one, "" for none."""

    name: str
    label: str
    choices: Choices
    chosen: str

    def with_counts(self, counts: Mapping[str, int]) -> Filter:
        """Return the values that lead to something, and the chosen one in any case."""
        options = [
            Option(value, link.text, link.lang, value == self.chosen, counts.get(value, 0))
            for value, link in self.choices
            if counts.get(value) or value == self.chosen
        ]
        return Filter(self.name, self.label, options, _("All"))

    def removal(self, chosen: Mapping[str, str]) -> Removal:
        """Return the way back from this choice; the other choices stay."""
        link = dict(self.choices)[self.chosen]
        return Removal(self.label, link.text, link.lang, query_string({**chosen, self.name: ""}) or "?")


def questions_of(request: HttpRequest, without: Iterable[str] = ()) -> list[Question]:
    """Return the filters with what is chosen; NotFoundInWords for a value that does not exist; ignores other
    parameters.
    """
    sources = (
        (DEPARTMENT, _("Department"), lambda: departments(request)),
        (LEVEL, _("Service level"), lambda: [(str(level.value), Link(str(level.label))) for level in Level]),
        (APPLY_MODE, _("How to file"), lambda: [(mode.value, Link(str(mode.label))) for mode in ApplyMode]),
        (FIELD, _("Field of administration"), lambda: _in_order(_terms(Field))),
        (AUDIENCE, _("For whom"), lambda: [*groups(), *_terms(Audience)]),
        (LIFE_EVENT, _("Life event"), lambda: _in_order(_terms(LifeEvent))),
    )
    return [question(request, name, label, choices()) for name, label, choices in sources if name not in without]


def question(request: HttpRequest, name: str, label: str, choices: Choices) -> Question:
    """Return one filter with what the request chooses; NotFoundInWords for a value that is not among the choices."""
    wanted = request.GET.get(name, "")
    if wanted and wanted not in {value for value, _link in choices}:
        raise NotFoundInWords(
            _("This list cannot be narrowed that way: %(name)s = %(value)s.") % {"name": label, "value": wanted[:80]}
        )
    return Question(name, label, choices, wanted)


def chosen_values(questions: Iterable[Question]) -> dict[str, str]:
    """Return what is chosen, by filter name."""
    return {row.name: row.chosen for row in questions if row.chosen}


def filters(questions: Iterable[Question], counts: Counts) -> list[Filter]:
    """Return the filters with the number of services behind each value."""
    return [row.with_counts(counts.get(row.name, {})) for row in questions]


def removals(questions: Iterable[Question], kept: Mapping[str, str]) -> list[Removal]:
    """Return one entry for each filter in use; `kept` are all parameters of the address."""
    return [row.removal(kept) for row in questions if row.chosen]


def departments(request: HttpRequest) -> Choices:
    """Return departments that own services now; a former one with no service left is not offered."""
    return _in_order((page.slug, link) for page, link in department_cache(request).named if page.numchild)


def groups() -> Choices:
    """Citizens and businesses, each with all audiences of the group."""
    return [(group.value, Link(str(group.label))) for group in AudienceGroup]


def _terms(model: type[Term]) -> Choices:
    """Return the terms of a vocabulary that services use, by the slug of the Vietnamese term in every language."""
    public = ServicePage.objects.on_site(settings.LANGUAGE_CODE)
    used = model.objects.filter(services__in=public.values("pk"), **IN_SOURCE_LANGUAGE).distinct()
    return [(term.slug, name_of(shown)) for term, shown in pairs(used)]


def _in_order(choices: Iterable[tuple[str, Link]]) -> Choices:
    return sorted(choices, key=lambda choice: sort_key(choice[1].text))
