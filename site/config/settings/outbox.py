"""The outbox: who delivers what, what the worker does by itself and how often."""

from django.utils.translation import gettext_lazy as _

from config.env import env

OUTBOX_HANDLERS: dict[str, str] = {
    "attachment.scan": "services.forms.uploads.scanning.deliver",
    "account.mail": "accounts.mails.deliver",
    "calendar.notice": "home.calendar_notices.send",
    "approval.mail": "departments.ownership.mails.send",
    "publication.refused": "outbox.publication_mails.send",
    "fact_check.comments": "home.fact_check.mails.send",
}
"""Kind of delivery → `handler(payload: dict) -> None`, which runs outside any transaction and may run twice."""
OUTBOX_KINDS = {
    "attachment.scan": _("Virus scan of a file"),
    "account.mail": _("Mail about an account"),
    "calendar.notice": _("Mail about uncertain days of the working calendar"),
    "approval.mail": _("Mail about the approval of a page"),
    "publication.refused": _("Mail about a page that was not published on its day"),
    "fact_check.comments": _("Mail about comments of a fact check"),
}
"""Kind of delivery → what administrators read where one could not be delivered."""
OUTBOX_CHANNELS: dict[str, str] = {
    "attachment.scan": "virus_scanner",
    "account.mail": "mail",
    "calendar.notice": "mail",
    "approval.mail": "mail",
    "publication.refused": "mail",
    "fact_check.comments": "mail",
}
"""Kind of delivery → what it is sent through. Each channel has a lane of its own in the worker, and a breaker."""
EDITABLE_LETTERS: list[str] = [
    "accounts.letters.account_letters",
    "departments.ownership.letters.approval_letters",
    "outbox.publication_mails.publication_letters",
    "home.fact_check.mails.fact_check_letters",
    "home.calendar_notices.calendar_letters",
]
"""Functions that name the letters and short messages whose words editors may change (outbox/letters/)."""
OUTBOX_CIRCUIT_FAILURES = 5
"""After so many failures in a row a channel is left alone for a while."""

DAY = 24 * 60 * 60
OUTBOX_ROUTINES: dict[str, tuple[str, int]] = {
    "publish_scheduled": ("outbox.publication.publish_and_withdraw", 60),
    "forget_done": ("outbox.routines.forget_done", DAY),
    "forget_unconfirmed_accounts": ("accounts.cleanup.forget_unconfirmed", DAY),
    "forget_kept_posts": ("core.kept_posts.remove_stale", 60 * 60),
    "forget_old_queries": ("search.query_log.forget_old_queries", DAY),
    "tell_of_uncertain_days": ("home.calendar_notices.queue_calendar_notices", 60 * 60),
    "recount_completeness": ("services.catalogue.recount.recount_completeness", 60 * 60),
    "sync_departments": ("departments.ownership.sync.sync_departments", 60 * 60),
    "clear_sessions": ("outbox.routines.clear_sessions", DAY),
    "sweep_files": ("services.forms.uploads.cleanup.sweep", 60 * 60),
}
"""Name → function without arguments, and the seconds from one start to the next; one worker does it at a time."""

OUTBOX_LEASE_SECONDS = 120
"""How long a worker keeps a delivery to itself; of one that died in the middle, another takes it over after that."""
OUTBOX_ROUTINE_LEASE_SECONDS = 900
EMAIL_TIMEOUT = 10
"""Seconds; far below the lease, so that a mail server that hangs cannot make a second worker send the same."""

MAILBOX_FOLDER = ""
"""Where the demonstration keeps its mails, which it never sends."""

MESSAGE_CHANNELS: dict[str, str] = env.pairs("MESSAGE_CHANNELS")
"""Channel (sms, zalo) → dotted path of what carries its messages (outbox.channels.Channel); none: none is offered."""
MESSAGE_FOLDER = env.folder("MESSAGE_FOLDER")
"""Where outbox.channels.FolderChannel puts messages; private, for nobody but the program that fetches them."""
MESSAGE_SECONDS = 10
"""How long a carrier may take for a message; far below the lease, as with mails."""
