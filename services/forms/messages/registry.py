"""What is sent about each move: its letter, whether it must reach everybody, and its words in a short message.

One table, so that nothing can be added to the workflow without deciding all three.
"""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from accounts.models import NotifyAbout, Profile


@dataclass(frozen=True)
class NotificationType:
    """`letter` is a file in templates/emails/submissions/<language>/. `short` has at most LONGEST_SHORT characters in
    every language; `dated` is said in its place where the event tells that date (`dated_by`), as %(date)s.
    """

    letter: str
    short: str | Promise
    is_needed: bool = False
    dated: str | Promise = ""
    dated_by: str = "due_at"


LONGEST_SHORT = 83
"""What is left of 160 for the words, beside "Dossier", the longest code (40), the host (26) and blanks."""

_PAPERS = NotificationType("papers_received", _("your papers have been sent to the agency."))
_PAID = NotificationType("payment_received", _("your payment has been recorded."))

NOTIFICATIONS = {
    "file": NotificationType(
        "filed", _("sent to the agency, which will check it. Nothing to do for you now."), is_needed=True
    ),
    "accept": NotificationType(
        "accepted",
        _("accepted by the agency. Nothing to do for you now."),
        dated=_("accepted by the agency. The return date is %(date)s."),
    ),
    "refuse": NotificationType("not_accepted", _("not accepted. Log in to read the reason."), is_needed=True),
    "refuse_late": NotificationType(
        "not_accepted", _("not accepted: the papers did not come in time. Log in to read more."), is_needed=True
    ),
    "begin": NotificationType("in_progress", _("the agency has begun to work on it. Nothing to do for you now.")),
    "ask_for_papers": NotificationType(
        "papers_requested",
        _("more papers are needed. Log in, upload them and press send."),
        is_needed=True,
        dated=_("more papers are needed by %(date)s. Log in, upload them and press send."),
        dated_by="reply_until",
    ),
    "ask_for_payment": NotificationType(
        "payment_requested", _("a fee is to be paid. Log in to see how."), is_needed=True
    ),
    "hand_in": _PAPERS,
    "hand_in_before_acceptance": _PAPERS,
    "pay": _PAID,
    "record_payment": _PAID,
    "transfer": NotificationType("transferred", _("passed on to another agency. Log in to see which one.")),
    "withdraw": NotificationType(
        "withdrawn", _("withdrawn at your wish. If that was not you, tell the agency."), is_needed=True
    ),
    "stop": NotificationType(
        "stopped", _("the agency stopped working on it. Log in to read the reason."), is_needed=True
    ),
    "resolve": NotificationType(
        "resolved", _("there is a decision. Log in to read it and how to get the result."), is_needed=True
    ),
    "hand_over": NotificationType(
        "handed_over", _("the result was handed over. If you did not get it, tell the agency."), is_needed=True
    ),
    "extend": NotificationType(
        "extended",
        _("we are sorry: the return date was put off. Log in to read why."),
        is_needed=True,
        dated=_("we are sorry: the return date was put off to %(date)s. Log in to read why."),
    ),
    "recalculate": NotificationType(
        "recalculated",
        _("the working calendar changed; no return date can be given for now."),
        is_needed=True,
        dated=_("the working calendar changed; the return date is now %(date)s."),
    ),
}
"""Move → what is sent about it."""

OBJECTIONABLE = frozenset({"refuse", "refuse_late", "stop"})
"""Moves whose letters and slips say how to object; the one about a decision does when it is a refusal."""

REMINDER = "draft_reminder"
REPLY_REMINDER = "reply_reminder"
"""The letters about a draft and about a request for papers that end soon; something has to be done, so everybody gets
them."""


def is_wanted(move: str, profile: Profile) -> bool:
    """Whether a person is written to about this move; what must reach everybody is wanted always."""
    return NOTIFICATIONS[move].is_needed or profile.notify_about != NotifyAbout.NEEDED
