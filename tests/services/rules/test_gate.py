"""What keeps a service from being published, rule by rule, and what does not."""

from dataclasses import dataclass, field, replace
from datetime import date

import pytest

from services.models import ServicePage
from services.rules.choices import ApplyMode, ChannelKind, CountedFrom, DurationUnit, FeeStatus, PartStatus
from services.rules.gate import PLACES, ServiceDraft, problems
from services.rules.levels import AgencyFacts, ChannelFacts, LevelRequirement, MissingPart, ServiceFacts

EARLIER, LATER = date(2026, 1, 1), date(2026, 2, 1)


@dataclass(frozen=True)
class Fee:
    status: str = FeeStatus.AMOUNT
    amount: int | None = 8000
    note: str = ""
    kind: str = "le_phi"
    name: str = "Lệ phí"
    unit: str = ""
    channel: str = ""
    case_key: str = ""
    case: str = ""
    valid_from: date | None = None
    valid_to: date | None = None


@dataclass(frozen=True)
class Limit:
    value: int | None = 3
    unit: str = DurationUnit.WORKING_DAY
    note: str = ""
    channel: str = ""
    case_key: str = ""
    case: str = ""
    counted_from: str = CountedFrom.ACCEPTANCE


@dataclass(frozen=True)
class Agency:
    department_id: int | None = 1
    agency_name: str = ""
    apply_mode: str = ApplyMode.PAPER
    external_url: str = ""
    opens_on: date | None = None
    closes_on: date | None = None


@dataclass(frozen=True)
class Case:
    key: str
    name: str


TWO_CASES = [Case("kham", "Phòng khám"), Case("nui", "Xã miền núi")]


@dataclass(frozen=True)
class Paper:
    case_key: str = ""
    case: str = ""
    template_url: str = ""
    template_files: str = field(default="")


COMPLETE = ServiceFacts(
    on=EARLIER,
    official_name="Cấp bản sao trích lục",
    steps=LevelRequirement(1),
    channels=(ChannelFacts(ChannelKind.POST, is_timed=True),),
    documents=LevelRequirement(1),
    audiences=1,
    agencies=(AgencyFacts(),),
    results=LevelRequirement(1),
    fees=LevelRequirement(1),
    templates=LevelRequirement(1),
)
WITHOUT_FEES = replace(COMPLETE, fees=LevelRequirement(status=PartStatus.NOT_NAMED))


def places(**draft) -> list[tuple[str, int | None, str]]:
    return [(one.field, one.row, one.column) for one in problems(ServiceDraft(**draft))]


