"""A person with the canary in everything she can write, and everywhere to look for it afterwards."""

import io
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from fpdf import FPDF

from accounts.models import Profile, User
from core.models import KeptPost
from services.forms import actions
from services.forms.models import Submission
from services.forms.rules.workflow import Actor, State
from services.forms.submissions.ratings import RATED
from services.forms.uploads.taking import take
from tests.builders_accounts import make_citizen
from tests.builders_submissions import PAPER, make_draft, make_officer

CANARY = "chimhoangyen7431"
PHONE = "0917431743"
"""What short messages reach her by; carriers write it in several ways, so it is looked for without its 0."""


def make_person() -> User:
    """Every free text of the account and of the profile holds the canary; messages reach her on every channel."""
    fields = [field for field in Profile._meta.fields if field.get_internal_type() == "CharField"]
    details = {field.name: CANARY[: field.max_length] for field in fields if not field.choices}
    told = {"full_name": f"{CANARY} Hoa", "phone": PHONE, "message_channels": ["sms", "zalo"]}
    person = make_citizen(f"{CANARY}@example.vn", **{**details, **told})
    person.first_name = person.last_name = CANARY
    person.save()
    return person


def fill(person: User) -> Submission:
    """A draft of hers that can be sent: the canary in answers, file name, file and what was typed and not sent."""
    draft = make_draft(person)
    told = {"owner": {"full_name": CANARY, "case": "new"}, "papers": {}, "delivery": {"note": CANARY}}
    for step, answers in told.items():
        draft = actions.save_step(submission=draft, by=person, step=step, answers=answers, revision=draft.revision)
    sheet = FPDF()
    sheet.set_title(CANARY)
    sheet.add_page()
    take(draft, PAPER, SimpleUploadedFile(f"{CANARY}.pdf", bytes(sheet.output())), by=person)
    path = f"/ho-so/{draft.pk}/buoc/owner/"
    for owner in (f"person:{person.pk}", "person:0"):
        KeptPost.objects.create(owner=owner, path=path, data={"full_name": [CANARY]})
    KeptPost.objects.create(owner=f"person:{person.pk}", path="/tai-khoan/ho-so/", data={"full_name": [CANARY]})
    return draft


def file(person: User, state: State = State.FILED) -> Submission:
    """A dossier of hers; the office has written the canary too."""
    draft = fill(person)
    filed = actions.submit(submission=draft, by=person, revision=draft.revision, declared=True)
    officer = make_officer()
    ways: dict[State, list[tuple[str, dict[str, Any]]]] = {
        State.FILED: [],
        State.NOT_ACCEPTED: [("refuse", {"reason": CANARY})],
        State.SUPPLEMENT: [
            ("accept", {}),
            ("ask_for_papers", {"detail": {"papers": [{"name": CANARY, "reason": CANARY}]}}),
        ],
        State.HANDED_OVER: [
            ("accept", {}),
            ("begin", {}),
            ("resolve", {"detail": {"outcome": "refused"}, "reason": CANARY}),
            ("hand_over", {}),
        ],
    }
    if state == State.WITHDRAWN:
        return actions.withdraw(submission=filed, by=person, revision=filed.revision, reason=CANARY)
    for name, told in ways[state]:
        filed = actions.perform_transition(
            submission=filed, name=name, by=officer, role=Actor.OFFICER, revision=filed.revision, **told
        )
    if state in RATED:
        actions.rate(submission=filed, by=person, score=2, comment=CANARY)
    return filed


def dump() -> str:
    """Every row of every table of the database, as text."""
    text = io.StringIO()
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names():
            cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608 (a name the database itself gave)
            text.writelines(repr(row) for row in cursor.fetchall())
    return text.getvalue()


def files_with_canary() -> list[Path]:
    """Files of citizens, mails and messages whose name or bytes hold it, or her telephone number."""
    folders = (settings.PRIVATE_ROOT, settings.MAILBOX_FOLDER, settings.MESSAGE_FOLDER)
    files = [path for folder in folders if folder for path in Path(folder).rglob("*") if path.is_file()]
    return [path for path in files if holds_canary(f"{path.name} {path.read_bytes()!r}")]


def holds_canary(text: str) -> bool:
    """Whether something tells of her."""
    return CANARY in text or PHONE.removeprefix("0") in text
