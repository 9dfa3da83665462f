"""Feedback: under every page, without a cookie, from our own pages only, limited, and nothing about the sender kept."""

from ipaddress import ip_network

import pytest
from django.core.cache import cache
from django.urls import reverse
from django.utils import translation
from wagtail.models import PageViewRestriction

from home.feedback_pages import feedback_page_at
from home.feedback_views import LIMIT
from home.models import Feedback, FeedbackKind
from tests.builders import make_department, make_guide, make_notice, make_service, translate, trunk
from tests.markup import faults, soup

pytestmark = pytest.mark.django_db

OWN = {"origin": "http://testserver"}


@pytest.fixture(autouse=True)
def _nobody_has_sent_anything():
    cache.clear()


def address(name: str = "feedback", language: str = "vi") -> str:
    with translation.override(language):
        return reverse(name)


def send(client, headers=OWN, language="vi", **fields):
    return client.post(address(language=language), {"page": "/dich-vu/", **fields}, headers=headers)


def form_of(client, page: str):
    return soup(client.get(page).content).select_one(".portal-feedback form")


def test_the_form_has_an_address_in_each_language():
    assert address() == "/gop-y/"
    assert address("feedback_thanks") == "/gop-y/cam-on/"
    assert address(language="en") == "/en/feedback/"
    assert address("feedback_thanks", "en") == "/en/feedback/thanks/"


@pytest.mark.parametrize("button", ["useful=yes", "useful=no", "kind=comment", "kind=error"])
def test_a_visitor_presses_a_button_under_a_page(client, button):
    service = make_service()
    form = form_of(client, service.get_url())
    name, value = button.split("=")
    assert form.select_one(f"button[name={name}][value={value}]")
    fields = {field["name"]: field.get("value", "") for field in form.select("input")}
    answer = client.post(form["action"], {**fields, "comment": "Thiếu mẫu đơn", name: value}, headers=OWN)
    assert answer.status_code == 303
    kept = Feedback.objects.get()
    assert kept.page.specific == service
    assert (kept.path, kept.language, kept.comment) == (service.get_url(), "vi", "Thiếu mẫu đơn")
    assert kept.useful == {"yes": True, "no": False}.get(value)
    assert kept.kind == {"yes": "answer", "no": "answer"}.get(value, value)
    assert not kept.handled
    thanks = client.get(answer.url)
    assert thanks.status_code == 200
    assert faults(thanks.content) == []
    assert soup(thanks.content).main.select_one(f"a[href='{service.get_url()}']")


@pytest.mark.parametrize(
    "page",
    ["/", "/dich-vu/", "/muc-do/", "/co-quan/so-tu-phap/", "/huong-dan/chung/", "/thong-bao/nghi/", "/tim-kiem/?q=x"],
)
def test_every_kind_of_page_can_be_spoken_of(client, page):
    make_department()
    make_guide("Chung")
    make_notice("Nghỉ")
    form = form_of(client, page)
    answer = client.post(
        form["action"], {"page": form.select_one("[name=page]")["value"], "useful": "yes"}, headers=OWN
    )
    assert answer.status_code == 303
    assert Feedback.objects.get().path == page.split("?")[0]


def test_english_pages_ask_in_english(client):
    translate(make_guide("Chung"), {"Chung": "In general", "chung": "general"})
    form = form_of(client, "/en/levels/")
    assert "Did this page help you?" in form.get_text()
    answer = send(client, language="en", page="/en/levels/", useful="no")
    assert answer.url.startswith("/en/")
    assert Feedback.objects.get().language == "en"


def test_neither_the_form_nor_the_answer_needs_a_cookie(client):
    trunk()
    page = client.get("/")
    assert "csrf" not in page.content.decode()
    for answer in (page, client.get(address()), send(client, useful="yes"), client.get(address("feedback_thanks"))):
        assert not answer.cookies
        assert "Cookie" not in answer.headers.get("Vary", "")
    assert "public" in client.get(address()).headers["Cache-Control"]


def test_error_pages_do_not_ask(client):
    trunk()
    assert form_of(client, "/khong-co/") is None


def test_the_form_stands_alone_too(client):
    service = make_service()
    answer = client.get(address(), {"page": service.get_url()})
    assert faults(answer.content) == []
    page = soup(answer.content)
    assert page.main.select_one(f"a[href='{service.get_url()}']")
    assert page.select_one("form [name=page]")["value"] == service.get_url()
    assert page.select_one("meta[name=robots]")["content"] == "noindex"
    assert len(page.select("textarea")) == 1
    for nonsense in ("//evil.example/", "/khong-co/", "javascript:alert(1)", "/quan-tri/"):
        page = soup(client.get(address(), {"page": nonsense}).content)
        assert page.select_one("form [name=page]")["value"] == ""
        assert "evil" not in page.main.get_text()


def test_without_a_page_it_is_about_the_portal(client):
    trunk()
    assert send(client, page="", comment="Hay").status_code == 303
    assert Feedback.objects.get().path == "/"


