"""The answers of the search: what stands in the list, tab by tab."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import gettext as _

from core.errors import NotFoundInWords
from core.i18n import reader_language
from core.paging import Steps, page_of, query_string, steps_of
from search.engine.twins import together
from search.hits import Hit, hits_of
from search.index.living import index_of
from search.kinds import Kind
from search.lexicon.terms import Term
from search.narrowing import Narrowed, asked_filters, narrow
from search.query import MAX_LENGTH, Found, find
from services.catalogue.filters import Filter, Removal, chosen_values
from services.catalogue.form_library import LibraryEntry, entries, forms_named

WORDS, TYPE = "q", "type"
ELSEWHERE = "elsewhere"
IN_VIETNAMESE = 10
"""Services without an English page that an English list names."""


@dataclass(frozen=True)
class Tab:
    """One kind of answers; without answers it leads nowhere."""

    text: str
    count: int
    url: str
    is_current: bool


@dataclass(frozen=True)
class Answer:
    """One page of answers. `total` counts all tabs, so 0 means that nothing was found at all.

    `spelling` is the question as it was understood, "" when as typed; `elsewhere` what other authorities do;
    `in_vietnamese` services that an English reader finds in Vietnamese alone, which go first where they are nearer.
    """

    words: str
    total: int
    tabs: list[Tab]
    page: Any
    hits: list[Hit]
    forms: list[LibraryEntry]
    steps: Steps | None
    kind: str = ""
    spelling: str = ""
    elsewhere: list[Term] = field(default_factory=list)
    filters: list[Filter] = field(default_factory=list)
    removals: list[Removal] = field(default_factory=list)
    in_vietnamese: list[Hit] = field(default_factory=list)
    vietnamese_first: bool = False

    @property
    def all_url(self) -> str:
        """The address of the same list without filters."""
        return query_string({WORDS: self.words, TYPE: self.kind})


def answer(request: HttpRequest) -> Answer:
    """`?q=` words, `?type=` one kind (all pages without it), filters of services, `?page=` from 1."""
    words, language = request.GET.get(WORDS, "").strip()[:MAX_LENGTH], reader_language()
    questions = asked_filters(request)
    chosen = chosen_values(questions)
    kind = _kind(request) or (Kind.SERVICE if chosen else None)
    found = find(words, language)
    kept = {WORDS: words, TYPE: kind.value if kind else ""}
    forms = forms_named(words, request) if words else []
    counts = Counter({**found.counts, Kind.FORM: len(forms)})
    has_filters = kind in (None, Kind.SERVICE)
    narrowed = narrow(found.ids(Kind.SERVICE), questions, kept, request, language) if has_filters else Narrowed([])
    listed = forms if kind == Kind.FORM else _listed(found, kind, narrowed, language)
    page = page_of(listed, request)
    return Answer(
        words=words,
        total=counts.total(),
        tabs=_tabs(counts, words, kind),
        page=page,
        hits=[] if kind == Kind.FORM else hits_of(page.object_list, found.plan, request, language),
        forms=entries(page.object_list, request) if kind == Kind.FORM else [],
        steps=steps_of(page, {**kept, **chosen}),
        kind=kept[TYPE],
        spelling=found.plan.spelling,
        elsewhere=[term for term in found.plan.terms if term.kind == ELSEWHERE],
        filters=narrowed.filters,
        removals=narrowed.removals,
        in_vietnamese=_in_vietnamese(found, kind, request),
        vietnamese_first=found.source_is_nearer,
    )


def _kind(request: HttpRequest) -> Kind | None:
    asked = request.GET.get(TYPE, "")
    if asked and asked not in Kind.values:
        raise NotFoundInWords(_("There is no such kind of answers: %(kind)s.") % {"kind": asked[:80]})
    return Kind(asked) if asked else None


def _listed(found: Found, kind: Kind | None, narrowed: Narrowed, language: str) -> list[list[int]]:
    """Return the pages of the list, services of one name together."""
    if kind in (None, Kind.SERVICE):
        left = set(narrowed.ids)
        ids = [hit.pk for hit in found.hits if hit.pk in left or (kind is None and hit.kind != Kind.SERVICE)]
    else:
        ids = found.ids(kind)
    return together(ids, index_of(language).corpus)


def _tabs(counts: Counter[Kind], words: str, current: Kind | None) -> list[Tab]:
    """Return the tabs: all pages first, then each kind."""
    pages = counts.total() - counts[Kind.FORM]
    tabs = [(None, _("All pages"), pages), *((kind, str(kind.label), counts[kind]) for kind in Kind)]
    return [
        Tab(
            text,
            count,
            query_string({WORDS: words, TYPE: kind.value if kind else ""}) if count else "",
            kind == current,
        )
        for kind, text, count in tabs
    ]


def _in_vietnamese(found: Found, kind: Kind | None, request: HttpRequest) -> list[Hit]:
    """Return the services that stand under these words in Vietnamese and have no page in the reader's language."""
    if found.source is None or kind not in (None, Kind.SERVICE):
        return []
    ids = [hit.pk for hit in found.only_source[:IN_VIETNAMESE]]
    return hits_of(([pk] for pk in ids), found.source.plan, request, settings.LANGUAGE_CODE)
