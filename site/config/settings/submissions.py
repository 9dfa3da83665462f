"""Dossiers filed online: their codes, how long they are kept, who delivers their mails."""

from django.utils.translation import gettext_lazy as _

from config.env import VAR, env

from .accounts import (
    ACCOUNT_CLOSING_CHECKS,
    ACCOUNT_EXPORTED,
    ACCOUNT_EXPORTS,
    ACCOUNT_LINKS,
    ACCOUNT_PREFERENCES_SAVED,
    ACCOUNT_TEXT_CHECKS,
    ADMIN_EXPORTED,
    MFA_REQUIRED_FOR,
    STAFF_CHANGED,
)
from .outbox import EDITABLE_LETTERS, OUTBOX_CHANNELS, OUTBOX_HANDLERS, OUTBOX_KINDS, OUTBOX_ROUTINES

SUBMISSION_PREFIX = env.matching(
    "SUBMISSION_PREFIX", "H56", r"[A-Z0-9.]{1,20}", "must be capital letters, digits and dots, such as H56."
)
"""Stands in a code for an agency whose own unit code is not known: the code of the province."""
SUBMISSION_MARK = ""
"""Set before every code where nothing real is filed, so that nobody takes it for one of the province."""

DRAFT_DAYS = 30
"""A draft that nobody changed for so long is removed."""
DRAFT_REMINDERS = (7, 2)
"""So many days before its end the person is reminded, once each."""
MAX_DRAFTS = 20
"""Drafts one person may have at once."""

RETENTION_YEARS = env.whole_number("RETENTION_YEARS", 5)
"""Whole years a dossier is kept after it has ended; the archive of the office decides, this is only where it begins."""
RETENTION_YEARS_BY_STATE: dict[int, int] = {}
"""State in which it ended → years, where they differ."""
RETENTION_YEARS_BY_SERVICE: dict[str, int] = {}
"""Procedure code → years; it goes before what the state says."""
ERASURE_OF_ENDED = env.choice("ERASURE_OF_ENDED", ("anonymise", "remove", "keep"))
"""What erase_person does with an ended dossier whose years go on: remove, anonymise, or keep (a duty to archive it)."""

AUDIT_HEAD_FOLDER = env.folder("AUDIT_HEAD_FOLDER", VAR / "audit")
"""Where the head of the audit's chain is kept outside the database; "": nowhere."""

ACCOUNT_CLOSING_CHECKS += ["services.forms.privacy.account_hooks.closing"]
ACCOUNT_EXPORTS += ["services.forms.privacy.account_hooks.export"]
ACCOUNT_EXPORTED += ["services.forms.privacy.account_hooks.exported"]
ADMIN_EXPORTED += ["services.forms.privacy.account_hooks.admin_exported"]
EDITABLE_LETTERS[:0] = [
    "services.forms.messages.editable_letters.submission_letters",
    "services.forms.messages.editable_short_messages.short_messages",
]
EDITABLE_LETTERS += ["services.forms.routines.editable_letters.desk_letters"]
STAFF_CHANGED += ["services.forms.privacy.account_hooks.staff_changed"]
ACCOUNT_LINKS += ["services.forms.privacy.account_hooks.my_dossiers", "services.forms.privacy.account_hooks.desk"]
ACCOUNT_TEXT_CHECKS += ["services.forms.definition.glyphs.require_printable"]
ACCOUNT_PREFERENCES_SAVED += ["services.forms.privacy.account_hooks.preferences_saved"]
OUTBOX_HANDLERS |= {
    "submission.mail": "services.forms.messages.notifications.send",
    "submission.message": "services.forms.messages.short_messages.send",
    "desk.overdue_intake": "services.forms.routines.overdue_intake.send",
    "desk.new_filings": "services.forms.routines.officer_notices.send_filings",
    "desk.last_day_to_extend": "services.forms.routines.officer_notices.send_last_days",
}
OUTBOX_CHANNELS |= {
    "submission.mail": "mail",
    "desk.overdue_intake": "mail",
    "desk.new_filings": "mail",
    "desk.last_day_to_extend": "mail",
}
OUTBOX_KINDS |= {
    "submission.mail": _("Mail about an application"),
    "submission.message": _("Short message about an application"),
    "desk.overdue_intake": _("Mail to officers about applications nobody looked at in time"),
    "desk.new_filings": _("Mail to officers about new applications"),
    "desk.last_day_to_extend": _("Mail to heads about dates that may be put off for the last time"),
}

DAY = 24 * 60 * 60
OUTBOX_ROUTINES |= {
    "remind_of_drafts": ("services.forms.routines.reminders.send_reminders", DAY // 24),
    "seal_audit": ("services.forms.audit.sealing.seal", 60),
    "recount_dates": ("services.forms.routines.deadlines.recount_dates", 60),
    "time_out_requests": ("services.forms.routines.deadlines.time_out_requests", 10 * 60),
    "tell_of_overdue_intake": ("services.forms.routines.overdue_intake.queue_overdue_notices", 60),
    "tell_of_new_filings": ("services.forms.routines.officer_notices.queue_filing_notices", 5 * 60),
    "tell_of_last_days": ("services.forms.routines.officer_notices.queue_last_days", 30 * 60),
    "count_statistics": ("services.forms.statistics.recount.recount_tallies", 10 * 60),
    "retention": ("services.forms.privacy.retention.apply_retention", DAY),
}
MFA_REQUIRED_FOR += ["services.forms.submissions.permissions.is_officer"]
