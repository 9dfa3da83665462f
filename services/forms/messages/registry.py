"""What is sent about a submission: by the table of transitions, and the letters that tell of no transition.

A record says the letter of a transition, whether it must reach everybody, and its words in a short message.
"""

from accounts.models import NotifyAbout, Profile
from services.forms.rules.transition_spec import Transition
from services.forms.rules.transitions import TRANSITIONS

LONGEST_SHORT = 79
"""What is left of 160 for the words, beside "Application", the longest code (40), the host (26) and blanks."""

NOTIFICATIONS = {name: spec.notification for name, spec in TRANSITIONS.items() if spec.notification}
"""Transition → what is sent about it."""

REMINDER = "draft_reminder"
REPLY_REMINDER = "reply_reminder"
"""The letters about a draft and about a request for papers that end soon; something has to be done, so everybody gets
them."""


def is_wanted(name: Transition, profile: Profile) -> bool:
    """Return whether a person is written to about this transition; what must reach everybody is wanted always."""
    return NOTIFICATIONS[name].is_needed or profile.notify_about != NotifyAbout.NEEDED
