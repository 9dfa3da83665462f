"""The four levels of an online public service (Circular 26/2009/TT-BTTTT, Art. 3): earned by the page, not typed."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from services.rules.choices import ApplyMode, ChannelKind, Level, PartStatus
from services.rules.paper_forms import FormSource


@dataclass(frozen=True)
class LevelRequirement:
    """A part of the page: how many rows it has, or what the editor says of a part without rows (a PartStatus)."""

    count: int = 0
    status: str = PartStatus.UNKNOWN

    @property
    def is_stated(self) -> bool:
        """Whether a reader learns something: rows, or an explicit "none", "not prescribed" or "see note". That the
        source says nothing is known to the editor, but tells the reader nothing.
        """
        return self.count > 0 or PartStatus(self.status).tells_readers


UNSTATED = LevelRequirement()


class ChannelFacts(NamedTuple):
    """One way to file (a ChannelKind), and whether a time limit is known for it, in numbers or in words."""

    kind: str
    is_timed: bool = False


class AgencyFacts(NamedTuple):
    """One handling agency: how one applies there (an ApplyMode), and the first and last day (None = no limit)."""

    apply_mode: str = ApplyMode.PAPER
    external_url: str = ""
    opens_on: date | None = None
    closes_on: date | None = None


@dataclass(frozen=True)
class ServiceFacts:
    """Everything the levels depend on, as it stands on the day `on`. The defaults are those of an empty page.

    `may_cost` is False only when the service is said to be free. `payment_route`: a fee can be paid online.
    `remote_result`: the result can be sent online or by post.
    """

    on: date
    official_name: str = ""
    steps: LevelRequirement = UNSTATED
    channels: tuple[ChannelFacts, ...] = ()
    documents: LevelRequirement = UNSTATED
    audiences: int = 0
    agencies: tuple[AgencyFacts, ...] = ()
    results: LevelRequirement = UNSTATED
    fees: LevelRequirement = UNSTATED
    may_cost: bool = True
    templates: LevelRequirement = UNSTATED
    payment_route: bool = False
    remote_result: bool = False


class MissingPart(models.TextChoices):
    """What a level asks for, and the message when it is not there."""

    OFFICIAL_NAME = "official_name", _("Give the official name of the procedure.")
    STEPS = "steps", _("Describe the steps of the procedure.")
    TIME_LIMIT = "time_limit", _("Give the time limit of at least one channel, in numbers or in words.")
    DOCUMENTS = "documents", _("List the documents of the application, or say that there are none.")
    AUDIENCE = "audience", _("Say for whom the service is.")
    AGENCY = "agency", _("Name the agency that handles the service.")
    RESULT = "result", _("Say what the citizen gets, or that no result is issued.")
    FEES = "fees", _("State the fees: amounts, free, not prescribed, or where they are set.")
    TEMPLATE = (
        "template",
        _("Add a form, the page where it is found or its name in the law, or say that no form is prescribed."),
    )
    WAY_TO_HAND_IN = "way_to_hand_in", _("Name a way to hand the application in: at the counter, by post or online.")
    ONLINE_ROUTE = "online_route", _("Open online filing at an agency, here or on the national portal.")
    PAYMENT_ROUTE = "payment_route", _("Offer online payment, or state that the service is free.")
    REMOTE_RESULT = "remote_result", _("Offer the result online or by post.")

    @property
    def name_for_readers(self) -> Promise | str:
        """What is missing, in the few words a reader is told."""
        return _NAMES[self]


class Missing(NamedTuple):
    """A part that is not there, and the level that asks for it."""

    part: MissingPart
    level: Level

    @property
    def message(self) -> str:
        """What the editor is asked to do, in the language in force."""
        return str(self.part.label)


class OnlineRoutes(NamedTuple):
    """How many agencies take the dossier online, counted apart: on this portal, and on the national portal."""

    site: int
    external: int


@dataclass(frozen=True)
class LevelWords:
    """A level in plain words: a short title and what it promises, sentence by sentence (lazily translated)."""

    title: Promise | str
    promises: tuple[Promise | str, ...]


def online_routes(facts: ServiceFacts) -> OnlineRoutes:
    """Return the agencies open for online filing on the day of the facts; an external link counts only with its
    address.
    """
    open_agencies = [agency for agency in facts.agencies if _is_open(agency, facts.on)]
    return OnlineRoutes(
        site=sum(agency.apply_mode == ApplyMode.SITE_FORM for agency in open_agencies),
        external=sum(agency.apply_mode == ApplyMode.EXTERNAL and bool(agency.external_url) for agency in open_agencies),
    )


def missing(facts: ServiceFacts, level: Level) -> list[Missing]:
    """Return what the service lacks to keep the promises of that level and of every level below it,
    lowest level first.

    From level 3 on, a form filled in on this portal stands for the forms to download of level 2.
    """
    lacking = [Missing(part, at) for at, part, is_kept in _RULES if at <= level and not is_kept(facts)]
    is_filled_in_here = level >= Level.THREE and online_routes(facts).site > 0
    return [gap for gap in lacking if not (is_filled_in_here and gap.part is MissingPart.TEMPLATE)]


def earned(facts: ServiceFacts) -> Level | None:
    """Return the highest level whose promises all hold, or None when none does.

    A service with a form of its own on this portal and no form to download earns level 3, and would not earn level 2.
    """
    return max((level for level in Level if not missing(facts, level)), default=None)


def describe(level: Level) -> LevelWords:
    """Return the level in plain words, for badges, cards and the page about the levels."""
    return _WORDS[Level(level)]


def title_of(level: Level, forms: FormSource) -> Promise | str:
    """Return the title of a level on one service's page, which promises no form that the page does not lead to."""
    if level != Level.TWO or forms is FormSource.HERE:
        return describe(level).title
    return describe(Level.ONE).title if forms is FormSource.UNKNOWN else FormSource(forms).label


