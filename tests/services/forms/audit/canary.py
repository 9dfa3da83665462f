"""A person with the canary in everything she can write, and everywhere to look for it afterwards."""

import io
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from fpdf import FPDF

from accounts.models import Profile, User
from services.forms import actions
from services.forms.models import Submission
from services.forms.ratings import RATED
from services.forms.uploads.taking import take
from services.forms.workflow import Actor, State
from tests.builders_accounts import make_citizen
from tests.builders_cases import PAPER, make_draft, make_officer

CANARY = "chimhoangyen7431"


def make_person() -> User:
    """Every text of the account and of the profile holds the canary."""
    texts = [field.name for field in Profile._meta.fields if field.get_internal_type() == "CharField"]
    longest = {name: Profile._meta.get_field(name).max_length for name in texts}
    details = {name: CANARY[:length] for name, length in longest.items() if name != "applicant_type"}
    person = make_citizen(f"{CANARY}@example.vn", **{**details, "full_name": f"{CANARY} Hoa"})
    person.first_name = person.last_name = CANARY
    person.save()
    return person


def fill(person: User) -> Submission:
    """A draft of hers that can be sent: the canary in answers, file name, file and a stash."""
    draft = make_draft(person)
    told = {"owner": {"full_name": CANARY, "case": "new"}, "papers": {}, "delivery": {"note": CANARY}}
    for step, answers in told.items():
        draft = actions.save_step(submission=draft, by=person, step=step, answers=answers, revision=draft.revision)
    sheet = FPDF()
    sheet.set_title(CANARY)
    sheet.add_page()
    take(draft, PAPER, SimpleUploadedFile(f"{CANARY}.pdf", bytes(sheet.output())), by=person)
    actions.stash(submission_id=draft.pk, step="owner", data={"full_name": [CANARY]})
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
        filed = actions.move(
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
    """Files of citizens and mails whose name or bytes hold it."""
    places = [Path(place) for place in (settings.PRIVATE_ROOT, settings.MAILBOX_FOLDER) if place]
    files = [path for place in places for path in place.rglob("*") if path.is_file()]
    return [path for path in files if CANARY in path.name or CANARY.encode() in path.read_bytes()]
