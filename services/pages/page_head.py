"""The first lines of a service page: for whom and what for, and what can be done here and on the national portal."""

import re
from dataclasses import dataclass
from datetime import date
from math import ceil

from django.utils.translation import gettext_lazy as _

from services.models import ServicePage
from services.rules.choices import OnlineScope

TITLE_LINE, LEAD_LINE = 25, 44
"""Characters of a title and of a summary that stand in one line on a phone."""
TITLE_HEIGHT, LEAD_HEIGHT, ROOM = 28, 22, 110
"""Pixels of such a line, and of what fits above the answer on the first screen of a phone."""
_END_OF_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[^\W\d_])")


@dataclass(frozen=True)
class Lead:
    """The summary of a service: its first sentence, and the others. `is_short` lets it stand above the answer on a
    phone, where a longer one comes below it.
    """

    first: str
    rest: str
    is_short: bool


def lead_of(page: ServicePage) -> Lead:
    """Return the summary of the page, cut after its first sentence."""
    first, *rest = _END_OF_SENTENCE.split(page.summary.strip(), maxsplit=1)
    height = TITLE_HEIGHT * ceil(len(page.title) / TITLE_LINE) + LEAD_HEIGHT * ceil(len(first) / LEAD_LINE)
    return Lead(first, " ".join(rest), height <= ROOM)


SCOPES = {
    OnlineScope.NONE: _("information only, nothing is filed online"),
    OnlineScope.PARTIAL: _("a part of the procedure is done online"),
    OnlineScope.FULL: _("the whole procedure is done online"),
}
"""What the national portal offers, after "On the National Public Service Portal:"."""


@dataclass(frozen=True)
class NationalScope:
    """How much can be done on the national portal: what its record said on the day it was captured. `reason` is why
    only a part of it, None where that is no question.
    """

    words: str
    captured_on: date | None
    reason: str | None


def national_scope(page: ServicePage) -> NationalScope | None:
    """Return what the national record says of filing online; None while nobody looked it up."""
    if not page.online_scope:
        return None
    scope = OnlineScope(page.online_scope)
    reason = page.online_scope_reason if scope is OnlineScope.PARTIAL else None
    return NationalScope(str(SCOPES[scope]), page.source_captured_on, reason)
