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
    """One paper in words; `form` says where its form is found."""

    name: str
    is_abridged: bool
    applies_when: str
    is_required: bool
    how: str
    electronic: str
    form: PaperForm
    note: str


@dataclass(frozen=True)
class DocumentsOfCase:
    """The papers of one case; the blank name holds the papers that everybody needs."""

    name: str
    papers: list[Paper]


@dataclass(frozen=True)
class RequiredDocuments:
    """All papers of a service."""

    cases: list[DocumentsOfCase]
    has_forms: bool
    lacks_numbers: bool

    @property
    def is_split(self) -> bool:
        """Whether a reader must first see which case is theirs."""
        return any(case.name for case in self.cases)


def required_documents(documents: Iterable[Any]) -> RequiredDocuments:
    """Return the rows grouped by case, cases in the order of their first paper."""
    documents = list(documents)
    grouped: dict[str, list[Paper]] = {}
    for document in documents:
        grouped.setdefault(document.case_key, []).append(_paper(document))
    names = {document.case_key: document.case for document in documents}
    cases = [DocumentsOfCase(names[key], papers) for key, papers in grouped.items()]
    papers = [paper for case in cases for paper in case.papers]
    return RequiredDocuments(
        cases,
        has_forms=any(paper.form for paper in papers),
        lacks_numbers=not all(numbers_in_words(document) for document in documents),
    )


def _paper(document: RequiredDocument) -> Paper:
    return Paper(
        name=document.name,
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
