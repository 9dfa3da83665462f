"""Completeness: a percentage that moves with every part, and the list of what is missing."""

from dataclasses import fields, replace
from datetime import date

import pytest
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from services.rules.choices import ApplyMode, ChannelKind, Level
from services.rules.completeness import Completeness, RecommendedFacts, RecommendedPart, completeness
from services.rules.levels import AgencyFacts, ChannelFacts, LevelRequirement, MissingPart, ServiceFacts

TODAY = date(2026, 11, 22)
EMPTY = ServiceFacts(on=TODAY)
FULL = ServiceFacts(
    on=TODAY,
    official_name="Đăng ký kết hôn",
    steps=LevelRequirement(2),
    channels=(ChannelFacts(ChannelKind.IN_PERSON, is_timed=True),),
    documents=LevelRequirement(3),
    audiences=1,
    agencies=(AgencyFacts(ApplyMode.SITE_FORM),),
    results=LevelRequirement(1),
    fees=LevelRequirement(1),
    templates=LevelRequirement(1),
    payment_route=True,
    remote_result=True,
)
BARE = RecommendedFacts()
CARED_FOR = RecommendedFacts(
    summary="Hai người đăng ký kết hôn tại xã, phường.",
    procedure_code="1.000894",
    decision_number="1898/QĐ-BTP",
    legal_bases=3,
    alt_names="giấy kết hôn",
    source_url="https://dichvucong.gov.vn",
    reviewed_on=TODAY,
)


@pytest.mark.parametrize(
    ("facts", "recommended", "claimed", "percent"),
    [
        (EMPTY, BARE, None, 0),
        (EMPTY, BARE, Level.FOUR, 0),
        (FULL, CARED_FOR, None, 100),
        (FULL, CARED_FOR, Level.FOUR, 100),
        (FULL, BARE, None, 69),
        (FULL, BARE, Level.FOUR, 78),
        (EMPTY, CARED_FOR, Level.ONE, 30),
        (replace(FULL, fees=LevelRequirement()), CARED_FOR, Level.ONE, 91),
        (FULL, replace(CARED_FOR, summary=" "), Level.ONE, 95),
        (replace(FULL, templates=LevelRequirement()), CARED_FOR, Level.ONE, 100),
        (replace(FULL, templates=LevelRequirement()), CARED_FOR, Level.TWO, 92),
    ],
)
def test_the_percentage_counts_what_the_claimed_level_promises_and_what_is_recommended(
    facts, recommended, claimed, percent
):
    assert completeness(facts, recommended, claimed).percent == percent


def test_what_is_missing_is_listed_with_promises_first():
    gaps = completeness(replace(FULL, fees=LevelRequirement()), replace(CARED_FOR, alt_names=""), Level.THREE).gaps
    assert gaps == [(MissingPart.FEES, Level.ONE), (RecommendedPart.ALT_NAMES, None)]
    with override("en"):
        assert [gap.message for gap in gaps] == [
            "State the fees: amounts, free, not prescribed, or where they are set.",
            "Add the words citizens use for this service.",
        ]


@pytest.mark.parametrize("field", [field.name for field in fields(RecommendedFacts)])
def test_each_recommended_part_is_missed_when_it_is_empty(field):
    gaps = completeness(FULL, replace(CARED_FOR, **{field: getattr(BARE, field)}), None).gaps
    assert len(gaps) == 1


def test_a_complete_page_lacks_nothing():
    assert completeness(FULL, CARED_FOR, Level.FOUR) == Completeness(100, [])


SOME = st.sets(st.sampled_from([field.name for field in fields(ServiceFacts) if field.name not in ("on", "may_cost")]))


@given(SOME, SOME, st.sampled_from([None, *Level]))
def test_filling_in_more_never_lowers_the_percentage(filled, more, claimed):
    def page(names: set[str]) -> ServiceFacts:
        return replace(EMPTY, **{name: getattr(FULL, name) for name in names})

    assert completeness(page(filled), BARE, claimed).percent <= completeness(page(filled | more), BARE, claimed).percent
