"""Why an action was not done. Nothing was changed then, and whoever called still has what was typed."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the models stand on the rules
    from services.forms.models import Attachment, Submission


class SubmissionError(Exception):
    """The base of them all."""


class NotAllowed(SubmissionError):
    """This person may not do that here; answered like a submission that does not exist."""


class NotADraft(SubmissionError):
    """The submission was sent already. `submission` is it."""

    def __init__(self, submission: "Submission") -> None:
        super().__init__(f"{submission.pk} is no draft")
        self.submission = submission


class StaleRevision(SubmissionError):
    """Somebody (perhaps the same person in another tab) changed it in between. `submission` is how it stands now."""

    def __init__(self, submission: "Submission", revision: int) -> None:
        super().__init__(f"{submission.pk} has revision {submission.revision}, not {revision}")
        self.submission = submission
        self.revision = revision


class NotOpen(SubmissionError):
    """The service takes no dossiers here (any more). `reasons` are sentences for the citizen."""

    def __init__(self, reasons: Sequence[str] = ()) -> None:
        super().__init__("not open for filing")
        self.reasons = [str(reason) for reason in reasons]


class TooManyDrafts(SubmissionError):
    """One person cannot begin any number of drafts."""


class ReasonMissing(SubmissionError):
    """The transition needs a reason, or a reason for every paper it asks for. `places` name what lacks one."""

    def __init__(self, places: Sequence[str]) -> None:
        super().__init__(", ".join(places))
        self.places = list(places)


class Incomplete(SubmissionError):
    """Not everything is there. `errors`: messages by place (key of the question); `steps`: steps never saved."""

    def __init__(self, errors: Mapping[str, Sequence[str]], steps: Sequence[str] = ()) -> None:
        super().__init__(", ".join([*errors, *steps]))
        self.errors = {place: [str(message) for message in messages] for place, messages in errors.items()}
        self.steps = list(steps)


class FilesPending(SubmissionError):
    """Files are still being checked for viruses. `attachments` are they; nothing has to be handed in again."""

    def __init__(self, attachments: Sequence["Attachment"]) -> None:
        super().__init__(f"{len(attachments)} pending")
        self.attachments = list(attachments)