@pytest.mark.parametrize(
    "headers", [{}, {"origin": "https://evil.example"}, {"origin": "null"}, {"referer": "https://evil.example/gop-y/"}]
)
def test_a_form_on_another_site_sends_nothing(client, headers):
    trunk()
    answer = send(client, headers, useful="yes")
    assert answer.status_code == 403
    assert faults(answer.content) == []
    assert not Feedback.objects.exists()


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"kind": "error"},
        {"comment": "  \n\u200b "},
        {"comment": "a" * 2001},
        {"useful": "maybe", "comment": "x"},
        {"kind": "praise", "comment": "x"},
    ],
)
def test_what_cannot_be_kept_is_said_beside_the_form(client, fields):
    trunk()
    answer = send(client, **fields)
    assert answer.status_code == 200
    page = soup(answer.content)
    assert page.select_one("[role=alert] li").get_text(strip=True)
    assert page.select_one("textarea").get_text().strip() == fields.get("comment", "").strip()
    assert faults(answer.content) == []
    assert not Feedback.objects.exists()


@pytest.mark.parametrize(
    "page",
    ["/khong-co/", "//evil.example/", "https://evil.example/", "/quan-tri/", "/api/v2/services/", "/dich-vu", "/a\x00/",
     "/" + "a" * 600 + "/", "/media/images/x.png", "/sitemap.xml", "/dich-vu/?q=1", "/dich-vu/<script>/", "/../"],
)  # fmt: skip
def test_only_pages_of_the_portal_can_be_spoken_of(client, page):
    trunk()
    answer = send(client, page=page, useful="yes")
    assert soup(answer.content).select_one("[role=alert] li")
    assert not Feedback.objects.exists()


def test_drafts_and_hidden_pages_cannot_be_found_out(client):
    draft, hidden = make_guide("Nháp", live=False), make_guide("Kín")
    PageViewRestriction.objects.create(page=hidden, restriction_type=PageViewRestriction.LOGIN)
    answers = [send(client, page=page, useful="yes") for page in (draft.get_url(), hidden.get_url(), "/huong-dan/x/")]
    assert len({soup(answer.content).select_one("[role=alert]").get_text() for answer in answers}) == 1
    assert not Feedback.objects.exists()


def test_a_comment_of_several_lines_keeps_them_and_loses_unseen_signs(client):
    trunk()
    send(client, comment="Một\r\nhai\x00\u202e\r\n\r\n  ba  ")
    assert Feedback.objects.get().comment == "Một\nhai\n\nba"


def test_lines_count_as_a_browser_counts_them(client):
    trunk()
    assert send(client, comment="\r\n".join(["a" * 9] * 200)).status_code == 303


def test_a_machine_that_fills_in_everything_is_thanked_and_forgotten(client):
    trunk()
    assert send(client, useful="yes", website="https://spam.example").status_code == 303
    assert not Feedback.objects.exists()


def test_too_much_from_one_connection_has_to_wait(client):
    trunk()
    answers = [send(client, useful="yes") for _ in range(LIMIT.times + 2)]
    assert [answer.status_code for answer in answers] == [303] * LIMIT.times + [429] * 2
    assert 0 < int(answers[-1].headers["Retry-After"]) <= LIMIT.seconds
    assert faults(answers[-1].content) == []
    assert Feedback.objects.count() == LIMIT.times
    other = client.post(address(), {"page": "/", "useful": "yes"}, headers=OWN, REMOTE_ADDR="203.0.113.9")
    assert other.status_code == 303


def test_a_forged_header_widens_nothing(client, settings):
    trunk()
    settings.TRUSTED_PROXIES = [ip_network("10.0.0.0/8")]

    def sent(forwarded: str, nearest: str) -> int:
        fields = {"page": "/", "useful": "yes"}
        headers = {**OWN, "x-forwarded-for": forwarded}
        return client.post(address(), fields, headers=headers, REMOTE_ADDR=nearest).status_code

    direct = [sent(f"198.51.100.{number}", "203.0.113.5") for number in range(LIMIT.times + 1)]
    behind = [sent(f"198.51.100.{number}, 203.0.113.6", "10.0.0.1") for number in range(LIMIT.times + 1)]
    assert direct[-1] == behind[-1] == 429
    assert sent("203.0.113.7", "10.0.0.1") == 303


@pytest.mark.parametrize("method", ["put", "delete", "patch"])
def test_other_methods_are_refused(client, method):
    assert getattr(client, method)(address()).status_code == 405


def test_nothing_about_the_sender_is_kept():
    kept = {field.name for field in Feedback._meta.get_fields()}
    assert kept == {"id", "page", "path", "language", "kind", "useful", "comment", "created_at", "handled"}


def test_feedback_outlives_its_page(client):
    service = make_service()
    send(client, page=service.get_url(), kind="error", comment="Sai số điện thoại")
    service.delete()
    kept = Feedback.objects.get()
    assert kept.page is None
    assert kept.path == "/dich-vu/dang-ky-khai-sinh/"
    assert kept.kind == FeedbackKind.ERROR


def test_an_attack_stays_text_on_the_form(client):
    trunk()
    attack = "</textarea><script>alert(1)</script>"
    answer = send(client, page="/khong-co/", comment=attack)
    assert faults(answer.content) == []
    assert soup(answer.content).textarea.get_text().strip() == attack


def test_a_place_knows_its_language_and_its_page(rf):
    guide = make_guide("Chung")
    english = translate(guide, {"Chung": "In general", "chung": "general"})
    request = rf.get("/")
    assert feedback_page_at(english.get_url(), request).page_id == english.pk
    assert feedback_page_at("/en/levels/", request).language == "en"
    assert feedback_page_at("/en/levels/", request).page_id is None
