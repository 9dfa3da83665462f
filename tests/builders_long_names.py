"""The longest real names there are, and dossiers that bear them."""

import json
from pathlib import Path
from typing import Any

from accounts.models import User
from services.forms import actions
from services.forms.definition.questions import Form, Kind, Question, Step
from services.forms.models import Submission
from tests.builders import make_department
from tests.builders_submissions import ANSWERS, FORM, make_draft, make_file, make_open_service

NAMES: dict[str, Any] = json.loads(
    (Path(__file__).parent / "services/forms/slips/longest_names.json").read_text("utf-8")
)
PAPERS: list[str] = NAMES["papers"]
AGENCY: str = NAMES["agency"]
TITLE: str = NAMES["title"][:255]
"""As much as a dossier keeps."""
UNBROKEN = PAPERS[0].replace(" ", "")
LINES = PAPERS[0][:1_500].replace(" ", "\n")
REASON = (PAPERS[0] + "\n" + UNBROKEN)[:5_000]


def long_form(papers: list[str]) -> Form:
    """Asks for papers of those names after the usual questions about the owner."""
    asked = tuple(
        Question(f"paper-{number:08d}", Kind.FILES.value, name) for number, name in enumerate(papers, start=1)
    )
    return Form((FORM.steps[0], Step("papers", "Giấy tờ", questions=asked)))


def filed_with_long_names(
    papers: list[str] | None = None, *, language: str = "vi", owner: User | None = None
) -> Submission:
    """A filed dossier of the longest service and agency, with a file for each of the papers."""
    form = long_form(PAPERS[:60] if papers is None else papers)
    department = make_department("Sở Xây dựng", unit_code="H56.17", address=NAMES["address"][:300])
    service = make_open_service(department=department, durations=[{"value": 5, "unit": "working_day"}])
    draft = make_draft(owner, service=service, language=language, form=form)
    for step, answers in (("owner", ANSWERS), ("papers", {})):
        draft = actions.save_step(submission=draft, by=draft.owner, step=step, answers=answers, revision=draft.revision)
    for question in form.steps[1].questions:
        make_file(draft, question.key)
    filed = actions.submit(submission=draft, by=draft.owner, revision=draft.revision, declared=True)
    Submission.objects.filter(pk=filed.pk).update(service_title=TITLE, agency_name=AGENCY)
    filed.refresh_from_db()
    return filed
