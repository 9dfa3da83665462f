"""The page of results: what it marks, narrows, gathers and says when others are asked for; suggestions; the API."""

from urllib.parse import urlencode

import pytest
from wagtail.models import PageViewRestriction

from search.models import LexiconEntry
from search.query import find
from tests.builders import make_department, make_field, make_guide, make_service, translate
from tests.markup import faults, soup

pytestmark = pytest.mark.django_db

SEARCH, SUGGESTIONS, API = "/tim-kiem/", "/tim-kiem/goi-y/", "/api/v2/services/"

HOSTILE = [
    '"', "'", "'; DROP TABLE x; --", "%", "_", "%_%", "\\", "\\\\", "*", "a*", "(", ")", "((()))", "[", "]", "{", "}",
    "{{ 7*7 }}", "{% now %}", "<script>alert(1)</script>", "<b>giấy", "&lt;", "&amp;&#0;", "AND", "OR NOT", "NEAR(a b)",
    "a NEAR/3 b", "title:giấy", "-giấy", "+giấy", "^giấy", "giấy~2", "giấy^9", "a:b:c", "::", "!", "!!!", "|", "a|b&c",
    "&", "<->", ":*", "giấy:*", "@", "#", "$1", "`", "?", "...", "…", "—", "\u200b", "\u202e", "\ufeff", "\u0301",
    "e\u0301\u0301\u0301", "\ud7ff", "\uffff", "🙂", "👨‍👩‍👧", "𝐠𝐢ấ𝐲", "①②③", "ﬁ", "ß", "İ", "ǆ", "日本語",
    "العربية",
    "0", "-1", "1e999", "1.000001", "9.999999", "0x00", "null", "None", "true", "a" * 201, "a " * 150, "ấ" * 200,
    "giấy\tphép\nxây", "\r\n", " " * 200, "1" * 200, "1 " * 100, "x1y2z3", "dd" * 90, "aw" * 90, "w", "ww", "y", "qu",
]  # fmt: skip


def hits(client, words, **more):
    answer = client.get(SEARCH, {"q": words, **more})
    assert answer.status_code == 200
    return [hit.title for hit in answer.context["answer"].hits]


def suggested(client, words, address=SUGGESTIONS):
    answer = client.get(address, {"q": words})
    assert answer.status_code == 200
    return [link.get_text(" ", strip=True) for link in soup(answer.content).select("a")]


def test_hostile_words_are_answered_everywhere(client, admin_client):
    make_service("Cấp giấy phép xây dựng")
    for words in HOSTILE:
        query = urlencode({"q": words}, errors="surrogatepass")
        for address in (SEARCH, SUGGESTIONS):
            answer = client.get(f"{address}?{query}")
            assert answer.status_code in (200, 400), (address, words)
            assert b"<script>alert" not in answer.content
        answer = client.get(API, {"search": words})
        assert answer.status_code in (200, 400), words
    for words in HOSTILE[::3]:
        assert client.get("/en/search/", {"q": words}).status_code in (200, 400), words
        assert admin_client.get("/quan-tri/pages/search/results/", {"q": words}).status_code < 500, words


def test_found_words_are_marked_and_nothing_else_is_markup(client):
    make_service("Cấp giấy phép <b>xây dựng</b>", summary="Xin phép trước khi xây.")
    page = soup(client.get(SEARCH, {"q": "giay phep xay dung"}).content)
    hit = page.select_one(".portal-results li")
    assert [mark.get_text() for mark in hit.h2.select("mark")] == ["giấy phép", "xây dựng"]
    assert hit.h2.find("b") is None
    assert [mark.get_text() for mark in hit.select("p mark")] == ["phép", "xây"]


def test_services_come_before_pages_that_speak_of_them(client):
    make_guide("Giấy phép xây dựng: chuẩn bị thế nào", body=[("text", "<p>Giấy phép xây dựng</p>")])
    make_service("Cấp giấy phép xây dựng nhà ở riêng lẻ tại đô thị")
    make_department("Sở Xây dựng")
    assert hits(client, "giấy phép xây dựng")[0] == "Cấp giấy phép xây dựng nhà ở riêng lẻ tại đô thị"
    assert hits(client, "sở xây dựng")[0] == "Sở Xây dựng", "a page called just that goes first"


def test_services_are_narrowed_and_counted(client):
    first, second = make_department("Sở Tư pháp"), make_department("Sở Nội vụ")
    make_service("Đăng ký khai sinh", department=first, level=3, field=make_field())
    make_service("Đăng ký kết hôn", department=first, level=2, field=make_field())
    make_service("Đăng ký hội", department=second, level=2)
    make_service("Cấp phép khác", department=second, level=2)
    answer = client.get(SEARCH, {"q": "đăng ký", "level": "2"})
    assert faults(answer.content) == []
    told = answer.context["answer"]
    assert {hit.title for hit in told.hits} == {"Đăng ký kết hôn", "Đăng ký hội"}
    counts = {row.name: {option.value: option.count for option in row.options} for row in told.filters}
    assert counts["department"] == {"so-tu-phap": 1, "so-noi-vu": 1}
    assert counts["level"] == {"2": 2, "3": 1}
    assert [removal.url for removal in told.removals] == ["?q=%C4%91%C4%83ng+k%C3%BD&type=service"]
    assert client.get(SEARCH, {"q": "đăng ký", "level": "9"}).status_code == 404


