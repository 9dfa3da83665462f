"""The papers of an answer: which of them everybody needs, which depend, how many at least and at most."""

from collections.abc import Sequence
from dataclasses import dataclass

from services.models import RequiredDocument
from services.rules.choices import PartStatus


@dataclass(frozen=True)
class PapersAnswer:
    """`fewest` and `most` count papers, None while nobody has said any; `stated` is the PartStatus of a service that
    lists none.

    `always` are the papers that nobody is spared, `depending` those of some cases or conditions. `by_case` and
    `by_condition` say on what the number depends.
    """

    rows: tuple[RequiredDocument, ...]
    always: tuple[RequiredDocument, ...]
    depending: tuple[RequiredDocument, ...]
    fewest: int | None
    most: int | None
    by_case: bool
    by_condition: bool
    stated: str

    @property
    def is_known(self) -> bool:
        return self.most is not None


def papers_answer(documents: Sequence[RequiredDocument], *, case: str, stated: str) -> PapersAnswer:
    """Return the papers of the case with that key, of every case while it is "".

    A table of papers that does not know the case answers for all its own cases (rules/cases.py, rows_for).
    """
    dossiers = _dossiers(documents, case)
    told = {id(row) for dossier in dossiers for row in dossier}
    rows = tuple(row for row in documents if id(row) in told)
    always = tuple(row for row in rows if is_unconditional(row) and all(_holds(row, each) for each in dossiers))
    sure = [sum(map(is_unconditional, dossier)) for dossier in dossiers]
    full = [len(dossier) for dossier in dossiers]
    none = 0 if stated in (PartStatus.NONE, PartStatus.NOT_PRESCRIBED) else None
    return PapersAnswer(
        rows=rows,
        always=always,
        depending=tuple(row for row in rows if not any(row is one for one in always)),
        fewest=min(sure) if rows else none,
        most=max(full) if rows else none,
        by_case=len(set(sure)) > 1 or len(set(full)) > 1,
        by_condition=any(not is_unconditional(row) for row in rows),
        stated=stated,
    )


def is_unconditional(row: RequiredDocument) -> bool:
    """Return whether whoever files in its case needs the paper, whatever else is true of them."""
    return row.is_required and not row.applies_when.strip()


def _dossiers(documents: Sequence[RequiredDocument], case: str) -> list[list[RequiredDocument]]:
    """Return what one citizen hands in, once for each case that may be theirs."""
    keys = list(dict.fromkeys(row.case_key for row in documents if row.case_key))
    asked = [case] if case in keys else keys
    if len(keys) == 1 and not case:
        asked = ["", *keys]
    return [[row for row in documents if row.case_key in ("", key)] for key in asked or [""]]


def _holds(row: RequiredDocument, dossier: list[RequiredDocument]) -> bool:
    return any(row is one for one in dossier)
