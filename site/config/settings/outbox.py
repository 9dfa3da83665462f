"""The outbox: who delivers what, what the worker does by itself and how often."""

OUTBOX_HANDLERS: dict[str, str] = {
    "account.mail": "accounts.mails.deliver",
}
"""Kind of delivery → `handler(payload: dict) -> None`, which runs outside any transaction and may run twice."""

DAY = 24 * 60 * 60
OUTBOX_ROUTINES: dict[str, tuple[str, int]] = {
    "publish_scheduled": ("outbox.routines.publish_scheduled", 60),
    "forget_done": ("outbox.routines.forget_done", DAY),
    "forget_unconfirmed_accounts": ("accounts.sweeping.forget_unconfirmed", DAY),
    "clear_sessions": ("outbox.routines.clear_sessions", DAY),
}
"""Name → function without arguments, and the seconds from one start to the next; one worker does it at a time."""

OUTBOX_LEASE_SECONDS = 120
"""How long a worker keeps a delivery to itself; of one that died in the middle, another takes it over after that."""
OUTBOX_ROUTINE_LEASE_SECONDS = 900
EMAIL_TIMEOUT = 10
"""Seconds; far below the lease, so that a mail server that hangs cannot make a second worker send the same."""

MAILBOX_FOLDER = ""
"""Where the demonstration keeps its mails, which it never sends."""
