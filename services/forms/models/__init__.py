"""Forms, submissions, files and their history."""

from services.forms.models.attachment import Attachment, AttachmentState
from services.forms.models.audit import AuditEntry, AuditSeal
from services.forms.models.calendar_version import CalendarVersion
from services.forms.models.citizen_text import CitizenText
from services.forms.models.clock_rule import ClockRow, RuleMissing, RuleTable, rule_in_force, rule_table
from services.forms.models.definition import ServiceFormPage
from services.forms.models.event import Event
from services.forms.models.hold import LegalHold
from services.forms.models.note import Note
from services.forms.models.officer import Officer, OfficerRole
from services.forms.models.rating import Rating
from services.forms.models.slip import Slip, SlipTemplate
from services.forms.models.submission import Submission
from services.forms.models.tally import Tally, TallyCount
from services.forms.models.upkeep import CodeCounter, Tombstone
from services.forms.models.version import FormVersion, FormWords

__all__ = [
    "Attachment",
    "AttachmentState",
    "AuditEntry",
    "AuditSeal",
    "CalendarVersion",
    "CitizenText",
    "ClockRow",
    "CodeCounter",
    "Event",
    "FormVersion",
    "FormWords",
    "LegalHold",
    "Note",
    "Officer",
    "OfficerRole",
    "Rating",
    "RuleMissing",
    "RuleTable",
    "ServiceFormPage",
    "Slip",
    "SlipTemplate",
    "Submission",
    "Tally",
    "TallyCount",
    "Tombstone",
    "rule_in_force",
    "rule_table",
]
