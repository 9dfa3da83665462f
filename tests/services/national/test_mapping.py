"""What a national record says: amounts and limits where they are beyond doubt, words where they are not."""

import pytest

from services.national.mapping.authority import KeptBack, Owner, find_owner, kept_back
from services.national.mapping.flags import Flag
from services.national.mapping.papers import law_number
from services.national.mapping.procedure import map_record, title_of
from services.national.mapping.record import UnreadableRecord
from tests.services.national.made_up import made_up

OFFICES = [
    Owner(1, "Sở Tư pháp", "", "H56.14", "so"),
    Owner(2, "Sở Y tế", "", "", "so"),
    Owner(3, "Ủy ban nhân dân phường Thử", "", "", "ubnd_xa"),
    Owner(4, "Ủy ban nhân dân cấp xã", "UBND cấp xã", "", "ubnd_xa"),
    Owner(5, "Công an tỉnh", "", "", "cong_an"),
]


def told(rows, *names):
    return [tuple(row.values.get(name) for name in names) for row in rows]


def flags(code):
    return {one.flag for one in map_record(made_up(code)).oddities}


def test_a_plain_record_says_everything_a_page_holds():
    mapped = map_record(made_up("9.000001"))
    fields, rows = mapped.facts.fields, mapped.facts.rows
    assert mapped.title == "Xác nhận giấy tờ thử"
    assert mapped.alt_names == "xác nhận thử\ngiấy thử"
    assert fields["online_scope"] == "full"
    assert (fields["result_online"], fields["result_by_post"], fields["result_in_person"]) == (True, True, False)
    assert fields["decision_date"].isoformat() == "2026-01-01"
    assert fields["conditions"].count("<p>") == 2
    assert told(rows["durations"], "channel", "value", "unit") == [
        ("in_person", 5, "working_day"),
        ("online", 5, "working_day"),
        ("post", 5, "working_day"),
    ]
    assert told(rows["documents"], "case", "name", "originals", "copies", "template_files") == [
        ("Người nộp tự đến", "Tờ khai theo mẫu", 1, None, "to-khai.docx\nphu-luc.docx"),
        ("Người nộp tự đến", "Giấy tờ tùy thân", None, 1, ""),
        ("Người khác nộp thay", "Tờ khai theo mẫu", 1, None, "to-khai.docx"),
        ("Người khác nộp thay", "Giấy ủy quyền", 1, 1, ""),
    ]
    assert told(rows["legal_bases"], "number") == [("901/2090/QH99",), ("902/2090/NĐ-CP",)]
    assert told(rows["handling_agencies"], "name", "role", "apply_mode") == [
        ("Sở Tư pháp", "competent", "external"),
        ("Sở Y tế", "cooperating", "paper"),
    ]
    assert not mapped.oddities


def test_an_office_that_records_call_by_several_names_is_one_agency():
    rows = map_record(made_up("9.000003")).facts.rows
    assert told(rows["handling_agencies"], "name") == [("UBND cấp xã",)]


def test_channels_keep_their_own_limits_and_free_needs_words():
    rows = map_record(made_up("9.000002")).facts.rows
    assert told(rows["durations"], "channel", "value", "unit") == [
        ("in_person", 7, "calendar_day"),
        ("online", 3, "working_day"),
    ]
    assert told(rows["fees"], "status", "amount") == [("free", None), ("free", None)]


def test_what_is_odd_is_kept_in_words_and_flagged():
    mapped = map_record(made_up("9.000007"))
    rows = mapped.facts.rows
    assert told(rows["durations"], "channel", "value", "unit") == [("online", None, "words"), ("post", None, "words")]
    assert "3,5" in rows["durations"][0].text("note")
    assert "24" in rows["durations"][1].text("note")
    assert "3" in rows["channels"][0].text("note")  # a number without a unit is no time limit
    assert {status for (status,) in told(rows["fees"], "status")} == {"see_note"}
    assert any("250" in row.text("note") for row in rows["fees"])
    assert any("10 USD" in row.text("note") for row in rows["fees"])
    assert mapped.facts.fields["audiences"] == ("Công dân Việt Nam",)
    assert told(rows["documents"], "name") == [("Đơn đề nghị",), ("mau-don.pdf",)]
    assert len(rows["documents"][0].text("case")) <= 300 < len(rows["documents"][0].text("note"))
    assert len(mapped.title) <= 120
    assert mapped.title.endswith("…")
    assert flags("9.000007") == set(Flag) - {Flag.SEVERAL_LIMITS, Flag.ONE_OR_SUM}


