"""The short messages about a submission that editors may change, and what is put into them.

One that can tell a date has two texts: with the date, and without it.
"""

from urllib.parse import urlsplit

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from outbox.letters.short_messages import Facts, ShortFact, ShortMessage, own_words
from services.forms.messages.registry import NOTIFICATIONS
from services.forms.messages.short_texts import day_told
from services.forms.models import Event
from services.forms.rules.transition_spec import Transition
from services.forms.rules.transitions import TRANSITIONS

LONGEST_CODE = "MMMMMMM-MMMMMMMMMMMMMMMMMMMM-261122-0001"
"""A code as long as codes may be (rules/references.py)."""
LONGEST_HOST = 26
"""A longer one is left out where there is no room for it."""


def short_messages() -> list[ShortMessage]:
    found = []
    for name, notification in NOTIFICATIONS.items():
        found.append(_message(name, is_dated=False))
        if notification.dated:
            found.append(_message(name, is_dated=True))
    return found


def own_text(event: Event) -> str:
    """Return the editors' words about an event, in the language in force, that of its submission; "" without any."""
    day = day_told(NOTIFICATIONS[event.transition], event.data)
    facts = {_("application code"): event.submission.code or "", _("host of the portal"): host()}
    needed = [_("application code")]
    if day:
        facts[_("that day")] = day
        needed.append(_("that day"))
    name = _name(event.transition, is_dated=bool(day))
    return own_words(name, event.submission.language, facts, spare=_("host of the portal"), needed=needed)


def host() -> str:
    """Return where the portal is, as short as it can be said."""
    return urlsplit(settings.WAGTAILADMIN_BASE_URL).netloc


def _name(transition: Transition, *, is_dated: bool) -> str:
    return f"short/{transition}{'/dated' if is_dated else ''}"


def _message(transition: Transition, *, is_dated: bool) -> ShortMessage:
    notification = NOTIFICATIONS[transition]

    def title() -> str:
        told = str(TRANSITIONS[transition].citizen_text)
        return _("%(what)s (with a day)") % {"what": told} if is_dated else told

    def words() -> str:
        what = notification.dated % {"date": f"{{{_('that day')}}}"} if is_dated else notification.short
        told = _("Application %(code)s: %(what)s") % {"code": f"{{{_('application code')}}}", "what": what}
        return f"{told} {{{_('host of the portal')}}}"

    def facts() -> Facts:
        code = ShortFact("H56.21-261130-0007", LONGEST_CODE, is_needed=True)
        day = {_("that day"): ShortFact("02/12/2026", "02/12/2026", is_needed=True)} if is_dated else {}
        place = ShortFact(host(), host() if len(host()) <= LONGEST_HOST else "")
        return {_("application code"): code, **day, _("host of the portal"): place}

    group = gettext_lazy("Short messages (SMS, Zalo) to those who file")
    return ShortMessage(_name(transition, is_dated=is_dated), group, title, words, facts)
