"""The mails of the approval of pages that editors may change, with a made-up page to look at them."""

from typing import Any

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from core.addresses import absolute
from core.signature import signature
from departments.ownership.mails import PREFERENCES
from outbox.letters.registry import Letter


def approval_letters() -> list[Letter]:
    group, languages = _("To those who write and approve"), (settings.LANGUAGE_CODE,)
    return [Letter(f"approval/{name}", group, f"emails/approval/{name}.txt", sample, languages) for name in PREFERENCES]


def sample() -> dict[str, Any]:
    person = {"get_full_name": "Nguyễn Văn Ví Dụ", "email": "nguoi.lam@example.vn"}
    return {
        "title": _("Example of a page"),
        "language": "en",
        "submitted_by": person,
        "decided_by": person,
        "comment": _("Example of a comment"),
        "url": absolute("/vi-du/"),
        **signature(),
    }
