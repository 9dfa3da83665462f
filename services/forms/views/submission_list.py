"""The list of a person's dossiers: names in their language, what is true of each, and whom to ask where it is late."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from services.forms.models import Submission, rule_table
from services.forms.rules.workflow import State
from services.forms.submissions.contacts import whom_to_ask
from services.forms.submissions.localized_names import LocalizedName, LocalizedNames
from services.forms.submissions.owner_status import StatusLine, label_of, status_lines
from services.pages.reception import FilingPlace


@dataclass(frozen=True)
class SubmissionRow:
    """One dossier. `place` is told while the agency is late."""

    submission: Submission
    service: LocalizedName
    agency: LocalizedName
    label: str
    terms: list[StatusLine]
    place: FilingPlace | None


def submission_rows(rows: Iterable[Submission], language: str) -> list[SubmissionRow]:
    """Return the rows in words; the place of an agency is looked up once."""
    submissions = list(rows)
    names = LocalizedNames(submissions, language)
    rules = rule_table() if any(row.state == State.FILED for row in submissions) else None
    places: dict[UUID | None, FilingPlace] = {}
    return [_own_row(row, status_lines(row, rules), names, places) for row in submissions]


def _own_row(
    row: Submission, terms: list[StatusLine], names: LocalizedNames, places: dict[UUID | None, FilingPlace]
) -> SubmissionRow:
    if is_late := any(term.is_late for term in terms):
        places[row.agency_key] = places.get(row.agency_key) or whom_to_ask(row)
    place = places[row.agency_key] if is_late else None
    return SubmissionRow(row, names.service(row), names.agency(row), label_of(row), terms, place)
