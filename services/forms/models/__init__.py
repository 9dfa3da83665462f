"""Forms, submissions, files and their history."""

from services.forms.models.attachment import Attachment, AttachmentState
from services.forms.models.definition import ServiceFormPage
from services.forms.models.event import Event
from services.forms.models.note import Note
from services.forms.models.officer import Officer, OfficerRole
from services.forms.models.read_log import Read, ReadLog
from services.forms.models.submission import Submission
from services.forms.models.upkeep import CodeCounter, Stash, Tombstone
from services.forms.models.version import FormVersion, FormWords

__all__ = [
    "Attachment",
    "AttachmentState",
    "CodeCounter",
    "Event",
    "FormVersion",
    "FormWords",
    "Note",
    "Officer",
    "OfficerRole",
    "Read",
    "ReadLog",
    "ServiceFormPage",
    "Stash",
    "Submission",
    "Tombstone",
]
