"""The four levels: each is earned by what the page offers, and each missing part is named."""

from dataclasses import fields, replace
from datetime import date, timedelta

import pytest
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from services.rules import levels
from services.rules.choices import ApplyMode, ChannelKind, Level, PartStatus
from services.rules.levels import AgencyFacts, ChannelFacts, LevelRequirement, Missing, MissingPart, ServiceFacts

TODAY = date(2026, 11, 22)
NATIONAL_PAGE = "https://dichvucong.gov.vn/p/home/dvc-chi-tiet-thu-tuc-hanh-chinh.html"
PAPER, SITE = AgencyFacts(), AgencyFacts(ApplyMode.SITE_FORM)
NATIONAL = AgencyFacts(ApplyMode.EXTERNAL, NATIONAL_PAGE)

EMPTY = ServiceFacts(on=TODAY)
LEVEL_1 = ServiceFacts(
    on=TODAY,
    official_name="Cấp giấy phép hoạt động xây dựng cho nhà thầu nước ngoài",
    steps=LevelRequirement(3),
    channels=(ChannelFacts(ChannelKind.IN_PERSON, is_timed=True), ChannelFacts(ChannelKind.ONLINE)),
    documents=LevelRequirement(4),
    audiences=1,
    agencies=(PAPER,),
    results=LevelRequirement(1),
    fees=LevelRequirement(1),
)
LEVEL_2 = replace(LEVEL_1, templates=LevelRequirement(1))
LEVEL_3 = replace(LEVEL_2, agencies=(NATIONAL,))
LEVEL_4 = replace(LEVEL_3, payment_route=True, remote_result=True)


@pytest.mark.parametrize(
    ("facts", "level"),
    [
        (EMPTY, None),
        (LEVEL_1, Level.ONE),
        (LEVEL_2, Level.TWO),
        (LEVEL_3, Level.THREE),
        (replace(LEVEL_2, agencies=(SITE,)), Level.THREE),
        (replace(LEVEL_2, agencies=(PAPER, NATIONAL)), Level.THREE),
        (LEVEL_4, Level.FOUR),
        (replace(LEVEL_4, payment_route=False, may_cost=False), Level.FOUR),
        (replace(LEVEL_4, payment_route=False), Level.THREE),
        (replace(LEVEL_4, remote_result=False), Level.THREE),
        (replace(LEVEL_4, templates=LevelRequirement()), Level.ONE),
        (replace(LEVEL_4, steps=LevelRequirement()), None),
        (replace(LEVEL_2, templates=LevelRequirement(status=PartStatus.NOT_PRESCRIBED)), Level.TWO),
        (replace(LEVEL_2, templates=LevelRequirement(status=PartStatus.NONE)), Level.TWO),
        (replace(LEVEL_2, templates=LevelRequirement(status=PartStatus.SEE_NOTE)), Level.ONE),
        (replace(LEVEL_2, templates=LevelRequirement(status=PartStatus.NOT_NAMED)), Level.ONE),
        (replace(LEVEL_1, agencies=(SITE,)), Level.THREE),
        (replace(LEVEL_1, agencies=(NATIONAL,)), Level.ONE),
        (replace(LEVEL_4, templates=LevelRequirement(), agencies=(SITE,)), Level.FOUR),
        (replace(LEVEL_2, channels=(ChannelFacts(ChannelKind.POST, is_timed=True),)), Level.TWO),
        (replace(LEVEL_2, channels=(ChannelFacts(ChannelKind.ONLINE, is_timed=True),)), Level.ONE),
    ],
)
def test_a_service_earns_the_highest_level_whose_promises_hold(facts, level):
    assert levels.earned(facts) == level


def test_a_service_that_is_filed_online_only_earns_level_3():
    medical_devices = replace(LEVEL_3, channels=(ChannelFacts(ChannelKind.ONLINE, is_timed=True),))  # 1.003006
    assert levels.earned(medical_devices) == Level.THREE


@pytest.mark.parametrize("status", [PartStatus.NONE, PartStatus.NOT_PRESCRIBED, PartStatus.SEE_NOTE])
@pytest.mark.parametrize("name", ["steps", "documents", "results", "fees"])
def test_a_part_may_say_explicitly_that_it_has_nothing_to_list(name, status):
    assert levels.earned(replace(LEVEL_1, **{name: LevelRequirement(status=status)})) == Level.ONE


@pytest.mark.parametrize("name", ["steps", "documents", "results", "fees"])
def test_that_the_source_says_nothing_of_a_part_earns_no_level(name):
    assert levels.earned(replace(LEVEL_4, **{name: LevelRequirement(status=PartStatus.NOT_NAMED)})) is None