def _is_open(agency: AgencyFacts, on: date) -> bool:
    return (agency.opens_on or on) <= on <= (agency.closes_on or on)


def _has_template(facts: ServiceFacts) -> bool:
    """Return whether the page leads to a form or names it, or says that none is prescribed; "see note" names none."""
    return facts.templates.count > 0 or facts.templates.status in (PartStatus.NONE, PartStatus.NOT_PRESCRIBED)


def _can_be_handed_in(facts: ServiceFacts) -> bool:
    """By counter or post, or online: some services are filed online only, and that serves level 2 as well."""
    by_hand = any(channel.kind in (ChannelKind.IN_PERSON, ChannelKind.POST) for channel in facts.channels)
    return by_hand or any(online_routes(facts))


_RULES: tuple[tuple[Level, MissingPart, Callable[[ServiceFacts], bool]], ...] = (
    (Level.ONE, MissingPart.OFFICIAL_NAME, lambda facts: bool(facts.official_name.strip())),
    (Level.ONE, MissingPart.STEPS, lambda facts: facts.steps.is_stated),
    (Level.ONE, MissingPart.TIME_LIMIT, lambda facts: any(channel.is_timed for channel in facts.channels)),
    (Level.ONE, MissingPart.DOCUMENTS, lambda facts: facts.documents.is_stated),
    (Level.ONE, MissingPart.AUDIENCE, lambda facts: facts.audiences > 0),
    (Level.ONE, MissingPart.AGENCY, lambda facts: bool(facts.agencies)),
    (Level.ONE, MissingPart.RESULT, lambda facts: facts.results.is_stated),
    (Level.ONE, MissingPart.FEES, lambda facts: facts.fees.is_stated),
    (Level.TWO, MissingPart.TEMPLATE, _has_template),
    (Level.TWO, MissingPart.WAY_TO_HAND_IN, _can_be_handed_in),
    (Level.THREE, MissingPart.ONLINE_ROUTE, lambda facts: any(online_routes(facts))),
    (Level.FOUR, MissingPart.PAYMENT_ROUTE, lambda facts: facts.payment_route or not facts.may_cost),
    (Level.FOUR, MissingPart.REMOTE_RESULT, lambda facts: facts.remote_result),
)

_WORDS = {
    Level.ONE: LevelWords(
        _("Full information"),
        (
            _("You read here what to do: the steps, the documents, the time it takes and what it costs."),
            _("You prepare the application yourself and take it to the office."),
        ),
    ),
    Level.TWO: LevelWords(
        _("Forms to download"),
        (
            _("You find everything of level 1."),
            _("You download the forms and fill them in at home."),
            _("You hand the application in at the counter or send it by post."),
        ),
    ),
    Level.THREE: LevelWords(
        _("File online"),
        (
            _("You find everything of level 2."),
            _("You fill in the forms and send the application online, at any hour."),
            _("You pay the fee, if there is one, and collect the result at the office."),
        ),
    ),
    Level.FOUR: LevelWords(
        _("Everything online"),
        (
            _("You find everything of level 3."),
            _("You pay online, if there is a fee."),
            _("You choose how to get the result: online, at the counter or by post."),
        ),
    ),
}

_NAMES: dict[MissingPart, Promise | str] = {
    MissingPart.OFFICIAL_NAME: _("the official name"),
    MissingPart.STEPS: _("the steps"),
    MissingPart.TIME_LIMIT: _("the time limit"),
    MissingPart.DOCUMENTS: _("the documents"),
    MissingPart.AUDIENCE: _("who may apply"),
    MissingPart.AGENCY: _("the agency that handles it"),
    MissingPart.RESULT: _("what you get"),
    MissingPart.FEES: _("the fee"),
    MissingPart.TEMPLATE: _("the forms"),
    MissingPart.WAY_TO_HAND_IN: _("a way to hand it in"),
    MissingPart.ONLINE_ROUTE: _("online filing"),
    MissingPart.PAYMENT_ROUTE: _("online payment"),
    MissingPart.REMOTE_RESULT: _("the result online or by post"),
}
