"""Citing an act by its key: name, article, amendments, state and page of the row, as they are that day.

    cite("nd-118-2025", "Điều 19.5").text  →  "Nghị định 118/2025/NĐ-CP, Điều 19.5"

A key without a row is answered from what the software itself knows of the act (law_records.py), without a page to open;
a key nobody knows is answered as it stands. `manage.py check` says so of templates.
"""

from collections.abc import Iterable, Mapping, Sequence
from contextvars import ContextVar
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext, pgettext

from core.i18n import reader_language
from core.law_records import MENTION, records
from core.law_states import LawState, Standing, standing
from core.models.legal import LegalDocument, LegalKind
from core.request_ids import current

COLUMNS = ("number", "kind", "title", "issued_on", "in_force_from", "in_force_to")
ENGLISH = {" và ": " and ", "Điều": "Article", "khoản": "clause", "điểm": "point", "Phụ lục": "Annex"}


@dataclass(frozen=True)
class Act:
    """One act with its dates, and what amends it."""

    number: str
    kind: str
    title: str
    issued_on: date | None
    in_force_from: date | None
    in_force_to: date | None
    amended_by: tuple["Act", ...] = ()
    key: str = ""
    pk: int | None = None
    """Of its row; None while it has none."""

    @property
    def name(self) -> str:
        """Kind and number as one writes them; the title of what has no number."""
        return named(self.kind, self.number) if self.number else self.title

    def standing(self, on: date) -> Standing:
        return standing(in_force_from=self.in_force_from, in_force_to=self.in_force_to, on=on)

    def holds(self, on: date) -> bool:
        """Return whether it may have an effect on that day: it was issued by then, and is not known to be void."""
        issued = self.issued_on is None or self.issued_on <= on
        return issued and self.standing(on).state in {LawState.IN_FORCE, LawState.UNKNOWN}


@dataclass(frozen=True)
class Citation:
    """An act as a text names it, in the reader's language."""

    key: str
    number: str
    name: str
    """Kind and number: "Nghị định 118/2025/NĐ-CP"."""
    title: str
    article: str
    amendments: tuple[str, ...]
    """Names of the acts that amend it and hold that day, the oldest first."""
    url: str
    """Page of its row; "" when it has none."""
    standing: Standing

    @property
    def text(self) -> str:
        """Name and article, and the state unless it is in force: "Nghị định …, Điều 1 (hết hiệu lực từ 1/7/2026)"."""
        return f"{self.short}{self.remark}"

    @property
    def short(self) -> str:
        """Name and article alone."""
        return f"{self.name}, {self.article}" if self.article else self.name

    @property
    def remark(self) -> str:
        """The state in brackets with a blank before; "" for what holds as far as anybody knows."""
        return "" if self.standing.may_be_cited else f" ({self.standing.in_words})"

    @property
    def full(self) -> str:
        """The text with its amendments: "Nghị định …, Điều 1, sửa đổi bởi Nghị định … và Nghị định …"."""
        if not self.amendments:
            return self.text
        *others, last = self.amendments
        named = gettext("{several} and {last}").format(several=", ".join(others), last=last) if others else last
        return gettext("{law}, amended by {acts}").format(law=self.short, acts=named) + self.remark

    def at(self, article: str) -> "Citation":
        """Return the same act with an article of it."""
        return replace(self, article=in_words(article))

    def __str__(self) -> str:
        return self.text


def cite(key: str, article: str = "", *, on: date | None = None) -> Citation:
    """Return the act with that key on that day (today); one query, and one for all within a request.

    Articles are given as Vietnamese acts write them, "Điều 19.5"; English readers get "Article 19.5".
    """
    return _cite(acts(), key, article, on)


def cite_each(keys: Iterable[str], *, on: date | None = None, among: Mapping[str, Act] | None = None) -> list[Citation]:
    """Return several acts on that day (today), in one query outside of a request too.

    `among` are the acts to be found, for who may not ask for the rows.
    """
    known = acts() if among is None else among
    return [_cite(known, key, "", on) for key in keys]


