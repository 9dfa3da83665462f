"""The card of a service in words: the six states, in both languages, with who can tell what nobody has published."""

from datetime import date

import pytest
from django.utils import translation

from core.models import PortalSettings
from services.answers.answer_card import answer_card
from services.answers.card import ButtonKind, FactState
from services.pages.prefetch import read_rows
from tests.builders import make_department, make_service, trunk
from tests.builders_submissions import make_open_service

pytestmark = pytest.mark.django_db

MONDAY, SATURDAY = date(2026, 11, 30), date(2026, 12, 5)
ONLINE_AND_DESK = [{"kind": "in_person"}, {"kind": "online"}]
RESIDENCE = [
    {"name": "Lệ phí", "status": "amount", "amount": 10_000, "channel": "online", "unit": "lần"},
    {"name": "Lệ phí", "status": "amount", "amount": 20_000, "channel": "in_person", "unit": "lần"},
]


@pytest.fixture(autouse=True)
def _portal():
    trunk()
    PortalSettings.objects.update(organisation="Trung tâm", hotline="02373 900 900", hotline_note="chưa xác nhận")


def card(service, language="vi", on=MONDAY, **asked):
    with translation.override(language):
        return answer_card(service, read_rows(service, None), None, on=on, **asked)


def told(fact):
    return fact.state, fact.value, list(fact.notes)


def test_a_known_answer():
    service = make_open_service(
        documents=[{"name": "Tờ khai"}],
        fees=[{"name": "Phí", "status": "amount", "amount": 300_000, "unit": "chứng chỉ"}],
        durations=[{"value": 10, "unit": "working_day"}],
        channels=ONLINE_AND_DESK,
    )
    found = card(service)
    assert told(found.papers) == (FactState.KNOWN, "1 giấy tờ", [])
    assert told(found.cost) == (FactState.KNOWN, "300.000 đồng", ["mỗi chứng chỉ"])
    assert found.time.value == "10 ngày làm việc"
    assert "thứ Hai 14/12" in found.time.notes[0]
    assert told(found.place)[:2] == (FactState.KNOWN, "Trực tuyến, tại quầy")
    assert (found.button.kind, found.button.text) == (ButtonKind.FILE_HERE, "Nộp hồ sơ trực tuyến")
    assert found.button.url.endswith("/nop-ho-so/")
    assert [fact.name for fact in found.facts] == ["papers", "cost", "time", "place"]
    assert found.case is None


def test_the_same_in_english():
    service = make_service(fees=RESIDENCE, channels=ONLINE_AND_DESK, documents=[{"name": "A"}, {"name": "B"}])
    found = card(service, "en")
    assert found.papers.value == "2 documents"
    assert found.cost.value == "VND 10,000–20,000"
    assert found.cost.notes[0] == "per time; Online VND 10,000, at the counter VND 20,000"


def test_a_range_says_what_decides_it():
    found = card(make_service(fees=RESIDENCE, channels=ONLINE_AND_DESK))
    assert told(found.cost) == (
        FactState.RANGE,
        "10.000–20.000 đồng",
        ["mỗi lần; Trực tuyến 10.000 đồng, tại quầy 20.000 đồng"],
    )
    assert card(make_service(fees=RESIDENCE, channels=ONLINE_AND_DESK), channel="online").cost.value == "10.000 đồng"


def test_free_is_said_only_where_somebody_said_it():
    assert card(make_service(fees=[{"name": "Phí", "status": "free"}])).cost.state is FactState.FREE
    assert card(make_service(fees_status="none")).cost.value == "Miễn phí"
    assert card(make_service()).cost.state is FactState.UNKNOWN


def test_what_is_unknown_names_who_sets_it_and_who_can_tell():
    service = make_service(
        handling_agencies=[{"department": make_department("Sở Xây dựng")}],
        fees=[{"name": "Phí", "status": "see_note", "note": "Nguồn ghi 0.", "set_by": "Hội đồng nhân dân tỉnh"}],
    )
    found = card(service)
    assert told(found.cost) == (
        FactState.UNKNOWN,
        "Cơ quan chưa công bố",
        [
            "Mức thu do Hội đồng nhân dân tỉnh quy định",
            "Hỏi Sở Xây dựng, điện thoại 02373 900 900 – chưa xác nhận",
        ],
    )
    assert found.time.state is FactState.UNKNOWN
    assert "02373 900 900" in found.time.notes[-1]