def test_services_of_one_name_are_one_answer_with_a_choice(client):
    for place in ("thực hiện tại cấp tỉnh", "thực hiện tại cấp xã"):
        make_service(f"Trình báo mất hộ chiếu ({place})")
    answer = client.get(SEARCH, {"q": "mất hộ chiếu"})
    assert faults(answer.content) == []
    [hit] = answer.context["answer"].hits
    assert len(hit.twins) == 1
    assert "2" in soup(answer.content).select_one(".portal-tabs li:nth-of-type(2)").get_text()


def test_words_of_the_lexicon_lead_to_the_service_and_to_others(client):
    make_service("Cấp Giấy chứng nhận quyền sử dụng đất")
    LexiconEntry.objects.create(kind="synonym", phrases="bìa đỏ nhà mình", targets="quyền sử dụng đất")
    LexiconEntry.objects.create(
        kind="elsewhere",
        phrases="nộp thuế trước bạ",
        authority="Cơ quan thuế",
        authority_url="https://thue.example.vn/",
    )
    assert hits(client, "bia do nha minh") == ["Cấp Giấy chứng nhận quyền sử dụng đất"]
    told = soup(client.get(SEARCH, {"q": "nộp thuế trước bạ"}).content).select_one(".portal-elsewhere")
    assert told.a["href"] == "https://thue.example.vn/"


def test_a_mistyped_word_is_answered_and_told(client):
    make_service("Đăng ký khai sinh")
    answer = client.get(SEARCH, {"q": "khai sing"})
    assert faults(answer.content) == []
    assert [hit.title for hit in answer.context["answer"].hits] == ["Đăng ký khai sinh"]
    assert soup(answer.content).select_one("#spelling a").get_text() == "khai sinh"


def test_an_english_reader_finds_services_without_an_english_page(client):
    make_service("Cấp giấy phép lái xe")
    english = make_service("Đăng ký khai sinh")
    translate(english, {"Đăng ký khai sinh": "Register a birth", "dang-ky-khai-sinh": "register-a-birth"})
    LexiconEntry.objects.create(
        language="en", kind="synonym", phrases="driving card\nbirth paper", targets="giấy phép lái xe"
    )
    answer = client.get("/en/search/", {"q": "driving card"})
    assert faults(answer.content) == []
    [hit] = answer.context["answer"].in_vietnamese
    assert (hit.title, hit.lang) == ("Cấp giấy phép lái xe", "vi")
    assert hits(client, "driving card") == ["Cấp giấy phép lái xe"]


def test_nothing_hidden_is_found_counted_or_suggested(client):
    shown = make_service("Bí mật công khai", department=make_department("Sở Nội vụ"), level=3)
    hidden = make_department("Sở Kín")
    make_service("Bí mật kín", department=hidden, level=3)
    make_service("Bí mật nháp", live=False)
    english = translate(shown, {"Bí mật công khai": "Secret in public", "bi-mat-cong-khai": "secret-in-public"})
    assert english.live
    assert set(hits(client, "bi mat")) == {"Bí mật công khai", "Bí mật kín"}
    PageViewRestriction.objects.create(page=hidden, restriction_type=PageViewRestriction.LOGIN)
    answer = client.get(SEARCH, {"q": "bi mat"}).context["answer"]
    assert ([hit.title for hit in answer.hits], answer.total) == (["Bí mật công khai"], 1)
    assert [text for text in suggested(client, "bi m") if "Bí mật" in text] == ["Bí mật công khai Sở Nội vụ"]
    assert all("Kín" not in link for link in suggested(client, "so ki"))
    assert find("kinn", "vi").plan.spelling == "", "a word that only a hidden name has is no suggestion"
    shown.unpublish()
    assert hits(client, "bi mat") == []


def test_suggestions_are_links_that_anyone_may_keep(client):
    make_service("Cấp giấy phép xây dựng", level=3)
    answer = client.get(SUGGESTIONS, {"q": "giay ph"})
    assert len(answer.content) < 10_000
    assert "public" in answer.headers["Cache-Control"]
    assert not answer.cookies
    links = [link["href"] for link in soup(answer.content).select("a")]
    assert links == ["/dich-vu/cap-giay-phep-xay-dung/", "/tim-kiem/?q=giay+ph"]
    assert suggested(client, "zzz") == suggested(client, "") == []


def test_site_and_api_agree(client):
    for title in ("Cấp giấy phép xây dựng", "Cấp lại giấy phép xây dựng", "Gia hạn giấy phép xây dựng nhà ở riêng lẻ"):
        make_service(title, level=3)
    make_service("Giấy phép khác", level=2)
    found = client.get(API, {"search": "giay phep xay dung"}).json()
    assert [item["title"] for item in found["items"]] == hits(client, "giay phep xay dung", level="3")
    both = client.get(API, {"search": "giay phep", "level": "3", "limit": "2"}).json()
    assert both["meta"]["total_count"] == 3
