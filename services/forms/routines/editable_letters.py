"""The mails to officers that editors may change, with made-up dossiers to look at them."""

from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.addresses import absolute
from core.signature import signature
from outbox.letters.registry import Letter
from services.forms.routines.officer_notices import LETTERS


def desk_letters() -> list[Letter]:
    group, languages = gettext_lazy("To officers"), (settings.LANGUAGE_CODE,)
    names = [*LETTERS.values(), "overdue_intake"]
    return [Letter(f"desk/{name}", group, f"emails/desk/{name}.txt", sample, languages) for name in names]


def sample() -> dict[str, Any]:
    now = timezone.localtime()
    row = {
        "code": "H56.21-261130-0007",
        "service_title": _("Example of a service"),
        "filed_at": now,
        "intake_due_at": now,
        "due_at": now,
    }
    return {
        "rows": [row],
        "agencies": {_("Example of an agency"): [row]},
        "count": 1,
        "hours": 8,
        "url": absolute(reverse("desk")),
        **signature(),
    }
