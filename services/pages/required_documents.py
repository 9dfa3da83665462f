"""The papers of a service page, case by case, in the order the editor gave them."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from services.models import RequiredDocument
from services.rules.choices import DocumentKind
from services.rules.paper_forms import PaperForm, paper_form


@dataclass(frozen=True)
class Paper:
    """One paper in words; `name` is what it is called here, `official_name` that of the procedure where it differs,
    `form` says where its form is found.
    """

    name: str
    official_name: str
    english_name: str
    is_abridged: bool
    applies_when: str
    is_required: bool
    how: str
    electronic: str
    form: PaperForm
    note: str

    @property
    def identity(self) -> tuple[object, ...]:
        """What makes two rows the same paper: everything a reader is told of it, the name as it is read aloud."""
        told = (self.is_abridged, self.applies_when, self.is_required, self.how, self.electronic, self.form, self.note)
        return (" ".join((self.official_name or self.name).casefold().split()).strip(" .;,"), *told)


@dataclass(frozen=True)
class DocumentsOfCase:
    """The papers of one case; the blank name holds the papers that everybody needs."""

    name: str
    papers: list[Paper]


@dataclass(frozen=True)
class RequiredDocuments:
    """All papers of a service: `cases` as the editor gave them, then the same sorted by who needs them.

    `shared` are those every case needs, each once; `differing` are those that one case needs besides.
    """

    cases: list[DocumentsOfCase]
    shared: list[Paper]
    differing: list[DocumentsOfCase]
    has_forms: bool
    lacks_numbers: bool

    @property
    def number(self) -> int:
        """How many papers stand here, each once."""
        return len(self.shared) + sum(len(case.papers) for case in self.differing)

    @property
    def in_english(self) -> list[str]:
        """Return the unofficial English names, each once; empty while any paper lacks one: half a list misleads."""
        names = [paper.english_name for case in self.cases for paper in case.papers]
        return list(dict.fromkeys(names)) if all(names) else []


def required_documents(documents: Iterable[Any]) -> RequiredDocuments:
    """Return the rows grouped by case, cases in the order of their first paper."""
    documents = list(documents)
    grouped: dict[str, list[Paper]] = {}
    for document in documents:
        grouped.setdefault(document.case_key, []).append(_paper(document))
    names = {document.case_key: document.case for document in documents}
    cases = [DocumentsOfCase(names[key], papers) for key, papers in grouped.items()]
    papers = [paper for case in cases for paper in case.papers]
    shared, differing = _sorted_by_need(cases)
    return RequiredDocuments(
        cases,
        shared,
        differing,
        has_forms=any(paper.form for paper in papers),
        lacks_numbers=not all(numbers_in_words(document) for document in documents),
    )


def _sorted_by_need(cases: list[DocumentsOfCase]) -> tuple[list[Paper], list[DocumentsOfCase]]:
    """Return the papers every case needs, and what each case needs besides; one case alone shares with nobody."""
    everybody = [paper for case in cases if not case.name for paper in case.papers]
    named = [case for case in cases if case.name]
    if len(named) < 2:
        return everybody, named
    common = set.intersection(*({paper.identity for paper in case.papers} for case in named))
    shared = {paper.identity: paper for paper in named[0].papers if paper.identity in common}
    own = [
        DocumentsOfCase(case.name, [paper for paper in case.papers if paper.identity not in common]) for case in named
    ]
    return [*everybody, *shared.values()], own


def _paper(document: RequiredDocument) -> Paper:
    return Paper(
        name=document.shown_name,
        official_name=document.name if document.short_name else "",
        english_name=document.english_short_name,
        is_abridged=document.is_abridged,
        applies_when=document.applies_when,
        is_required=document.is_required,
        how=_how(document),
        electronic=_electronic(document.electronic_ok),
        form=paper_form(document),
        note=document.note,
    )


def _how(document: RequiredDocument) -> str:
    """ "1 original, 2 copies", "Show: 1 original"; unknown numbers are said as unknown."""
    numbers = numbers_in_words(document) or _("Number not published")
    return f"{DocumentKind.PRESENT.label}: {numbers}" if document.kind == DocumentKind.PRESENT else numbers


def numbers_in_words(document: RequiredDocument) -> str:
    """ "1 original, 2 copies"; "" while the numbers are unknown."""
    parts = []
    if document.originals:
        parts.append(
            ngettext("%(count)d original", "%(count)d originals", document.originals) % {"count": document.originals}
        )
    if document.copies:
        parts.append(ngettext("%(count)d copy", "%(count)d copies", document.copies) % {"count": document.copies})
    return ", ".join(parts)


def _electronic(accepted: bool | None) -> str:
    if accepted is None:
        return ""
    return _("An electronic copy is accepted.") if accepted else _("An electronic copy is not accepted.")
