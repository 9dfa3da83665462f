"""Words that the facts of an answer share: what is unknown and who can tell, ways of filing, what a fact depends on."""

from collections.abc import Iterable

from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from services.answers.card import CardFact, FactState
from services.answers.reception import FilingPlace
from services.rules.choices import ChannelKind

LONGEST_NOTE = 90
"""Characters of a note: two lines of a column of the card."""


def case_noun(noun: str) -> str:
    """Return what the service calls its cases, inside a sentence."""
    return noun or pgettext("noun inside a sentence", "case")


def depends_on(noun: str) -> str:
    """Return what a fact depends on: "Depends on the kind of building"."""
    return _("Depends on the %(noun)s") % {"noun": case_noun(noun)}


def way_of_filing(channel: str) -> str:
    """Return a way of filing inside a sentence."""
    return {
        ChannelKind.ONLINE.value: pgettext("way of filing", "online"),
        ChannelKind.IN_PERSON.value: pgettext("way of filing", "at the counter"),
        ChannelKind.POST.value: pgettext("way of filing", "by post"),
    }[str(channel)]


def ways_in_order(channels: Iterable[str]) -> list[str]:
    """Return the ways of filing, each once, as they are told: online first."""
    found = set(channels)
    return [kind for kind in (ChannelKind.ONLINE, ChannelKind.IN_PERSON, ChannelKind.POST) if kind in found]


def unknown_fact(name: str, label: str, ask: str, why: str = "") -> CardFact:
    """Return a fact that nobody has published: why, where that is known, and who can tell."""
    return CardFact(
        name, label, _("Not published by the agency"), FactState.UNKNOWN, [note for note in (why, ask) if note]
    )


def whom_to_ask(place: FilingPlace | None, *, several: bool) -> str:
    """Return who can tell what is not published, as a note."""
    if several:
        return _("Ask the agency you file with")
    if place is None or not place.ask:
        return _("Ask at the one-stop desk of your commune")
    return _("Ask %(place)s") % {"place": place.ask}


def short(text: str) -> str:
    """Return a text cut at a word to the length of a note."""
    text = " ".join(text.split())
    if len(text) <= LONGEST_NOTE:
        return text
    return str(Truncator(text).chars(LONGEST_NOTE)).rsplit(" ", 1)[0] + "…"


def capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]


def lowered(text: str) -> str:
    return text[:1].lower() + text[1:]
