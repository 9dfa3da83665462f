"""Dossiers on their way, for the tests of slips: filed and accepted at hours set by hand, and the text of a sheet."""

import io
from typing import Any

from pypdf import PdfReader

from accounts.models import User
from services.forms import actions
from services.forms.models import Slip, Submission
from services.forms.rules.workflow import Actor
from services.forms.slips.paper import slip_pdf
from tests.builders import make_department
from tests.builders_submissions import PAPER, make_filled_draft, make_officer, make_open_service

FIVE_DAYS = {"value": 5, "unit": "working_day"}
PAPERS = {
    "papers": [
        {"question": PAPER, "reason": "Ảnh bị mờ, khó đọc"},
        {"name": "Giấy khai sinh", "reason": "Chưa có trong hồ sơ"},
    ]
}


def filed(owner: User | None = None, **fields: Any) -> Submission:
    """Filed with the building department, to be decided within five working days."""
    fields.setdefault("department", make_department("Sở Xây dựng", unit_code="H56.17", address="36 Lê Lợi"))
    service = make_open_service(durations=[FIVE_DAYS], **fields)
    draft = make_filled_draft(owner, service=service)
    return actions.submit(submission=draft, by=draft.owner, revision=draft.revision, declared=True)


def named_officer() -> User:
    officer = make_officer()
    officer.first_name, officer.last_name = "Trần Thị", "Bưởi"
    officer.save()
    return officer


def perform(row: Submission, name: str, by: User | None = None, **told: Any) -> Submission:
    by = by or make_officer()
    return actions.perform_transition(
        submission=row, name=name, by=by, role=Actor.OFFICER, revision=row.revision, **told
    )


def extend(row: Submission, by: User | None = None, **told: Any) -> Submission:
    told = {"value": 3, "unit": "working_day", "reason": "Phải lấy ý kiến cơ quan khác"} | told
    return actions.extend(submission=row, by=by or make_officer(), revision=row.revision, **told)


def slips_of(row: Submission) -> list[Slip]:
    """In the order in which they were issued."""
    return list(Slip.objects.filter(submission=row).order_by("pk"))


def kinds_of(row: Submission) -> list[str]:
    return [slip.kind for slip in slips_of(row)]


def text_of(pdf: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)


def words_of(slip_or_pdf: Slip | bytes) -> str:
    """The words of a sheet without blanks: lines are broken where the sheet or a cell ends."""
    pdf = slip_pdf(slip_or_pdf) if isinstance(slip_or_pdf, Slip) else slip_or_pdf
    return squeezed(text_of(pdf))


def squeezed(text: str) -> str:
    return "".join(text.split())


def missing(slip_or_pdf: Slip | bytes, *texts: str) -> list[str]:
    """Those of the texts that the sheet does not say."""
    said = words_of(slip_or_pdf)
    return [text for text in texts if squeezed(text) not in said]