@pytest.mark.parametrize(
    ("facts", "level", "part", "asked_by"),
    [
        (replace(LEVEL_1, official_name=" "), Level.ONE, MissingPart.OFFICIAL_NAME, Level.ONE),
        (replace(LEVEL_1, steps=LevelRequirement()), Level.ONE, MissingPart.STEPS, Level.ONE),
        (
            replace(LEVEL_1, channels=(ChannelFacts(ChannelKind.IN_PERSON),)),
            Level.ONE,
            MissingPart.TIME_LIMIT,
            Level.ONE,
        ),
        (replace(LEVEL_1, channels=()), Level.ONE, MissingPart.TIME_LIMIT, Level.ONE),
        (replace(LEVEL_1, documents=LevelRequirement()), Level.ONE, MissingPart.DOCUMENTS, Level.ONE),
        (replace(LEVEL_1, audiences=0), Level.ONE, MissingPart.AUDIENCE, Level.ONE),
        (replace(LEVEL_1, agencies=()), Level.ONE, MissingPart.AGENCY, Level.ONE),
        (replace(LEVEL_1, results=LevelRequirement()), Level.ONE, MissingPart.RESULT, Level.ONE),
        (replace(LEVEL_1, fees=LevelRequirement()), Level.ONE, MissingPart.FEES, Level.ONE),
        (LEVEL_1, Level.TWO, MissingPart.TEMPLATE, Level.TWO),
        (
            replace(LEVEL_2, channels=(ChannelFacts(ChannelKind.ONLINE, True),)),
            Level.TWO,
            MissingPart.WAY_TO_HAND_IN,
            Level.TWO,
        ),
        (LEVEL_2, Level.THREE, MissingPart.ONLINE_ROUTE, Level.THREE),
        (replace(LEVEL_4, fees=LevelRequirement()), Level.FOUR, MissingPart.FEES, Level.ONE),
        (replace(LEVEL_4, payment_route=False), Level.FOUR, MissingPart.PAYMENT_ROUTE, Level.FOUR),
        (replace(LEVEL_4, remote_result=False), Level.FOUR, MissingPart.REMOTE_RESULT, Level.FOUR),
    ],
)
def test_the_editor_is_told_the_one_part_that_is_missing(facts, level, part, asked_by):
    assert levels.missing(facts, level) == [Missing(part, asked_by)]


def test_an_empty_page_is_told_everything_level_4_asks_for():
    assert [gap.part for gap in levels.missing(EMPTY, Level.FOUR)] == list(MissingPart)


def test_every_missing_part_has_a_message_of_its_own():
    with override("en"):
        messages = [gap.message for gap in levels.missing(EMPTY, Level.FOUR)]
    assert messages[0] == "Give the official name of the procedure."
    assert len(set(messages)) == len(MissingPart)


YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)


@pytest.mark.parametrize(
    ("agencies", "routes"),
    [
        ((), (0, 0)),
        ((PAPER,), (0, 0)),
        ((SITE,), (1, 0)),
        ((NATIONAL,), (0, 1)),
        ((SITE, NATIONAL, NATIONAL, PAPER), (1, 2)),
        ((AgencyFacts(ApplyMode.EXTERNAL),), (0, 0)),
        ((SITE._replace(opens_on=TODAY, closes_on=TODAY),), (1, 0)),
        ((SITE._replace(opens_on=TOMORROW),), (0, 0)),
        ((NATIONAL._replace(closes_on=YESTERDAY),), (0, 0)),
        ((NATIONAL._replace(opens_on=YESTERDAY, closes_on=TOMORROW),), (0, 1)),
    ],
)
def test_filing_here_and_on_the_national_portal_are_counted_apart(agencies, routes):
    assert levels.online_routes(replace(EMPTY, agencies=agencies)) == routes


def test_every_level_is_told_in_words_of_its_own():
    with override("en"):
        told = [(str(levels.describe(level).title), *map(str, levels.describe(level).promises)) for level in Level]
    assert told[0][0] == "Full information"
    assert len(set(told)) == 4
    assert all(len(words) >= 3 for words in told)


PARTS = st.builds(LevelRequirement, st.integers(0, 2), st.sampled_from(PartStatus.values))
AGENCIES = st.lists(st.sampled_from([PAPER, SITE, NATIONAL, AgencyFacts(ApplyMode.EXTERNAL)]), max_size=2).map(tuple)
CHANNELS = st.lists(st.builds(ChannelFacts, st.sampled_from(ChannelKind.values), st.booleans()), max_size=2).map(tuple)
FACTS = st.builds(
    ServiceFacts,
    on=st.just(TODAY),
    official_name=st.sampled_from(["", "Đăng ký kết hôn"]),
    steps=PARTS,
    channels=CHANNELS,
    documents=PARTS,
    audiences=st.integers(0, 1),
    agencies=AGENCIES,
    results=PARTS,
    fees=PARTS,
    may_cost=st.booleans(),
    templates=PARTS,
    payment_route=st.booleans(),
    remote_result=st.booleans(),
)


@given(FACTS)
def test_nothing_is_missing_at_the_earned_level_and_something_above_it(facts):
    level = levels.earned(facts)
    assert level is None or not levels.missing(facts, level)
    assert all(levels.missing(facts, above) for above in Level if above > (level or 0))


@given(FACTS)
def test_only_forms_to_download_may_be_missing_below_the_earned_level(facts):
    level = levels.earned(facts)
    below = [gap.part for at in Level if level and at < level for gap in levels.missing(facts, at)]
    assert set(below) <= {MissingPart.TEMPLATE}
    assert not below or levels.online_routes(facts).site


@given(FACTS, st.sampled_from([field.name for field in fields(ServiceFacts)]))
def test_taking_a_part_away_never_raises_the_level(facts, name):
    emptied = replace(facts, **{name: getattr(EMPTY, name)})
    assert (levels.earned(emptied) or 0) <= (levels.earned(facts) or 0)
