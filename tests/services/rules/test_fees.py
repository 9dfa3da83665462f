"""Fees: what a citizen pays, and what an editor is told of a table that contradicts itself."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.rules import fees
from services.rules.choices import ChannelKind, FeeKind, FeeStatus
from services.rules.fees import ConflictKind, SummaryStatus
from tests.services.rules.fee_rows import (
    ALL_CHANNELS,
    BASE,
    BUSINESS,
    CLINICS,
    COPY_PAGES,
    CUT,
    CUT_AND_BASE,
    DRIVING_COURSE,
    DRUGS,
    ENDS_ONLY,
    ESTATE_AGENT,
    FEE_AND_CHARGE,
    FREE,
    LAND,
    LAST_DAY_OF_THE_CUT,
    LICENCE_CHANGES,
    NEW_YEAR,
    PASSPORT,
    REDUCED,
    RESIDENCE,
    TODAY,
    X_RAY,
    Row,
    free,
    not_prescribed,
    see_note,
)


@pytest.mark.parametrize(
    ("rows", "case", "channel", "on", "expected"),
    [
        (CUT_AND_BASE, "", "online", date(2025, 6, 30), 50_000),
        (CUT_AND_BASE, "", "online", date(2025, 7, 1), 25_000),
        (CUT_AND_BASE, "", "in_person", TODAY, 25_000),
        (CUT_AND_BASE, "", "post", LAST_DAY_OF_THE_CUT, 25_000),
        (CUT_AND_BASE, "", "post", NEW_YEAR, 50_000),
        (CLINICS, "Bệnh viện", "online", TODAY, 5_250_000),
        (CLINICS, "Hình thức khác", "post", TODAY, 2_150_000),
        (CLINICS, "Bệnh viện", "online", NEW_YEAR, None),
        (CLINICS, "", "online", TODAY, None),
        (CLINICS, "Phòng tiêm chủng", "online", TODAY, None),
        (LICENCE_CHANGES, "Thay đổi tên hoặc địa chỉ", "in_person", TODAY, 750_000),
        (LICENCE_CHANGES, "Giảm bớt danh mục kỹ thuật", "in_person", TODAY, 0),
        (DRIVING_COURSE, "", "in_person", TODAY, None),
        (BUSINESS, "", "online", TODAY, 100_000),
        (BUSINESS, "", "in_person", TODAY, 50_000),
        (BUSINESS, "", "in_person", NEW_YEAR, None),
        (BUSINESS, "", "online", NEW_YEAR, 100_000),
        (RESIDENCE, "Theo danh sách", "online", TODAY, 5_000),
        (RESIDENCE, "Cá nhân, hộ gia đình", "in_person", TODAY, 15_000),
        (RESIDENCE, "Diện được miễn", "in_person", TODAY, 0),
        (RESIDENCE, "Diện được miễn", "post", TODAY, None),
        (LAND, "", "online", TODAY, None),
        (LAND, "", "in_person", TODAY, None),
        (X_RAY, "PET/CT", "online", TODAY, 16_000_000),
        (X_RAY, "SPECT", "online", TODAY, None),
        (PASSPORT, "", "in_person", TODAY, 200_000),
        (PASSPORT, "", "online", TODAY, None),
        (ESTATE_AGENT, "", "in_person", TODAY, None),
        (DRUGS, "", "online", TODAY, 215_000),
        (DRUGS, "", "online", NEW_YEAR, None),
        (ENDS_ONLY, "", "post", date(2020, 1, 1), 1_000_000),
        (ENDS_ONLY, "", "post", NEW_YEAR, None),
        (FREE, "", "online", TODAY, 0),
        (FREE, "Bất kỳ", "post", TODAY, 0),
        (COPY_PAGES, "", "in_person", TODAY, 2_000),
        (COPY_PAGES, "", "post", TODAY, None),
        (FEE_AND_CHARGE, "Cấp mới", "online", TODAY, 150_000),
        (FEE_AND_CHARGE, "Cấp lại", "online", TODAY, 50_000),
        ([Row(500_000), not_prescribed(name="Lệ phí")], "", "online", TODAY, 500_000),
        ([free(), not_prescribed(name="Lệ phí")], "", "online", TODAY, 0),
        ([not_prescribed()], "", "online", TODAY, None),
        ([Row(500_000), see_note(name="Lệ phí")], "", "online", TODAY, None),
        ([Row(None)], "", "online", TODAY, None),
        ([], "", "online", TODAY, None),
    ],
)
def test_a_citizen_pays_what_the_rows_of_the_case_channel_and_day_say(rows, case, channel, on, expected):
    assert fees.payable(rows, case=case, channel=channel, on=on) == expected


@pytest.mark.parametrize(
    ("rows", "on", "expected"),
    [
        ([BASE, REDUCED], date(2025, 6, 30), [BASE]),
        ([BASE, REDUCED], date(2025, 7, 1), [REDUCED]),
        ([BASE, REDUCED], LAST_DAY_OF_THE_CUT, [REDUCED]),
        ([BASE, REDUCED], NEW_YEAR, [BASE]),
        ([replace(BASE, name="LỆ PHÍ "), REDUCED], TODAY, [REDUCED]),
        ([replace(BASE, kind=FeeKind.UNSPECIFIED), REDUCED], TODAY, [REDUCED]),
        ([replace(BASE, valid_from=date(2021, 1, 1)), REDUCED], TODAY, [REDUCED]),
        (
            [BASE, see_note(name="Lệ phí", kind=FeeKind.LE_PHI, **CUT)],
            TODAY,
            [see_note(name="Lệ phí", kind=FeeKind.LE_PHI, **CUT)],
        ),
    ],
)
def test_a_dated_row_replaces_the_wider_row_of_the_same_fee_while_it_holds(rows, on, expected):
    assert fees.in_force(rows, on=on) == expected


@pytest.mark.parametrize(
    "other",
    [
        replace(BASE, name="Lệ phí cấp bản sao"),
        replace(BASE, kind=FeeKind.PHI),
        replace(BASE, case_key="Cấp lại"),
        replace(BASE, valid_from=date(2026, 1, 1)),
        replace(BASE, valid_from=REDUCED.valid_from, valid_to=REDUCED.valid_to),
    ],
)
def test_a_row_of_another_fee_or_of_a_period_not_around_it_stays(other):
    assert fees.in_force([other, REDUCED], on=TODAY) == [other, REDUCED]


def test_a_cut_on_one_channel_replaces_the_amount_on_that_channel_only():
    online_cut = replace(REDUCED, channel="online")
    rows = [BASE, online_cut]
    assert fees.in_force(rows, on=TODAY, channel="online") == [online_cut]
    assert fees.in_force(rows, on=TODAY, channel="post") == [BASE]
    assert fees.in_force(rows, on=TODAY) == rows
    assert fees.conflicts(rows) == []


def test_rows_of_other_channels_and_cases_are_left_out_when_asked():
    assert [row.amount for row in fees.in_force(RESIDENCE, on=TODAY, channel="online", case="Theo danh sách")] == [
        5_000
    ]
    assert [row.amount for row in fees.in_force(RESIDENCE, on=TODAY, case="Theo danh sách")] == [5_000, 10_000]
    assert fees.in_force(RESIDENCE, on=TODAY, case="") == []


@pytest.mark.parametrize(
    ("rows", "kind", "channels", "since"),
    [
        (DRIVING_COURSE, ConflictKind.CASE, ALL_CHANNELS, None),
        (
            [Row(40_000, "Lệ phí cấp mới", case_key="Cấp mới"), Row(20_000, "Lệ phí cấp lại")],
            ConflictKind.CASE,
            ALL_CHANNELS,
            None,
        ),
        (
            [Row(40_000, "Phí", channel="online"), free(name="Diện được miễn", channel="online")],
            ConflictKind.CASE,
            ["online"],
            None,
        ),
        ([Row(100_000, "Phí"), Row(50_000, "Lệ phí", **CUT)], ConflictKind.CASE, ALL_CHANNELS, CUT["valid_from"]),
        ([BASE, replace(BASE)], ConflictKind.TWICE, ALL_CHANNELS, None),
        ([BASE, replace(BASE, amount=25_000, channel="online")], ConflictKind.TWICE, ["online"], None),
        ([REDUCED, replace(BASE, valid_from=date(2026, 1, 1))], ConflictKind.TWICE, ALL_CHANNELS, date(2026, 1, 1)),
        (
            [Row(2_000, "Phí", case_key="Sao", unit="trang"), Row(10_000, "Lệ phí", case_key="Sao", unit="bản")],
            ConflictKind.UNITS,
            ALL_CHANNELS,
            None,
        ),
    ],
)
def test_a_table_that_contradicts_itself_is_reported_once_and_answers_nothing(rows, kind, channels, since):
    (found,) = fees.conflicts(rows)
    assert (found.kind, list(found.channels), found.since) == (kind, channels, since)
    assert list(found.fees) == rows
    on = since or TODAY
    assert {fees.payable(rows, case=row.case_key, channel=channel, on=on) for row in rows for channel in channels} == {
        None
    }


@pytest.mark.parametrize(
    "rows",
    [
        CUT_AND_BASE, CLINICS, LICENCE_CHANGES, BUSINESS, RESIDENCE, LAND, X_RAY, PASSPORT, ESTATE_AGENT, DRUGS, FREE,
        FEE_AND_CHARGE,
        [],
        [free(name="Lệ phí"), free(name="Phí")],
        [Row(500_000), not_prescribed(name="Lệ phí")],
    ],
)  # fmt: skip
def test_alternatives_with_cases_channels_or_periods_do_not_contradict(rows):
    assert fees.conflicts(rows) == []


DAYS = st.one_of(st.none(), st.dates(date(2025, 1, 1), date(2027, 12, 31)))
ROWS = st.lists(
    st.builds(
        Row,
        amount=st.sampled_from([None, 25_000, 50_000]),
        name=st.sampled_from(["Phí", "Lệ phí"]),
        status=st.sampled_from(FeeStatus.values),
        channel=st.sampled_from(["", *ChannelKind.values]),
        case_key=st.sampled_from(["", "Cấp mới", "Cấp lại"]),
        kind=st.sampled_from(FeeKind.values),
        valid_from=DAYS,
        valid_to=DAYS,
    ),
    max_size=6,
)


@given(
    ROWS,
    st.sampled_from(ChannelKind.values),
    st.sampled_from(["", "Cấp mới"]),
    st.dates(date(2024, 12, 1), date(2028, 1, 31)),
)
def test_nothing_is_free_unless_a_row_in_force_says_so(rows, channel, case, on):
    paid = fees.payable(rows, case=case, channel=channel, on=on)
    holding = fees.in_force(rows, on=on, channel=channel, case=case)
    if paid == 0:
        assert FeeStatus.FREE in [row.status for row in holding]
        assert not [row for row in holding if row.status in (FeeStatus.AMOUNT, FeeStatus.SEE_NOTE)]
    if fees.summary(rows, on=on).status == SummaryStatus.FREE:
        assert FeeStatus.FREE in [row.status for row in fees.in_force(rows, on=on)]


@given(ROWS, st.dates(date(2024, 12, 1), date(2028, 1, 31)))
def test_every_row_in_force_is_valid_that_day_and_the_order_stays(rows, on):
    holding = fees.in_force(rows, on=on)
    assert all((row.valid_from or on) <= on <= (row.valid_to or on) for row in holding)
    assert [row for row in rows if any(row is held for held in holding)] == holding


@given(ROWS, st.sampled_from(ChannelKind.values), st.sampled_from(["", "Cấp mới"]))
def test_without_conflicts_no_amount_comes_from_two_rows_of_one_fee(rows, channel, case):
    if not fees.conflicts(rows):
        for on in (TODAY, TODAY + timedelta(days=60)):
            holding = fees.in_force(rows, on=on, channel=channel, case=case)
            named = [(row.kind, row.name) for row in holding if row.amount and row.status == FeeStatus.AMOUNT]
            assert len(named) == len(set(named))
