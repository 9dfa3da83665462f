"""The states of a submission, and in what capacity somebody changes it. What leads where: state_changes.py.

States and their numbers are the official codes of dossiers on the national portal; 0 is a draft and never public.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.IntegerChoices):
    DRAFT = 0, _("Draft (not sent yet)")
    FILED = 1, _("Newly filed")
    ACCEPTED = 2, _("Accepted")
    NOT_ACCEPTED = 3, _("Not accepted")
    IN_PROGRESS = 4, _("In progress")
    SUPPLEMENT = 5, _("More documents requested")
    PAYMENT = 6, _("Payment requested")
    WITHDRAWN = 7, _("Withdrawn")
    STOPPED = 8, _("Stopped")
    RESOLVED = 9, _("Resolved")
    HANDED_OVER = 10, _("Result handed over")


class Actor(models.TextChoices):
    """In what capacity somebody changes a submission."""

    CITIZEN = "citizen", _("Citizen")
    OFFICER = "officer", _("Officer")
    SYSTEM = "system", _("System")


ENDED = frozenset({State.NOT_ACCEPTED, State.WITHDRAWN, State.STOPPED, State.HANDED_OVER})
"""States nothing leads out of."""
UNFINISHED = frozenset(State) - ENDED - {State.DRAFT}
"""What somebody still has to deal with; the index `submission_unfinished` holds exactly these."""

PAUSING = frozenset({State.SUPPLEMENT, State.PAYMENT})
"""States in which the office waits for the citizen and the clock stands still."""
WORKED_ON = frozenset({State.ACCEPTED, State.IN_PROGRESS})
"""States in which the clock runs."""
ACCEPTING = WORKED_ON | {State.RESOLVED}
"""States in which the office works on a submission, or has: the first of them is its acceptance."""

NEXT_STEP_TEXT = {
    State.DRAFT: _("Not sent yet: the agency has got nothing. Go on filling it in and send it."),
    State.FILED: _("The agency looks at it and accepts it, asks for more documents, or refuses it with a reason."),
    State.ACCEPTED: _("The agency will work on the application; there is nothing for you to do now."),
    State.NOT_ACCEPTED: _("This application has ended. Deal with the reason, then you can file a new one."),
    State.IN_PROGRESS: _("The agency is working on the application; there is nothing for you to do now."),
    State.SUPPLEMENT: _("Upload the documents asked for, then press send: the agency gets nothing before that."),
    State.PAYMENT: _("Pay the fee as the agency says; then the work goes on."),
    State.WITHDRAWN: _("This application has ended. You can file a new one whenever you need it."),
    State.STOPPED: _("This application has ended. You can file a new one whenever you need it."),
    State.RESOLVED: _("Receive the result in the way you chose when you filed."),
    State.HANDED_OVER: _("The application is complete; there is nothing more for you to do."),
}
"""State → what happens next, and who has to do something."""


class IllegalTransition(Exception):
    """The table knows no such transition from this state for this actor."""