REFUSED = {
    "a title too long": ({"title": "x" * 121}, ("title", None, "")),
    "a level of which one promise is open": ({"level": 1, "facts": WITHOUT_FEES}, ("fees", None, "")),
    "a higher level than the public one": ({"level": 2, "claimed": 1, "facts": WITHOUT_FEES}, ("fees", None, "")),
    "in force until before it is": ({"effective_from": LATER, "effective_to": EARLIER}, ("effective_to", None, "")),
    "a fee without its amount": ({"fees": [Fee(amount=None)]}, ("fees", 0, "amount")),
    "an amount of something free": ({"fees": [Fee(status=FeeStatus.FREE)]}, ("fees", 0, "amount")),
    "a note that says nothing": (
        {"fees": [Fee(), Fee(status=FeeStatus.SEE_NOTE, amount=None)]},
        ("fees", 1, "note"),
    ),
    "a fee that ends before it begins": (
        {"fees": [Fee(valid_from=LATER, valid_to=EARLIER)]},
        ("fees", 0, "valid_to"),
    ),
    "the same fee twice": ({"fees": [Fee(), Fee(amount=9000)]}, ("fees", 1, "")),
    "two fees without a case": ({"fees": [Fee(), Fee(name="Phí", kind="phi")]}, ("fees", 1, "")),
    "periods that overlap": (
        {"fees": [Fee(valid_to=LATER), Fee(amount=9000, valid_from=EARLIER)]},
        ("fees", 1, ""),
    ),
    "a limit without its number": ({"durations": [Limit(value=None)]}, ("durations", 0, "value")),
    "a number where none belongs": (
        {"durations": [Limit(unit=DurationUnit.IMMEDIATE)]},
        ("durations", 0, "value"),
    ),
    "words that are not there": (
        {"durations": [Limit(value=None, unit=DurationUnit.WORDS)]},
        ("durations", 0, "note"),
    ),
    "two limits for one thing": ({"durations": [Limit(), Limit(), Limit(value=5)]}, ("durations", 2, "")),
    "an agency without a name": ({"agencies": [Agency(department_id=None)]}, ("handling_agencies", 0, "")),
    "an agency with two": ({"agencies": [Agency(agency_name="Bộ")]}, ("handling_agencies", 0, "")),
    "an external link to nowhere": (
        {"agencies": [Agency(apply_mode=ApplyMode.EXTERNAL)]},
        ("handling_agencies", 0, "external_url"),
    ),
    "filing that closes before it opens": (
        {"agencies": [Agency(opens_on=LATER, closes_on=EARLIER)]},
        ("handling_agencies", 0, "closes_on"),
    ),
    "a template elsewhere without files": (
        {"documents": [Paper(template_url="https://a.vn")]},
        ("documents", 0, "template_url"),
    ),
    "two cases of one name": ({"cases": [*TWO_CASES, Case("nui-2", "xã  miền núi")]}, ("cases", 2, "name")),
    "a row of a case that is gone": (
        {"cases": TWO_CASES, "documents": [Paper("nui"), Paper("lap-xoa")]},
        ("documents", 1, "case_key"),
    ),
}


@pytest.mark.parametrize("fault", REFUSED)
def test_a_fault_is_named_at_its_place_and_alone(fault):
    draft, place = REFUSED[fault]
    assert places(**draft) == [place]


LET_THROUGH = {
    "an empty page": {},
    "fees that are alternatives": {
        "cases": TWO_CASES,
        "fees": [Fee(case_key="nui"), Fee(case_key="kham", amount=9000)],
    },
    "fees of two channels": {"fees": [Fee(channel="online"), Fee(channel="in_person", amount=9000)]},
    "a cut that replaces a fee for a while": {"fees": [Fee(), Fee(amount=4000, valid_from=EARLIER, valid_to=LATER)]},
    "limits of two cases": {"cases": TWO_CASES, "durations": [Limit(), Limit(value=13, case_key="nui")]},
    "limits of two channels": {"durations": [Limit(channel="online"), Limit(channel="post", value=5)]},
    "limits counted from two days": {"durations": [Limit(), Limit(counted_from=CountedFrom.EVENT, value=5)]},
    "a limit beside one in words": {
        "durations": [Limit(), Limit(value=None, unit=DurationUnit.WORDS, note="Theo lịch hẹn")]
    },
    "rows in which nothing was chosen": {"durations": [Limit(unit="", value=None)]},
    "a level that is earned": {"level": 2, "facts": COMPLETE},
    "a level that was public before and is earned no longer": {"level": 2, "claimed": 2, "facts": WITHOUT_FEES},
    "a lower level than the public one": {"level": 1, "claimed": 3, "facts": WITHOUT_FEES},
    "no level yet": {"facts": WITHOUT_FEES},
}


@pytest.mark.parametrize("case", LET_THROUGH)
def test_what_does_not_contradict_itself_passes(case):
    assert places(**LET_THROUGH[case]) == []


def test_a_contradiction_names_all_its_rows():
    [problem] = problems(
        ServiceDraft(cases=TWO_CASES, durations=[Limit(case_key="nui", value=9), Limit(), Limit(value=5)])
    )
    assert "2, 3" in problem.message


def test_every_promise_has_a_place_where_it_is_mended():
    everything = problems(ServiceDraft(level=4, facts=ServiceFacts(on=EARLIER)))
    assert [one.field for one in everything] == [PLACES[part] for part in MissingPart]
    assert all(ServicePage._meta.get_field(place) for place in PLACES.values())
