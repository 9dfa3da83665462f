"""What a page says after a button of a question of files was pressed: which files came, which went."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from services.forms.models import Attachment, Submission

SESSION_KEY = "upload_notices"
"""Where sentences wait for the page that is shown next: by submission, then by question."""


@dataclass
class Changes:
    """What one press did to the files of one question. `renamed` has the names they came with."""

    received: list[Attachment] = field(default_factory=list)
    renamed: dict[str, Attachment] = field(default_factory=dict)
    removed: list[str] = field(default_factory=list)

    def sentences(self, count: int) -> list[str]:
        """In the language of the moment; `count` files lie at the question now."""
        now = ngettext("(%(count)d file for this document)", "(%(count)d files for this document)", count) % {
            "count": count
        }
        names, gone = [file.name for file in self.received], self.removed
        told = []
        if names:
            told.append(
                ngettext("Received the file %(names)s", "Received the files %(names)s", len(names)) % _list(names)
            )
        if gone:
            told.append(ngettext("Removed the file %(names)s", "Removed the files %(names)s", len(gone)) % _list(gone))
        return [f"{sentence} {now}." for sentence in told] + [_renamed(*pair) for pair in self.renamed.items()]


def add_upload_notices(request: HttpRequest, submission: Submission, question: str, sentences: Sequence[str]) -> None:
    """Keep sentences until a page shows them."""
    waiting = request.session.get(SESSION_KEY, {})
    waiting.setdefault(str(submission.pk), {})[question] = list(sentences)
    request.session[SESSION_KEY] = waiting


def told(request: HttpRequest, submission: Submission) -> dict[str, list[str]]:
    """Return the sentences that wait for this submission, by question; they wait no longer."""
    waiting = request.session.get(SESSION_KEY, {})
    sentences: dict[str, list[str]] = waiting.pop(str(submission.pk), {})
    if sentences:
        request.session[SESSION_KEY] = waiting
    return sentences


def _list(names: Sequence[str]) -> dict[str, str]:
    return {"names": ", ".join(names)}


def _renamed(name: str, file: Attachment) -> str:
    words = _("Inside, %(old)s is a %(kind)s file, so it is called %(new)s now.")
    return words % {"old": name, "kind": file.kind.upper(), "new": file.name}
