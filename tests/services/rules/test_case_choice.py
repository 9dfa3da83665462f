"""Which case are you? A citizen sees only what their case needs, and the way back."""

import pytest

from tests.builders import make_service, translate
from tests.markup import faults, soup, words

pytestmark = pytest.mark.django_db

FEE = {"name": "Lệ phí", "status": "amount"}


def split_service(**fields):
    return make_service(
        "Đăng ký khai sinh",
        documents=[
            {"name": "Tờ khai", "originals": 1},
            {"name": "Giấy cam đoan", "case": "Không có giấy chứng sinh"},
            {"name": "Biên bản", "case": "Trường hợp trẻ bị bỏ rơi"},
        ],
        fees=[
            {**FEE, "amount": 5000, "case": "Không có giấy chứng sinh"},
            {**FEE, "amount": 9000, "case": "Trường hợp trẻ bị bỏ rơi"},
        ],
        durations=[
            {"value": 3, "unit": "working_day", "case": "Xã miền núi"},
            {"value": 1, "unit": "working_day", "case": "Nơi khác"},
        ],
        channels=[{"kind": "in_person"}],
        **fields,
    )


def test_the_question_names_every_case_and_says_no_case_twice(client):
    page = soup(client.get(split_service().get_url()).content)
    assert faults(str(page)) == []
    form = page.select_one("details form")
    assert [label.get_text() for label in form.select("label")] == [
        "Không có giấy chứng sinh",
        "Trường hợp trẻ bị bỏ rơi",
        "Xã miền núi",
        "Nơi khác",
    ]
    captions = [caption.get_text() for caption in page.select("section[aria-labelledby=papers] caption")]
    assert captions == ["Mọi trường hợp", "Không có giấy chứng sinh", "Trường hợp trẻ bị bỏ rơi"]


def test_a_chosen_case_leaves_only_its_papers_and_fees(client):
    service = split_service()
    answer = client.get(service.get_url(), {"truong-hop": "truong-hop-tre-bi-bo-roi"})
    page = soup(answer.content)
    assert faults(answer.content) == []
    papers = page.select_one("section[aria-labelledby=papers]").get_text()
    assert "Tờ khai" in papers
    assert "Biên bản" in papers
    assert "Giấy cam đoan" not in papers
    assert "9.000 đồng" in page.select_one("section[aria-labelledby=fees]").get_text()
    assert "5.000" not in page.main.get_text()
    time = page.select_one("section[aria-labelledby=time]").get_text()
    assert "Xã miền núi" in time, "a table that does not know the case answers for all its own"
    assert page.select_one("input[checked]")["value"] == "truong-hop-tre-bi-bo-roi"
    assert page.select_one(f"a[href='{service.get_url()}#papers']").get_text() == "Xem mọi trường hợp"
    assert page.select_one("link[rel=canonical]")["href"].endswith(service.get_url())


def test_an_unknown_case_is_said_and_changes_nothing(client):
    service = split_service()
    answer = client.get(service.get_url(), {"truong-hop": "khac"})
    assert answer.status_code == 200
    text = words(answer.content)
    assert "không có trường hợp ấy" in text
    assert "Giấy cam đoan" in text
    assert "Biên bản" in text


def test_a_service_without_cases_asks_nothing(client):
    page = soup(client.get(make_service(documents=[{"name": "Tờ khai"}]).get_url()).content)
    assert not page.select("input[type=radio]")


def test_the_english_page_asks_in_english(client):
    english = translate(
        split_service(),
        {
            "Đăng ký khai sinh": "Register a birth",
            "dang-ky-khai-sinh": "register-a-birth",
            "Trường hợp trẻ bị bỏ rơi": "If the child was abandoned",
        },
    )
    page = soup(client.get(english.get_url(), {"case": "if-the-child-was-abandoned"}).content)
    assert "Shown for your case: If the child was abandoned" in words(str(page))
    assert "Giấy cam đoan" not in page.select_one("section[aria-labelledby=papers]").get_text()
