"""A citizen without tone marks finds a service and reads fee, papers and time; a reader of English does too."""

import pytest

from tests.builders import DOCX, make_complete_service, make_guide, translate

pytestmark = pytest.mark.django_db


def test_a_citizen_types_without_tone_marks_and_reads_fee_papers_and_time(client):
    service = make_complete_service()
    make_guide("Nộp hồ sơ trực tuyến", services=[service])

    home = client.get("/").content.decode()
    assert 'action="/tim-kiem/"' in home

    results = client.get("/tim-kiem/", {"q": "dang ky khai sinh"})
    [address] = {hit.url for hit in results.context["answer"].hits if hit.title == "Đăng ký khai sinh"}
    assert address in results.content.decode()

    page = client.get(address).content.decode()
    for word in (
        "8.000",
        "Miễn phí",
        "Giấy chứng sinh",
        "Người khác nộp thay",
        "3 ngày làm việc",
        "Giấy khai sinh",
        "Mức độ 3",
        "Luật Hộ tịch",
        "18/7/2026",
        "Nộp hồ sơ trực tuyến",
    ):
        assert word in page, word


def test_the_template_of_a_paper_can_be_downloaded(client):
    service = make_complete_service()
    template = service.documents.exclude(template=None).get().template
    page = client.get(service.get_url()).content.decode()
    assert template.url in page
    answer = client.get(template.url)
    assert answer.status_code == 200
    assert "attachment" in answer.headers["Content-Disposition"]
    assert b"".join(answer.streaming_content) == DOCX
    answer.close()


def test_a_reader_of_english_gets_english_words_and_the_same_facts(client):
    service = make_complete_service()
    translate(
        service,
        {
            "Đăng ký khai sinh": "Birth registration",
            "dang-ky-khai-sinh": "birth-registration",
            "Lệ phí hộ tịch": "Civil status charge",
            "Giấy chứng sinh": "Notification of birth",
        },
    )
    page = client.get(service.get_translations().get().get_url()).content.decode()
    assert '<html lang="en"' in page
    for word in (
        "Birth registration",
        "Civil status charge",
        "8,000",
        "3 working days",
        "Level 3",
        "Notification of birth",
    ):
        assert word in page, word


def test_neither_cookie_nor_session_is_needed(client):
    service = make_complete_service()
    for address in (
        "/",
        "/dich-vu/",
        service.get_url(),
        "/tim-kiem/?q=khai+sinh",
        "/muc-do/",
        "/co-quan/",
        "/en/levels/",
    ):
        answer = client.get(address)
        assert answer.status_code == 200, address
        assert not answer.cookies, address
        assert "csrfmiddlewaretoken" not in answer.content.decode(), address
        assert "public" in answer.headers["Cache-Control"], address
        assert "Cookie" not in answer.headers.get("Vary", ""), address
