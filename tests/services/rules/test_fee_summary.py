"""Fees in one line, and the warning before they end."""

from datetime import date

import pytest

from services.rules import fees
from services.rules.choices import FeeKind
from services.rules.fees import SummaryStatus
from tests.services.rules.fee_rows import (
    ALL_CHANNELS,
    BUSINESS,
    CLINICS,
    COPY_PAGES,
    CUT,
    CUT_AND_BASE,
    DRIVING_COURSE,
    DRUGS,
    ENDS_ONLY,
    ESTATE_AGENT,
    FREE,
    LAND,
    LICENCE_CHANGES,
    NEW_YEAR,
    PASSPORT,
    RESIDENCE,
    TODAY,
    X_RAY,
    Row,
    free,
    not_prescribed,
)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (DRUGS, DRUGS),
        (CLINICS, CLINICS),
        (ENDS_ONLY, ENDS_ONLY),
        (CUT_AND_BASE, []),
        (BUSINESS, BUSINESS[2:]),
        (ESTATE_AGENT, ESTATE_AGENT[:2]),
        (PASSPORT, []),
        (FREE, []),
        ([Row(215_000, **CUT), Row(430_000, "Phí mới", valid_from=NEW_YEAR)], []),
        ([Row(215_000, **CUT), Row(430_000, valid_from=date(2027, 2, 1))], [Row(215_000, **CUT)]),
        ([Row(215_000, **CUT), Row(430_000, channel="online", valid_from=NEW_YEAR)], [Row(215_000, **CUT)]),
        ([Row(215_000, **CUT), Row(50_000, "Lệ phí", kind=FeeKind.LE_PHI)], [Row(215_000, **CUT)]),
        ([Row(215_000, **CUT), Row(50_000, kind=FeeKind.UNSPECIFIED, valid_from=NEW_YEAR)], []),
        ([Row(215_000, case_key="Cấp mới", **CUT), Row(430_000, "Phí từ 2027", valid_from=NEW_YEAR)], []),
        (
            [Row(215_000, case_key="Cấp mới", **CUT), Row(430_000, case_key="Cấp lại", valid_from=NEW_YEAR)],
            [Row(215_000, case_key="Cấp mới", **CUT)],
        ),
    ],
)
@pytest.mark.clock
def test_the_editor_is_warned_of_rows_that_end_without_a_successor(rows, expected):
    assert fees.expiring(rows, on=TODAY) == expected


@pytest.mark.clock
def test_the_row_that_ends_first_is_warned_of_first():
    later, sooner = Row(1, valid_to=date(2028, 1, 1)), Row(2, "Lệ phí", kind=FeeKind.LE_PHI, valid_to=date(2027, 1, 1))
    assert fees.expiring([later, sooner], on=TODAY) == [sooner, later]


@pytest.mark.parametrize(
    ("rows", "on", "channels", "status", "lowest", "highest", "unit"),
    [
        (FREE, TODAY, ALL_CHANNELS, SummaryStatus.FREE, 0, 0, ""),
        (CUT_AND_BASE, TODAY, ALL_CHANNELS, SummaryStatus.AMOUNT, 25_000, 25_000, "lần"),
        (CUT_AND_BASE, NEW_YEAR, ALL_CHANNELS, SummaryStatus.AMOUNT, 50_000, 50_000, "lần"),
        (CLINICS, TODAY, ALL_CHANNELS, SummaryStatus.RANGE, 1_550_000, 5_250_000, ""),
        (CLINICS, NEW_YEAR, ALL_CHANNELS, SummaryStatus.UNKNOWN, None, None, ""),
        (LICENCE_CHANGES, TODAY, (), SummaryStatus.RANGE, 0, 5_250_000, ""),
        (BUSINESS, TODAY, (), SummaryStatus.RANGE, 50_000, 100_000, ""),
        (BUSINESS, NEW_YEAR, (), SummaryStatus.SEE_NOTE, None, None, ""),
        (RESIDENCE, TODAY, ["online", "in_person"], SummaryStatus.RANGE, 0, 15_000, ""),
        (RESIDENCE, TODAY, ALL_CHANNELS, SummaryStatus.SEE_NOTE, None, None, ""),
        (LAND, TODAY, ALL_CHANNELS, SummaryStatus.SEE_NOTE, None, None, ""),
        (X_RAY, TODAY, ALL_CHANNELS, SummaryStatus.SEE_NOTE, None, None, ""),
        (PASSPORT, TODAY, (), SummaryStatus.SEE_NOTE, None, None, ""),
        (ESTATE_AGENT, TODAY, ALL_CHANNELS, SummaryStatus.SEE_NOTE, None, None, ""),
        (DRIVING_COURSE, TODAY, ALL_CHANNELS, SummaryStatus.SEE_NOTE, None, None, ""),
        (COPY_PAGES, TODAY, ["in_person"], SummaryStatus.AMOUNT, 2_000, 2_000, "trang"),
        (COPY_PAGES, TODAY, ALL_CHANNELS, SummaryStatus.SEE_NOTE, None, None, ""),
        ([free(channel="in_person")], TODAY, ALL_CHANNELS, SummaryStatus.SEE_NOTE, None, None, ""),
        ([not_prescribed()], TODAY, ALL_CHANNELS, SummaryStatus.NOT_PRESCRIBED, None, None, ""),
        ([Row(None)], TODAY, ALL_CHANNELS, SummaryStatus.UNKNOWN, None, None, ""),
        (DRUGS, NEW_YEAR, ALL_CHANNELS, SummaryStatus.UNKNOWN, None, None, ""),
        ([], TODAY, ALL_CHANNELS, SummaryStatus.UNKNOWN, None, None, ""),
    ],
)
def test_a_card_never_shows_a_part_as_the_whole(rows, on, channels, status, lowest, highest, unit):
    card = fees.summary(rows, on=on, channels=channels)
    assert (card.status, card.lowest, card.highest, card.unit) == (status, lowest, highest, unit)
    assert fees.span(rows, on=on, channels=channels) == (None if lowest is None else (lowest, highest))


@pytest.mark.parametrize(
    ("stated", "status", "may_cost"),
    [
        ("", SummaryStatus.UNKNOWN, True),
        ("none", SummaryStatus.FREE, False),
        ("not_prescribed", SummaryStatus.NOT_PRESCRIBED, True),
        ("see_note", SummaryStatus.SEE_NOTE, True),
    ],
)
def test_without_rows_the_card_says_what_the_editor_stated(stated, status, may_cost):
    card = fees.summary([], on=TODAY, stated=stated)
    assert (card.status, card.may_cost) == (status, may_cost)


def test_rows_that_have_ended_are_not_read_as_what_the_editor_stated():
    assert fees.summary(DRUGS, on=NEW_YEAR, stated="none").status == SummaryStatus.UNKNOWN