def test_an_amount_known_for_one_way_is_not_told_as_the_whole():
    found = card(make_service(fees=RESIDENCE[1:], channels=ONLINE_AND_DESK))
    assert found.cost.state is FactState.RANGE
    assert found.cost.value == "20.000 đồng, tùy cách nộp"
    assert found.cost.notes[0] == "mỗi lần; Trực tuyến: chưa công bố"
    assert found.cost.notes[1].startswith("Hỏi ")


def test_the_clock_starts_at_acceptance_which_a_day_off_puts_off():
    service = make_service(durations=[{"value": 1, "unit": "working_day"}])
    assert card(service, on=SATURDAY).time.notes[0] == "Tiếp nhận thứ Hai 7/12: chậm nhất thứ Ba 8/12"
    year_end = card(service, on=date(2026, 12, 31)).time.notes[0]
    assert year_end.endswith("/1/2027")


def test_a_limit_from_another_event_has_no_date_and_says_from_what_it_counts():
    note = "Tính từ ngày hết hạn nhận đơn."
    row = {"value": 15, "unit": "calendar_day", "counted_from": "event", "note": note}
    found = card(make_service(durations=[row]))
    assert told(found.time) == (FactState.KNOWN, "15 ngày", [note])
    assert found.time.action is None


def test_only_the_chosen_case_counts():
    service = make_open_service(
        documents=[
            {"name": "Đơn"},
            {"name": "Giấy đất", "case": "Nhà ở"},
            {"name": "Chứng nhận", "case": "Nhà tháp"},
            {"name": "Thẩm định", "case": "Nhà tháp"},
        ],
        durations=[
            {"value": 5, "unit": "working_day", "case": "Nhà ở"},
            {"value": 20, "unit": "calendar_day", "case": "Nhà tháp"},
        ],
    )
    every, own = card(service), card(service, case="nha-thap")
    assert (every.papers.value, every.time.value) == ("2 hoặc 3 giấy tờ", "5 ngày làm việc hoặc 20 ngày")
    assert "Tùy trường hợp" in every.papers.notes
    assert (own.papers.value, own.time.value) == ("3 giấy tờ", "20 ngày")
    assert (every.case.name, own.case.name) == ("", "Nhà tháp")
    for link in (own.button.url, own.checklist.url, own.time.action.url):
        assert link.endswith("?truong-hop=nha-thap")


def agency(**values):
    return {"department": make_department("Sở Y tế"), "apply_mode": "external", **values}


def test_filing_elsewhere_leads_there():
    found = card(make_service(handling_agencies=[agency(external_url="https://dichvucong.gov.vn/x")]))
    assert found.button.kind is ButtonKind.NATIONAL
    assert found.button.text == "Nộp trên Cổng Dịch vụ công quốc gia"
    assert found.button.url == "https://dichvucong.gov.vn/x"


def test_a_closed_filing_has_no_button_but_says_what_still_works():
    department = make_department("Sở Xây dựng", unit_code="H56.17")
    row = {
        "department": department,
        "apply_mode": "site_form",
        "closes_on": date(2026, 11, 1),
        "external_url": "https://dichvucong.gov.vn/x",
    }
    service = make_service(department=department, level=3, handling_agencies=[row], channels=ONLINE_AND_DESK)
    found = card(service)
    assert (found.button.kind, found.button.url) == (ButtonKind.CLOSED, "")
    assert found.button.text == "Đã hết thời gian nhận hồ sơ tại đây."
    assert found.button.notes[0] == "Vẫn nộp được tại quầy."
    assert [link.url for link in found.others] == ["https://dichvucong.gov.vn/x"]
    assert found.time.action is None


def test_a_procedure_no_longer_in_force_is_closed():
    found = card(make_open_service(status="abolished"))
    assert found.button.text == "Thủ tục này hiện không có hiệu lực."


def test_what_is_filed_by_hand_says_where():
    found = card(make_service(handling_agencies=[agency(apply_mode="paper")], channels=[{"kind": "in_person"}]))
    assert (found.button.kind, found.button.text) == (ButtonKind.COUNTER, "Nộp tại quầy")
    assert found.place.notes[0] == "Sở Y tế"


def test_an_unsaved_draft_has_a_card_too():
    service = make_open_service(durations=[{"value": 3, "unit": "working_day"}])
    service.fees_status = "none"
    assert card(service).cost.state is FactState.FREE
