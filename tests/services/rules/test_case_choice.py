"""Which case are you? A citizen sees only what their case needs, and the way back."""

import unicodedata
from urllib.parse import quote

import pytest

from tests.builders import make_service, translate
from tests.builders_forms import make_fileable_service
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
    form = page.select_one("#case form")
    assert [label.find(string=True).strip() for label in form.select("label")] == [
        "Không có giấy chứng sinh",
        "Trường hợp trẻ bị bỏ rơi",
        "Xã miền núi",
        "Nơi khác",
    ]
    assert [one.get_text() for one in form.select(".portal-case__papers")] == ["2 giấy tờ", "2 giấy tờ"]
    cases = [heading.get_text() for heading in page.select("section[aria-labelledby=papers] h3")]
    assert cases == ["Không có giấy chứng sinh", "Trường hợp trẻ bị bỏ rơi"]


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
    assert words(str(page.select_one("#case"))) == "Trường hợp: Trường hợp trẻ bị bỏ rơi Đổi trường hợp"
    assert page.select_one(f"#case a[href='{service.get_url()}#case']"), "the way to another case"
    assert not page.select("#case form"), "asked once"
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
    assert not page.select("#case")


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
    assert "Case: If the child was abandoned" in words(str(page.select_one("#case")))
    assert "Giấy cam đoan" not in page.select_one("section[aria-labelledby=papers]").get_text()


HOUSES = {
    "case_noun": "loại công trình",
    "case_question_1": "Công trình có theo tuyến không?",
    "case_question_2": "Công trình dùng để làm gì?",
    "cases": [
        {"key": "duong", "name": "Đường ống", "answer_1": "Theo tuyến"},
        {"key": "chua", "name": "Chùa", "answer_1": "Không theo tuyến", "answer_2": "Tôn giáo"},
        {"key": "den", "name": "Đền", "answer_1": "Không theo tuyến", "answer_2": "Tín ngưỡng"},
        {"key": "mieu", "name": "Miếu", "answer_1": "Không theo tuyến", "answer_2": "Tín ngưỡng"},
    ],
    "documents": [
        {"name": "Đơn"},
        {"name": "Bản vẽ tuyến", "case_key": "duong"},
        {"name": "Văn bản của ban tôn giáo", "case_key": "chua"},
        {"name": "Văn bản của sở", "case_key": "den"},
        {"name": "Văn bản của xã", "case_key": "mieu"},
    ],
}


def ask(client, service, **answers):
    return client.get(service.get_url(), {name.replace("_", "-"): value for name, value in answers.items()})


def test_few_plain_questions_lead_to_one_case_whose_address_can_be_shared(client):
    service = make_service("Cấp phép xây dựng", **HOUSES)
    page = soup(client.get(service.get_url()).content)
    assert faults(str(page)) == []
    assert page.select_one("#case h2").get_text() == "Hồ sơ của bạn thuộc loại công trình nào?"
    asked = [legend.get_text() for legend in page.select("#case > form legend")]
    assert asked == ["Công trình có theo tuyến không?", "Công trình dùng để làm gì?"]
    answers = [label.find(string=True).strip() for label in page.select("#case > form fieldset")[0].select("label")]
    assert answers == ["Theo tuyến", "Không theo tuyến", "Không rõ"]
    assert len(page.select("#case details input")) == 4, "and the whole list, folded away"

    found = ask(client, service, tra_loi_1="khong-theo-tuyen", tra_loi_2="ton-giao")
    assert (found.status_code, found["Location"]) == (302, f"{service.get_url()}?truong-hop=chua#case")
    shown = words(client.get(found["Location"]).content)
    assert "Loại công trình: Chùa" in shown
    assert "Văn bản của ban tôn giáo" in shown
    assert "Bản vẽ tuyến" not in shown


@pytest.mark.parametrize(
    ("answers", "left"),
    [
        ({"tra_loi_1": "khong-theo-tuyen"}, ["Chùa", "Đền", "Miếu"]),
        ({"tra_loi_1": "", "tra_loi_2": "tin-nguong"}, ["Đường ống", "Đền", "Miếu"]),
        ({"tra_loi_1": unicodedata.normalize("NFD", "Không theo tuyến"), "tra_loi_2": "tin-nguong"}, ["Đền", "Miếu"]),
        ({"tra_loi_1": "", "tra_loi_2": ""}, ["Đường ống", "Chùa", "Đền", "Miếu"]),
    ],
)
def test_answers_that_leave_several_cases_show_these(client, answers, left):
    page = soup(ask(client, make_service("Cấp phép xây dựng", **HOUSES), **answers).content)
    assert faults(str(page)) == []
    assert [label.find(string=True).strip() for label in page.select("#case label")] == left
    assert page.find("a", string="Trả lời lại")


def test_answers_that_fit_nothing_say_so_and_show_every_case(client):
    service = make_service("Cấp phép xây dựng", **HOUSES)
    page = soup(ask(client, service, tra_loi_1="gi-do").content)
    assert faults(str(page)) == []
    assert "Không có loại công trình nào hợp với các câu trả lời này" in page.select_one("#case").get_text()
    assert len(page.select("#case input[name=truong-hop]")) == 4
    assert not page.select("#case details")


@pytest.mark.parametrize(
    ("query", "chosen"),
    [
        ("truong-hop=chua", "Chùa"),
        ("case=chua", "Chùa"),  # a link from a page in another language
        ("truong-hop=" + quote(unicodedata.normalize("NFD", "Chùa")), "Chùa"),
        ("truong-hop=chua&truong-hop=chua", "Chùa"),
        ("truong-hop=chua&tra-loi-1=theo-tuyen", "Chùa"),
        ("truong-hop=chua&truong-hop=den", ""),
        ("truong-hop=truong-hop-cua-dich-vu-khac", ""),
    ],
)
def test_only_one_case_of_the_service_is_chosen_by_an_address(client, query, chosen):
    service = make_service("Cấp phép xây dựng", **HOUSES)
    page = soup(client.get(f"{service.get_url()}?{query}").content)
    shown = page.select_one(".portal-answer__case#case strong")
    assert (shown.get_text() if shown else "") == chosen
    assert ("không có loại công trình ấy" in page.get_text()) == (not chosen)


def test_the_case_goes_along_to_filing_and_to_the_due_date(client):
    service = make_fileable_service("Cấp phép xây dựng", **HOUSES, durations=[{"value": 3, "unit": "working_day"}])
    page = soup(client.get(service.get_url(), {"truong-hop": "den"}).content)
    links = {a["href"] for a in page.select("main a")}
    start = f"{service.get_url()}nop-ho-so/?truong-hop=den"
    assert start in links
    assert f"{service.get_url()}tinh-ngay-hen-tra/?truong-hop=den" in links
    before = soup(client.get(start).content)
    assert "Loại công trình: Đền" in words(str(before.select_one("#case")))
    assert before.select_one("form[action*='/ho-so/moi/'] input[name=truong-hop]")["value"] == "den"
    answered = client.get(f"{service.get_url()}nop-ho-so/", {"tra-loi-1": "theo-tuyen"})
    assert answered["Location"] == f"{service.get_url()}nop-ho-so/?truong-hop=duong#case"