def with_laws(text: str) -> str:
    """Return a plain text with the name of each act in the place of its key: "{law nd-118-2025 Điều 14.2}"."""
    return MENTION.sub(lambda found: cite(found[1], found[2] or "").text, text)


def cite_rows(ids: Iterable[int]) -> dict[int, Citation]:
    """Return the documents with these ids as they are today, without articles; one query, and one more for those that
    have no key.
    """
    known = {act.pk: act for act in acts().values() if act.pk}
    others = [pk for pk in ids if pk not in known]
    rows = LegalDocument.objects.filter(pk__in=others).values_list("pk", *COLUMNS) if others else ()
    found = {**known, **{pk: replace(_act(values), pk=pk) for pk, *values in rows}}
    return {pk: _citation(found[pk], "", timezone.localdate()) for pk in ids if pk in found}


def _cite(known: Mapping[str, Act], key: str, article: str, on: date | None) -> Citation:
    act = known.get(key)
    if act is None:
        return Citation(key, key, key, "", in_words(article), (), "", Standing(LawState.UNKNOWN))
    return _citation(act, article, on or timezone.localdate())


def _citation(act: Act, article: str, on: date) -> Citation:
    return Citation(
        key=act.key,
        number=act.number,
        name=act.name,
        title=act.title,
        article=in_words(article),
        amendments=tuple(one.name for one in act.amended_by if one.holds(on)),
        url=reverse("legal_document", args=[act.key or act.pk]) if act.pk else "",
        standing=act.standing(on),
    )


def named(kind: str, number: str) -> str:
    """Return kind and number as one writes them: "Nghị định 118/2025/NĐ-CP"."""
    words = {
        LegalKind.LAW: pgettext("before a number", "Law"),
        LegalKind.ORDINANCE: pgettext("before a number", "Ordinance"),
        LegalKind.DECREE: pgettext("before a number", "Decree"),
        LegalKind.RESOLUTION: pgettext("before a number", "Resolution"),
        LegalKind.DECISION: pgettext("before a number", "Decision"),
        LegalKind.CIRCULAR: pgettext("before a number", "Circular"),
    }
    document = pgettext("before a number", "Document")
    return f"{words.get(LegalKind(kind), document)} {number}"


def in_words(article: str) -> str:
    """Return the name of an article in the reader's language."""
    if reader_language() == "vi":
        return article
    for word, english in ENGLISH.items():
        article = article.replace(word, english)
    return article


_kept: ContextVar[tuple[str, Mapping[str, Act]] | None] = ContextVar("acts", default=None)


def acts() -> Mapping[str, Act]:
    """Return every act that has a key; read once for a request."""
    request, kept = current(), _kept.get()
    if request and kept and kept[0] == request:
        return kept[1]
    found = {**known_acts(), **_read()}
    if request:
        _kept.set((request, found))
    return found


def _read() -> dict[str, Act]:
    amending = [f"amended_by__{name}" for name in COLUMNS]
    rows = LegalDocument.objects.exclude(key="").order_by("key", "amended_by__issued_on", "amended_by__number")
    found: dict[str, Act] = {}
    for key, pk, *values in rows.values_list("key", "pk", *COLUMNS, *amending):
        own, other = values[: len(COLUMNS)], values[len(COLUMNS) :]
        act = found.get(key) or replace(_act(own), key=key, pk=pk)
        found[key] = replace(act, amended_by=act.amended_by + ((_act(other),) if other[1] else ()))
    return found


@cache
def known_acts() -> dict[str, Act]:
    """Return the acts of the file that the software brings."""
    found = {key: _act([record.columns.get(name) for name in COLUMNS]) for key, record in records().items()}
    return {key: replace(act, key=key, amended_by=tuple(_amending(key, found))) for key, act in found.items()}


def _act(values: Sequence[Any]) -> Act:
    return Act(**dict(zip(COLUMNS, values, strict=True)))


def _amending(key: str, found: Mapping[str, Act]) -> Iterable[Act]:
    others = [found[record.key] for record in records().values() if key in record.relations["amends"]]
    return sorted(others, key=lambda act: (act.issued_on or date.min, act.number))
