"""The place of an answer in words: the ways of filing, who takes the papers, and where."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from services.answers.answer import PlaceAnswer
from services.answers.card import ButtonKind, CardFact, FactState
from services.answers.words import capitalised, unknown_fact, way_of_filing
from services.rules.choices import ChannelKind


def place_fact(place: PlaceAnswer, *, kind: ButtonKind, channel: str, ask: str) -> CardFact:
    """Return how and where the papers are handed in."""
    label = pgettext("fact of an answer", "Where")
    if not place.is_known:
        return unknown_fact("place", label, ask)
    value = ", ".join(way_of_filing(way) for way in place.channels) or _("At the agency")
    if channel == ChannelKind.ONLINE and kind is ButtonKind.FILE_HERE:
        value = _("Online, here")
    return CardFact("place", label, capitalised(value), FactState.KNOWN, list(_who_takes_it(place))[:2])


def _who_takes_it(place: PlaceAnswer) -> Iterator[str]:
    names = [agency.name.text for agency in place.agencies]
    if len(names) == 1:
        yield names[0]
    elif names:
        others = len(names) - 1
        yield ngettext("%(name)s and %(count)d other agency", "%(name)s and %(count)d other agencies", others) % {
            "name": names[0],
            "count": others,
        }
    if place.place and (where := place.place.in_short):
        yield where
