"""The words of a short message: code, what happened or is to be done, the portal's host. Never a name or an answer."""

from django.utils import timezone
from django.utils.translation import gettext as _

from services.forms.rules.transition_shapes import EventData
from services.forms.rules.transition_spec import NotificationType
from services.forms.submissions.due_dates import event_dates

LONGEST = 160
"""Characters of one SMS without tone marks; the other channels keep to it too."""


def short_text(notification: NotificationType, *, code: str, data: EventData, host: str) -> str:
    """Return the message in the language in force. A host there is no room for is left out,
    never a part of the words.
    """
    day = day_told(notification, data)
    what = notification.dated % {"date": day} if day else notification.short
    words = _("Application %(code)s: %(what)s") % {"code": code, "what": what}
    whole = f"{words} {host}"
    return whole if len(whole) <= LONGEST else words


def day_told(notification: NotificationType, data: EventData) -> str:
    """Return the day in Vietnam that the message tells, the same in every language; "" when it tells none."""
    moment = event_dates(data)[notification.dated_by] if notification.dated else None
    return f"{timezone.localtime(moment):%d/%m/%Y}" if moment else ""
