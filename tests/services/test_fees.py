"""Fees: what a citizen pays. The rows are those of real procedures, named by their codes."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services import fees
from services.choices import ChannelKind, FeeKind, FeeStatus
from services.fees import ConflictKind, SummaryStatus

TODAY = date(2026, 11, 22)
LAST_DAY_OF_THE_CUT = date(2026, 12, 31)
NEW_YEAR = date(2027, 1, 1)
CUT = {"valid_from": date(2025, 7, 1), "valid_to": LAST_DAY_OF_THE_CUT}
ALL_CHANNELS = list(ChannelKind)


@dataclass(frozen=True)
class Row:
    amount: int | None = None
    name: str = "Phí"
    status: str = FeeStatus.AMOUNT
    channel: str = ""
    case: str = ""
    kind: str = FeeKind.PHI
    unit: str = ""
    valid_from: date | None = None
    valid_to: date | None = None


def free(**facts) -> Row:
    return Row(status=FeeStatus.FREE, **facts)


def see_note(**facts) -> Row:
    return Row(status=FeeStatus.SEE_NOTE, **facts)


def not_prescribed(**facts) -> Row:
    return Row(status=FeeStatus.NOT_PRESCRIBED, **facts)


BASE = Row(50_000, "Lệ phí", kind=FeeKind.LE_PHI, unit="lần")
REDUCED = Row(25_000, "Lệ phí", kind=FeeKind.LE_PHI, unit="lần", **CUT)
CUT_AND_BASE = [REDUCED, BASE]  # 1.004756

CLINICS = [  # 1.012278
    Row(5_250_000, "Phí: bệnh viện", case="Bệnh viện", **CUT),
    Row(2_850_000, "Phí: phòng khám đa khoa, nhà hộ sinh", case="Phòng khám đa khoa, nhà hộ sinh", **CUT),
    Row(1_550_000, "Phí: phòng khám y học cổ truyền", case="Phòng khám y học cổ truyền", **CUT),
    Row(2_150_000, "Phí: phòng khám chuyên khoa", case="Phòng khám chuyên khoa", **CUT),
    Row(2_150_000, "Phí: hình thức khác", case="Hình thức khác", **CUT),
]
LICENCE_CHANGES = [  # 1.012280, three of nine rows
    Row(750_000, "Phí: thay đổi tên hoặc địa chỉ", case="Thay đổi tên hoặc địa chỉ"),
    Row(5_250_000, "Phí: thay đổi quy mô bệnh viện", case="Thay đổi quy mô bệnh viện"),
    free(name="Phí: giảm bớt danh mục kỹ thuật", case="Giảm bớt danh mục kỹ thuật"),
]
DRIVING_COURSE = [Row(40_000, "Lệ phí cấp mới"), Row(20_000, "Lệ phí cấp lại")]  # 1.004359 with its cases left out
BUSINESS = [  # 2.001583
    Row(100_000, "Phí công bố nội dung đăng ký doanh nghiệp", channel="online", unit="lần"),
    Row(100_000, "Phí công bố nội dung đăng ký doanh nghiệp", channel="post", unit="lần"),
    Row(50_000, "Lệ phí đăng ký doanh nghiệp", kind=FeeKind.LE_PHI, channel="in_person", **CUT),
]
RESIDENCE = [  # 1.004194
    Row(7_000, "Cá nhân, hộ gia đình", channel="online", case="Cá nhân, hộ gia đình", unit="lần"),
    Row(5_000, "Theo danh sách", channel="online", case="Theo danh sách", unit="người/lần"),
    Row(15_000, "Cá nhân, hộ gia đình", channel="in_person", case="Cá nhân, hộ gia đình", unit="lần"),
    Row(10_000, "Theo danh sách", channel="in_person", case="Theo danh sách", unit="người/lần"),
    free(name="Diện được miễn", channel="online", case="Diện được miễn"),
    free(name="Diện được miễn", channel="in_person", case="Diện được miễn"),
]
LAND = [  # 1.115490
    see_note(channel="online"),
    Row(28_000, "Lệ phí", kind=FeeKind.LE_PHI, channel="online"),
    see_note(name="Phí, lệ phí", channel="in_person"),
    see_note(name="Phí, lệ phí", channel="post"),
]
X_RAY = [  # 1.014675, three of seven rows
    Row(2_000_000, "X-quang chụp răng", case="X-quang chụp răng"),
    Row(16_000_000, "PET/CT", case="PET/CT"),
    not_prescribed(name="SPECT", case="SPECT"),
]
PASSPORT = [  # 1.001456: the online amount ended in 2023
    Row(200_000, channel="in_person", unit="hộ chiếu"),
    see_note(channel="online", valid_to=date(2023, 12, 31)),
    see_note(channel="post", valid_to=date(2023, 12, 31)),
]
ESTATE_AGENT = [  # 1.013217: figures of doubtful unit, kept as notes
    see_note(name="Lệ phí", channel="online", **CUT),
    see_note(name="Lệ phí", channel="post", **CUT),
    see_note(name="Lệ phí", channel="in_person", valid_from=date(2026, 1, 1)),
]
DRUGS = [Row(215_000, **CUT)]  # 1.012289
ENDS_ONLY = [Row(1_000_000, valid_to=LAST_DAY_OF_THE_CUT)]  # 2.001628
FREE = [free()]  # 2.002206
COPY_PAGES = [Row(2_000, "Phí chứng thực bản sao", channel="in_person", unit="trang")]  # 2.000815
FEE_AND_CHARGE = [
    Row(100_000, "Phí thẩm định", case="Cấp mới"),
    Row(50_000, "Lệ phí", kind=FeeKind.LE_PHI, case="Cấp mới"),
    Row(50_000, "Lệ phí", kind=FeeKind.LE_PHI, case="Cấp lại"),
]


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
        ([BASE, see_note(name="Lệ phí", kind=FeeKind.LE_PHI, **CUT)], TODAY, [see_note(name="Lệ phí", kind=FeeKind.LE_PHI, **CUT)]),
    ],
)
def test_a_dated_row_replaces_the_wider_row_of_the_same_fee_while_it_holds(rows, on, expected):
    assert fees.in_force(rows, on=on) == expected


@pytest.mark.parametrize(
    "other",
    [
        replace(BASE, name="Lệ phí cấp bản sao"),
        replace(BASE, kind=FeeKind.PHI),
        replace(BASE, case="Cấp lại"),
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
    assert [row.amount for row in fees.in_force(RESIDENCE, on=TODAY, channel="online", case="Theo danh sách")] == [5_000]
    assert [row.amount for row in fees.in_force(RESIDENCE, on=TODAY, case="Theo danh sách")] == [5_000, 10_000]
    assert fees.in_force(RESIDENCE, on=TODAY, case="") == []


@pytest.mark.parametrize(
    ("rows", "kind", "channels", "since"),
    [
        (DRIVING_COURSE, ConflictKind.CASE, ALL_CHANNELS, None),
        ([Row(40_000, "Lệ phí cấp mới", case="Cấp mới"), Row(20_000, "Lệ phí cấp lại")], ConflictKind.CASE, ALL_CHANNELS, None),
        ([Row(40_000, "Phí", channel="online"), free(name="Diện được miễn", channel="online")], ConflictKind.CASE, ["online"], None),
        ([Row(100_000, "Phí"), Row(50_000, "Lệ phí", **CUT)], ConflictKind.CASE, ALL_CHANNELS, CUT["valid_from"]),
        ([BASE, replace(BASE)], ConflictKind.TWICE, ALL_CHANNELS, None),
        ([BASE, replace(BASE, amount=25_000, channel="online")], ConflictKind.TWICE, ["online"], None),
        ([REDUCED, replace(BASE, valid_from=date(2026, 1, 1))], ConflictKind.TWICE, ALL_CHANNELS, date(2026, 1, 1)),
        (
            [Row(2_000, "Phí", case="Sao", unit="trang"), Row(10_000, "Lệ phí", case="Sao", unit="bản")],
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
    assert {fees.payable(rows, case=row.case, channel=channel, on=on) for row in rows for channel in channels} == {None}


@pytest.mark.parametrize(
    "rows",
    [
        CUT_AND_BASE, CLINICS, LICENCE_CHANGES, BUSINESS, RESIDENCE, LAND, X_RAY, PASSPORT, ESTATE_AGENT, DRUGS, FREE, FEE_AND_CHARGE, [],
        [free(name="Lệ phí"), free(name="Phí")],
        [Row(500_000), not_prescribed(name="Lệ phí")],
    ],
)  # fmt: skip
def test_alternatives_with_cases_channels_or_periods_do_not_contradict(rows):
    assert fees.conflicts(rows) == []


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
        ([Row(215_000, case="Cấp mới", **CUT), Row(430_000, "Phí từ 2027", valid_from=NEW_YEAR)], []),
        ([Row(215_000, case="Cấp mới", **CUT), Row(430_000, case="Cấp lại", valid_from=NEW_YEAR)], [Row(215_000, case="Cấp mới", **CUT)]),
    ],
)
def test_the_editor_is_warned_of_rows_that_end_without_a_successor(rows, expected):
    assert fees.expiring(rows, on=TODAY) == expected


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


DAYS = st.one_of(st.none(), st.dates(date(2025, 1, 1), date(2027, 12, 31)))
ROWS = st.lists(
    st.builds(
        Row,
        amount=st.sampled_from([None, 25_000, 50_000]),
        name=st.sampled_from(["Phí", "Lệ phí"]),
        status=st.sampled_from(FeeStatus.values),
        channel=st.sampled_from(["", *ChannelKind.values]),
        case=st.sampled_from(["", "Cấp mới", "Cấp lại"]),
        kind=st.sampled_from(FeeKind.values),
        valid_from=DAYS,
        valid_to=DAYS,
    ),
    max_size=6,
)


@given(ROWS, st.sampled_from(ChannelKind.values), st.sampled_from(["", "Cấp mới"]), st.dates(date(2024, 12, 1), date(2028, 1, 31)))
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
            named = [(row.kind, row.name) for row in fees.in_force(rows, on=on, channel=channel, case=case) if row.amount and row.status == "amount"]
            assert len(named) == len(set(named))