@pytest.mark.parametrize(("code", "flag"), [("9.000008", Flag.SEVERAL_LIMITS), ("9.000010", Flag.ONE_OR_SUM)])
def test_what_nobody_can_tell_apart_stays_as_it_is_and_is_flagged(code, flag):
    assert flags(code) == {flag}


def test_amounts_of_one_kind_are_told_apart_by_their_words():
    rows = map_record(made_up("9.000009")).facts.rows["fees"]
    assert told(rows, "channel", "case", "amount") == [
        ("in_person", "Loại nhỏ", 100_000),
        ("in_person", "Loại lớn", 300_000),
        ("online", "Loại nhỏ", 100_000),
        ("online", "Loại lớn", 300_000),
    ]


def test_a_record_without_a_name_is_refused():
    with pytest.raises(UnreadableRecord):
        map_record(made_up("9.000013"))


@pytest.mark.parametrize(
    ("code", "expected"),
    [("9.000001", None), ("9.000003", None), ("9.000004", KeptBack.INTERNAL), ("9.000005", KeptBack.OTHER_PROVINCE)],
)
def test_internal_procedures_and_those_of_other_provinces_are_kept_back(code, expected):
    assert kept_back(made_up(code)) is expected


@pytest.mark.parametrize(
    ("agencies", "owner"),
    [
        ({"unitGroupsExecuting": [{"name": "Sở Y Tế"}, {"name": "Sở Tư pháp"}]}, 2),
        ({"unitGroupsExecuting": [{"name": "Sở Tư pháp tỉnh Thanh Hóa"}]}, 1),
        ({"unitGroupsExecuting": [{"name": "Sở Tư pháp tỉnh Tưởng Tượng"}]}, None),
        ({"unitGroupsExecuting": [], "departmentsExecuting": [{"name": "Một tên khác", "code": "H56.14"}]}, 1),
        ({"unitGroupsExecuting": [{"name": "Ủy ban nhân dân cấp tỉnh"}]}, None),
        ({"unitGroupsExecuting": [{"name": "Chủ tịch UBND cấp xã"}]}, 4),
        ({"unitGroupsExecuting": [{"name": "Công an cấp tỉnh"}]}, 5),
        ({"unitGroupsExecuting": None, "isWard": True, "isProvince": False}, 4),
        ({"unitGroupsExecuting": [{"name": "Thuế cơ sở"}], "isWard": True, "isProvince": False}, None),
    ],
)
def test_the_owner_is_whom_the_record_names_first(agencies, owner):
    assert find_owner(made_up("9.000001", **agencies), OFFICES) == owner


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("Luật số 146/2025/QH15", "146/2025/QH15"),
        ("số 38/2026/NĐ-CP", "38/2026/NĐ-CP"),
        ("90/QĐ-TTg", "90/QĐ-TTg"),
        ("Luật Thử", "Luật Thử"),
        ("Một văn bản " * 9, ""),
    ],
)
def test_the_number_of_a_law_stands_in_many_words(written, number):
    assert law_number(written) == number


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("Thủ tục cấp giấy", "Cấp giấy"),
        ("Thủ tục", "Thủ tục"),
        ("Cấp giấy", "Cấp giấy"),
        ("thu hồi giấy", "Thu hồi giấy"),
    ],
)
def test_a_title_begins_with_what_is_done(name, title):
    assert title_of(name) == title
