"""The next step of an answer in words: one button, or the sentence that stands where nothing can be pressed."""

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _

from core.i18n import written_day
from core.links import Link
from services.answers.answer import Answer, NextStep
from services.answers.card import ButtonKind, CardButton
from services.answers.words import capitalised, way_of_filing
from services.rules.choices import ChannelKind
from services.rules.paper_forms import website_name


def button_of(answer: Answer, ask: str) -> CardButton:
    """Return the one next step; a step that is closed says so, and what still works."""
    step = answer.step
    match step.kind:
        case ButtonKind.FILE_HERE:
            return CardButton(step.kind, _("File online"), step.url)
        case ButtonKind.NATIONAL:
            return CardButton(step.kind, _("File on %(website)s") % {"website": website_name(step.url)}, step.url)
        case ButtonKind.FORM:
            notes = [step.template.title] if step.template else []
            return CardButton(step.kind, _("Download the form"), step.url, [*notes, _by_hand(answer)])
        case ButtonKind.COUNTER:
            return CardButton(step.kind, _by_hand(answer))
    return CardButton(step.kind, _closed(step), notes=[*_still(answer), ask])


def others_of(step: NextStep) -> Sequence[Link]:
    """Return further ways to do the same, beside the button."""
    if step.kind is ButtonKind.NATIONAL or not step.national_url:
        return ()
    return (Link(capitalised(website_name(step.national_url)), step.national_url),)


def _by_hand(answer: Answer) -> str:
    ways = [way for way in answer.place.channels if way != ChannelKind.ONLINE]
    told = _(" or ").join(way_of_filing(way) for way in ways) or way_of_filing(ChannelKind.IN_PERSON)
    return _("File %(ways)s") % {"ways": told}


def _closed(step: NextStep) -> str:
    if not step.is_in_force:
        return _("This procedure is not in force.")
    if step.opens_on:
        return _("Filing opens here on %(day)s.") % {"day": written_day(step.opens_on)}
    return _("The time for filing here has ended.")


def _still(answer: Answer) -> Iterator[str]:
    """Yield how the papers can be handed in while filing on this portal is closed."""
    ways = [way for way in answer.place.channels if way != ChannelKind.ONLINE]
    if answer.step.is_in_force and ways:
        told = _(" or ").join(way_of_filing(way) for way in ways)
        yield _("You can still file %(ways)s.") % {"ways": told}
