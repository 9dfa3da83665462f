"""The answer of a service for one case, one way of filing, one agency and one day: a pure function of its facts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from core.models import PortalDocument
from services.answers.card import ButtonKind
from services.answers.cost import CostAnswer, cost_answer
from services.answers.facts import AnswerFacts, ReceivingAgency
from services.answers.papers import PapersAnswer, papers_answer
from services.answers.reception import FilingPlace
from services.answers.time_limits import TimeAnswer, time_answer
from services.rules.choices import ChannelKind


@dataclass(frozen=True)
class PlaceAnswer:
    """`channels` are the ways of filing, `agencies` those that take the dossier. `place` is the one place that receives
    it and can tell what is not published; None where several do.
    """

    channels: tuple[str, ...]
    agencies: tuple[ReceivingAgency, ...]
    place: FilingPlace | None

    @property
    def is_known(self) -> bool:
        return bool(self.channels or self.agencies)


@dataclass(frozen=True)
class NextStep:
    """What the reader does next. `agency` takes the dossier here or on the national portal, None where that is open.

    `url` is where it is done, `national_url` the national portal beside it, both "" where there is none. `opens_on` is
    the day on which filing here begins, None unless it is still to come. `is_in_force`: whether the procedure is.
    """

    kind: ButtonKind
    url: str = ""
    national_url: str = ""
    opens_on: date | None = None
    is_in_force: bool = True
    template: PortalDocument | None = None


@dataclass(frozen=True)
class Answer:
    """The answer; `case`, `channel` and `agency` are what it was asked for, "" where that is open."""

    case: str
    channel: str
    agency: str
    on: date
    papers: PapersAnswer
    cost: CostAnswer
    time: TimeAnswer
    place: PlaceAnswer
    step: NextStep


def answer(facts: AnswerFacts, *, case: str = "", channel: str = "", agency: str = "") -> Answer:
    """Return what holds for that case (its key), way of filing (a ChannelKind) and agency (its key) on the day of the
    facts; "" leaves each of them open.
    """
    agencies = [one for one in facts.agencies if not agency or one.key == agency]
    department = agencies[0].department if len(agencies) == 1 else None
    return Answer(
        case=case,
        channel=channel,
        agency=agency,
        on=facts.on,
        papers=papers_answer(facts.documents, case=case, stated=facts.documents_stated),
        cost=cost_answer(
            facts.fees, case=case, channel=channel, channels=facts.channels, stated=facts.fees_stated, on=facts.on
        ),
        time=time_answer(facts.durations, case=case, channel=channel, on=facts.on, clock=facts.clock_of(department)),
        place=_place(facts, agencies, channel),
        step=_step(facts, agencies),
    )


_ORDER = (ChannelKind.ONLINE, ChannelKind.IN_PERSON, ChannelKind.POST)
"""Ways of filing as they are told."""


def _place(facts: AnswerFacts, agencies: Sequence[ReceivingAgency], channel: str) -> PlaceAnswer:
    channels = [channel] if channel else [str(kind) for kind in _ORDER if kind in facts.channels]
    place = facts.place if not agencies else agencies[0].place if len(agencies) == 1 else None
    return PlaceAnswer(tuple(channels), tuple(agencies), place)


def _step(facts: AnswerFacts, agencies: Sequence[ReceivingAgency]) -> NextStep:
    """Return the next step: here, on the national portal, a form to fill in, the counter, in that order."""
    national = next((one.url for one in agencies if one.url and (one.is_open or one.files_here)), "")
    if not facts.is_in_force:
        return NextStep(ButtonKind.CLOSED, is_in_force=False)
    if any(one.takes_here for one in agencies):
        return NextStep(ButtonKind.FILE_HERE, facts.form_url, national)
    shut = [one for one in agencies if one.files_here and not one.is_open]
    if shut or (agencies and not any(one.is_open for one in agencies)):
        return NextStep(ButtonKind.CLOSED, "", national, _opening(shut or agencies, facts.on))
    if national:
        return NextStep(ButtonKind.NATIONAL, national, national)
    return _by_hand(facts)


def _by_hand(facts: AnswerFacts) -> NextStep:
    for template in facts.templates:
        return NextStep(ButtonKind.FORM, template.url, template=template)
    return NextStep(ButtonKind.COUNTER)


def _opening(agencies: Sequence[ReceivingAgency], on: date) -> date | None:
    """Return the first day still to come on which one of them opens."""
    return min((one.opens_on for one in agencies if one.opens_on and one.opens_on > on), default=None)
