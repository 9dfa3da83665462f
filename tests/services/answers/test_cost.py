"""What somebody pays: a range of all that may hold, never a part told as the whole, never free because unknown."""

from datetime import date

import pytest

from services.answers.cost import CostStatus, cost_answer
from tests.services.rules.fee_rows import BUSINESS, LAND, RESIDENCE, Row, free, see_note

pytestmark = pytest.mark.once  # works on plain rows

DAY = date(2026, 11, 30)
WAYS = ["in_person", "online"]


def cost(fees, *, case="", channel="", channels=WAYS, stated="", on=DAY):
    return cost_answer(fees, case=case, channel=channel, channels=channels, stated=stated, on=on)


@pytest.mark.parametrize(
    ("fees", "asked", "status", "lowest", "highest"),
    [
        ([Row(300_000, "Phí")], {}, CostStatus.AMOUNT, 300_000, 300_000),
        ([free()], {}, CostStatus.FREE, 0, 0),
        ([see_note()], {}, CostStatus.UNKNOWN, None, None),
        (RESIDENCE, {}, CostStatus.RANGE, 0, 15_000),
        (RESIDENCE, {"channel": "online"}, CostStatus.RANGE, 0, 7_000),
        (RESIDENCE, {"case": "Theo danh sách"}, CostStatus.RANGE, 5_000, 10_000),
        (RESIDENCE, {"case": "Theo danh sách", "channel": "online"}, CostStatus.AMOUNT, 5_000, 5_000),
        (RESIDENCE, {"case": "Diện được miễn"}, CostStatus.FREE, 0, 0),
        (BUSINESS, {"channel": "in_person"}, CostStatus.AMOUNT, 50_000, 50_000),
        (BUSINESS, {"channel": "in_person", "on": date(2027, 1, 1)}, CostStatus.UNKNOWN, None, None),
        (LAND, {}, CostStatus.UNKNOWN, None, None),
        ([Row(200_000, "Phí", channel="in_person")], {}, CostStatus.PARTIAL, 200_000, 200_000),
        ([], {"stated": "none"}, CostStatus.FREE, None, None),
        ([], {"stated": "not_named"}, CostStatus.UNKNOWN, None, None),
        ([], {"stated": "not_prescribed"}, CostStatus.NOT_PRESCRIBED, None, None),
    ],
)
def test_what_is_paid(fees, asked, status, lowest, highest):
    found = cost(fees, **asked)
    assert (found.status, found.lowest, found.highest) == (status, lowest, highest)


def test_it_is_told_what_decides_the_amount():
    assert cost(RESIDENCE).by_channel
    assert cost(RESIDENCE).by_case
    assert not cost(RESIDENCE, channel="online").by_channel
    assert not cost(BUSINESS, channels=["in_person", "online"]).by_case


def test_a_unit_is_told_only_where_all_amounts_share_it():
    assert cost(RESIDENCE, case="Theo danh sách").unit == "người/lần"
    assert cost(RESIDENCE).unit == ""


def test_who_sets_what_nobody_has_published():
    assert cost([see_note(set_by="Hội đồng nhân dân cấp tỉnh")]).set_by == ("Hội đồng nhân dân cấp tỉnh",)
