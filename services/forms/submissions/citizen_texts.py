"""What citizens read about transitions and states: the words of the editors, else those that are built in.

The only way to these words. Read once for a page, whatever it lists: one question to the database.
"""

from collections.abc import Iterable
from uuid import UUID

from core.i18n import reader_language
from services.forms.models import CitizenText
from services.forms.rules.transition_spec import Transition
from services.forms.rules.transitions import TRANSITIONS
from services.forms.rules.workflow import NEXT_STEP_TEXT, State

ALL_SERVICES = None
ENGLISH = "en"
OBJECTION = "objection"
"""How a text names what is said of objecting to a decision."""


class CitizenTexts:
    """The words for some services in one language."""

    def __init__(self, services: Iterable[UUID], language: str = "") -> None:
        language = language or reader_language()
        columns = ("words_en", "letter_en") if language == ENGLISH else ("words", "letter")
        rows = CitizenText.objects.holding_for(set(services)).order_by()
        self._words: dict[tuple[UUID | None, str], tuple[str, str]] = {
            (service, about): (words, letter)
            for service, about, words, letter in rows.values_list("service__translation_key", "about", *columns)
        }

    def happened(self, service: UUID, transition: Transition) -> str:
        """Return what happened, in one sentence."""
        return self._said(service, about_transition(transition), 0) or str(TRANSITIONS[transition].citizen_text)

    def next(self, service: UUID, state: State, built_in: str = "") -> str:
        """Return what comes next, and who has to do something; `built_in` is said where no editor wrote."""
        return self._said(service, about_state(state), 0) or built_in or str(NEXT_STEP_TEXT[state])

    def added(self, service: UUID, transition: Transition) -> str:
        """Return the paragraph that the letter about a transition has besides its own; "" when there is none."""
        return self._said(service, about_transition(transition), 1)

    def objection(self, service: UUID) -> str:
        """Return how to object to a decision; "" where no editor wrote it."""
        return self._said(service, OBJECTION, 1) or self._said(service, OBJECTION, 0)

    def _said(self, service: UUID, about: str, place: int) -> str:
        for whose in (service, ALL_SERVICES):
            if said := self._words.get((whose, about), ("", ""))[place]:
                return said
        return ""


def about_transition(name: Transition) -> str:
    """Return how a text names a transition. Two that are one to a citizen share it: editors write for both at once."""
    return f"move.{TRANSITIONS[name].same_text_as or name}"


def about_state(state: State) -> str:
    """Return how a text names a state."""
    return f"state.{state.name.lower()}"
