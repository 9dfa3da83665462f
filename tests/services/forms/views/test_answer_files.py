"""What is taken home of an answer: the due date for one's calendar, the list of papers to tick."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from tests.builders import translate
from tests.builders_submissions import make_open_service
from tests.instants import at

pytestmark = pytest.mark.django_db

DAY = "2026-11-30T09:00"
PAPERS = [
    {"name": "Tờ khai", "originals": 1, "copies": 2},
    {"name": "Giấy đất", "case": "Nhà ở"},
    {"name": "Thẩm định", "case": "Nhà tháp", "applies_when": "Cao trên 15 tầng"},
]


def service(**fields):
    fields.setdefault("documents", PAPERS)
    fields.setdefault("durations", [{"value": 10, "unit": "working_day"}])
    return make_open_service("Cấp giấy phép xây dựng", slug="giay-phep", **fields)


def lines_of(answer) -> list[str]:
    return answer.content.decode().replace("\r\n ", "").split("\r\n")


def words_of(answer) -> tuple[str, int]:
    pages = PdfReader(BytesIO(answer.content)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split()), len(pages)


def test_the_due_date_goes_into_a_calendar_until_midnight(client):
    service()
    with at(DAY):
        answer = client.get("/dich-vu/giay-phep/ngay-hen-tra.ics")
    assert answer["Content-Type"].startswith("text/calendar")
    assert "DTSTART;VALUE=DATE:20261214" in lines_of(answer)
    assert "SUMMARY;LANGUAGE=vi:Hạn trả kết quả: Cấp giấy phép xây dựng" in lines_of(answer)
    assert 15 * 3600 - 60 <= int(answer["Cache-Control"].rpartition("max-age=")[2]) <= 15 * 3600
    assert not answer.cookies


def test_without_one_date_there_is_no_entry(client):
    service(durations=[{"value": 5, "unit": "working_day", "case": "A"}, {"value": 9, "unit": "month", "case": "B"}])
    assert client.get("/dich-vu/giay-phep/ngay-hen-tra.ics").status_code == 404
    assert client.get("/dich-vu/giay-phep/ngay-hen-tra.ics?truong-hop=a").status_code == 200


def test_the_list_of_papers_holds_the_answer_and_a_box_for_each_paper(client):
    service()
    with at(DAY):
        words, pages = words_of(client.get("/dich-vu/giay-phep/giay-to.pdf"))
    for part in ("Cấp giấy phép xây dựng", "1 hoặc 2 giấy tờ", "thứ Hai 14/12", "Sở Xây dựng", "30/11/2026"):
        assert part in words
    assert "Ai cũng cần Tờ khai · 1 bản chính, 2 bản sao" in words
    assert "Chỉ với trường hợp: Nhà tháp Thẩm định · Chưa công bố số lượng Chỉ khi: Cao trên 15 tầng" in words
    assert pages == 1


def test_a_chosen_case_has_its_own_list(client):
    service()
    words, _pages = words_of(client.get("/dich-vu/giay-phep/giay-to.pdf?truong-hop=nha-o"))
    assert "Trường hợp của bạn: Nhà ở" in words
    assert "Giấy đất" in words
    assert "Thẩm định" not in words


def test_both_are_in_the_language_of_their_address(client):
    page = service()
    translate(page, {page.title: "Building permit", page.slug: "building-permit"})
    words, _pages = words_of(client.get("/en/services/building-permit/documents.pdf"))
    assert "Building permit" in words
    assert "Everybody needs" in words
    with at(DAY):
        answer = client.get("/en/services/building-permit/due-date.ics")
    assert "SUMMARY;LANGUAGE=en:Result due: Building permit" in lines_of(answer)


def test_thirty_three_papers_take_two_sheets(client):
    name = "Bản vẽ thiết kế xây dựng triển khai sau thiết kế cơ sở, được phê duyệt hoặc đóng dấu xác nhận theo quy định"
    service(documents=[{"name": f"{name} {number}", "originals": 1, "copies": 1} for number in range(33)])
    _words, pages = words_of(client.get("/dich-vu/giay-phep/giay-to.pdf"))
    assert pages <= 2


@pytest.mark.parametrize("file", ["giay-to.pdf", "ngay-hen-tra.ics"])
def test_what_nobody_may_see_has_neither(client, file):
    service(live=False)
    assert client.get(f"/dich-vu/giay-phep/{file}").status_code == 404
    assert client.get(f"/dich-vu/khong-co/{file}").status_code == 404
