"""The letters about a submission that editors may change, with a made-up dossier to look at them.

Slips are none of them: their words are those of Circular 03/2025/TT-VPCP.
"""

from datetime import datetime, timedelta
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.addresses import absolute
from core.signature import signature
from outbox.letters.registry import Letter
from services.forms.messages.registry import NOTIFICATIONS, REMINDER, REPLY_REMINDER
from services.rules.wording import money

EXAMPLE = "00000000-0000-0000-0000-000000000000"


def submission_letters() -> list[Letter]:
    names = dict.fromkeys([*(sent.letter for sent in NOTIFICATIONS.values()), REPLY_REMINDER, REMINDER])
    group, template = gettext_lazy("To those who file"), "emails/submissions/{{language}}/{name}.txt"
    return [Letter(f"submissions/{name}", group, template.format(name=name), sample) for name in names]


def sample() -> dict[str, Any]:
    """Return facts that bring out every part a letter can have."""
    now = timezone.localtime()
    page = absolute(reverse("submission", args=[EXAMPLE]))
    return {
        **_dates(now),
        "submission": {"code": "H56.21-261130-0007"},
        "service": _("Example of a service"),
        "agency": _("Example of an agency"),
        "place": {"lines": [_("Example of an agency")]},
        "url": page,
        "result_url": page,
        "supplement_url": absolute(reverse("submission_supplement", args=[EXAMPLE])),
        "tracking_url": absolute(reverse("tracking")),
        "pin": "ABCD-EFGH",
        "limit": _("Example of a time limit"),
        "reason": _("Example of what the agency wrote"),
        "papers": [{"name": _("Example of a document"), "reason": _("Example of a reason")}],
        "effect": "pause",
        "payment": {"what": _("Example of a fee"), "until": now.date(), "where": _("Example of an agency")},
        "amount": money(300_000),
        "is_granted": True,
        "punctuality": _("Example of what is said of being in time"),
        "ways": [_("Example of a way to receive it")],
        "receiver": _("Example of an agency"),
        **signature(),
    }


def _dates(now: datetime) -> dict[str, datetime]:
    soon = now + timedelta(days=7)
    return {
        "at": now,
        "due_at": soon,
        "was_due_at": now,
        "return_until": soon,
        "reply_until": soon,
        "ends_at": soon,
    }
