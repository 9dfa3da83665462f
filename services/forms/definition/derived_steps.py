"""The steps of a form that follow from a service's own cases and papers, by the same rule as the list on its page."""

import re
from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from django.utils.translation import gettext as _

from services.forms.definition.conditions import Condition, Test
from services.forms.definition.questions import Choice, Kind, Question, Step
from services.forms.definition.standard_steps import FOR_ANOTHER
from services.pages.required_documents import numbers_in_words
from services.rules.cases import named_cases
from services.rules.choices import DocumentKind

if TYPE_CHECKING:
    from services.models import RequiredDocument

CASE = "case"
PAPERS = "papers"
AUTHORISATION = "authorisation"
LIMITING = ("nếu có", "trường hợp", "đối với")
"""Words by which the official name of a paper says that only some dossiers have it. A capital begins a new sentence."""
LISTING = 300
"""Characters from which a name lists, behind its first sentence or colon, what belongs to the paper."""
HEAD = re.compile(r"[^:;\n]*?(?=[:;\n]|\. |\Z)")

Rows = Sequence["RequiredDocument"]
Words = Mapping[UUID, "RequiredDocument"]
"""Rows of another language by translation key."""


def paper_key(translation_key: UUID) -> str:
    """Return the key of the question that asks for a paper."""
    return f"paper-{translation_key.hex[:8]}"


def papers_by_key(documents: Rows) -> dict[str, "RequiredDocument"]:
    """Return the papers of a service by the keys of their questions."""
    return {paper_key(row.translation_key): row for row in documents}


def limits_itself(name: str) -> bool:
    """Return whether the name of a paper says that not every dossier needs it; then it is asked for, but may be left
    out.

    A case that a long name speaks of in its list limits that item, not the paper.
    """
    head = HEAD.match(name) if len(name) > LISTING else None
    return any(words in (head[0] if head else name) for words in LIMITING)


def case_step(documents: Rows, words: Words) -> Step | None:
    """Return the question which case somebody is; None when the papers are the same for everybody."""
    cases = named_cases(documents)
    if not cases:
        return None
    spoken = {row.case_key: _spoken(row, words).case or row.case for row in documents}
    choices = tuple(Choice(key, spoken[key]) for key in cases)
    question = Question(
        CASE, Kind.ONE.value, _("Which case are you?"), _("The documents you need depend on it."), choices=choices
    )
    return Step(CASE, _("Your case"), questions=(question,))


def papers_step(documents: Rows, words: Words, asked: Collection[str] = ()) -> Step:
    """Return one question for every paper, but for those the form `asked` for before (translation keys as texts)."""
    cases = named_cases(documents)
    wanted = [row for row in documents if str(row.translation_key) not in asked]
    questions = [_paper(row, _spoken(row, words), cases) for row in wanted]
    return Step(
        PAPERS,
        _("Upload the documents"),
        _("Photos and scans must be readable. A document may have several files."),
        None if questions else FOR_ANOTHER,
        (*questions, _authorisation()),
    )


def _spoken(row: "RequiredDocument", words: Words) -> "RequiredDocument":
    return words.get(row.translation_key, row)


def _paper(row: "RequiredDocument", spoken: "RequiredDocument", cases: Collection[str]) -> Question:
    is_asked = row.kind != DocumentKind.PRESENT and row.electronic_ok is not False
    return Question(
        paper_key(row.translation_key),
        (Kind.FILES if is_asked else Kind.INFORMATION).value,
        f"{spoken.name} {_('(abridged)')}" if row.is_abridged else spoken.name,
        " ".join(_remarks(row, spoken, lone_case=bool(row.case_key) and row.case_key not in cases)),
        required=is_asked and is_needed(row, cases),
        shown_when=_of_case(row, cases),
        document=str(row.translation_key),
    )


def is_needed(row: "RequiredDocument", cases: Collection[str]) -> bool:
    """Return whether nobody of the paper's case can file without it: it has no condition of its own."""
    is_limited = row.applies_when or (row.case_key and row.case_key not in cases) or limits_itself(row.name)
    return bool(row.is_required and not is_limited)


def _of_case(row: "RequiredDocument", cases: Collection[str]) -> Condition | None:
    return Test(CASE, "is", row.case_key) if row.case_key in cases else None


def _remarks(row: "RequiredDocument", spoken: "RequiredDocument", *, lone_case: bool) -> list[str]:
    """Return what one must know before handing the paper in."""
    condition = spoken.applies_when.rstrip(".")
    numbers = numbers_in_words(row)
    remarks = (
        lone_case and _("Only for: %(case)s.") % {"case": spoken.case},
        condition and _("Only when: %(condition)s.") % {"condition": condition},
        not row.is_required and _("Not required in every application."),
        _how_else(row),
        numbers and _("In the application: %(numbers)s.") % {"numbers": numbers},
        row.template_code and _("Form: %(code)s.") % {"code": row.template_code},
        spoken.note,
    )
    return [remark for remark in remarks if remark]


def _how_else(row: "RequiredDocument") -> str:
    if row.kind == DocumentKind.PRESENT:
        return _("Nothing to send: show it at the office.")
    if row.electronic_ok is False:
        return _("An electronic copy is not accepted: bring it to the office or send it by post.")
    return ""


def _authorisation() -> Question:
    return Question(
        AUTHORISATION,
        Kind.FILES.value,
        _("Document that shows you may file for the owner"),
        _("The authorisation, the letter of introduction or the document about the guardianship, if you have it."),
        required=False,
        shown_when=FOR_ANOTHER,
    )
