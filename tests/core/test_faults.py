"""A database that is away: every page says so in words, 503 with Retry-After, and what was typed stands on the page."""

import errno

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import OperationalError, connection
from django.test import Client
from django.urls import reverse

from tests.builders import trunk
from tests.builders_accounts import make_citizen
from tests.builders_submissions import make_draft
from tests.markup import faults, soup

pytestmark = pytest.mark.django_db
OURS = {"Origin": "http://testserver"}
TYPED = "Số 5, ngõ 3 <b> & “đủ dấu”\r\ndòng hai"
SOMEWHERE = "/ho-so/00000000-0000-4000-8000-000000000000/buoc/owner/"
PAGES = [
    "/",
    "/en/",
    "/dich-vu/",
    "/dich-vu/x/",
    "/tim-kiem/?q=khai+sinh",
    "/co-quan/",
    "/muc-do/",
    "/thong-ke/",
    "/khong-co-trang-nay/",
    "/tra-cuu/",
    "/tai-khoan/dang-nhap/",
    "/ho-so/",
    "/en/submissions/",
    SOMEWHERE,
    "/can-bo/",
    "/en/desk/",
    "/quan-tri/",
    "/quan-tri/login/",
    "/sitemap.xml",
    "/thuong-hieu.css",
    "/feeds/services.atom",
]


@pytest.fixture
def away():
    """The database goes away: every question that is asked ends as it does when the server has stopped."""

    def refuse(*_told):
        raise OperationalError("server closed the connection unexpectedly")

    with connection.execute_wrapper(refuse):
        yield


@pytest.fixture
def visitor():
    """A browser that looks at every answer, with the cookie of a session nobody can look up now."""
    client = Client(raise_request_exception=False)
    client.cookies["sessionid"] = "a" * 32
    return client


@pytest.mark.parametrize("path", PAGES)
def test_every_page_says_so(visitor, away, path):
    answer = visitor.get(path)
    assert (answer.status_code, answer["Retry-After"]) == (503, "30")
    assert "no-store" in answer["Cache-Control"]
    assert not answer.cookies
    page = soup(answer.content)
    assert faults(answer.content) == []
    assert page.html["lang"] == ("en" if path.startswith("/en/") else "vi")
    assert page.h1.get_text() == (
        "The portal is not available right now" if path.startswith("/en/") else "Cổng tạm thời không truy cập được"
    )


@pytest.mark.parametrize(
    "path", ["/api/v2/pages/", "/api/v2/services/", "/api/v2/services/find/?slug=x", "/api/v2/documents/1/"]
)
def test_partners_get_a_problem_document(visitor, away, path):
    answer = visitor.get(path)
    assert (answer.status_code, answer["Content-Type"]) == (503, "application/problem+json")
    assert answer["Retry-After"] == "30"
    assert answer.json()["status"] == 503
    assert "no-store" in answer["Cache-Control"]


def post(client, path, data, **more):
    return client.post(path, data, follow=False, **{"headers": OURS, **more})


def sent_again(answer, **typed):
    """The fields the form on the page sends, as a browser would."""
    form = soup(answer.content).select_one("main form[method=post]")
    return form["action"], {box["name"]: box.get("value", "") for box in form.select("input[type=hidden]")} | typed


def test_a_step_is_sent_again_by_its_own_page_and_saved(client):
    trunk()
    draft = make_draft(make_citizen())
    address = reverse("submission_step", args=[draft.pk, "owner"]) + "?check=1"
    window = Client(enforce_csrf_checks=True, raise_request_exception=False)
    window.force_login(draft.owner)
    form = soup(window.get(address).content).select_one("main form[method=post]")
    fields = {box["name"]: box.get("value", "") for box in form.select("input[type=hidden]")}

    def refuse(*_told):
        raise OperationalError("terminating connection due to administrator command")

    with connection.execute_wrapper(refuse):
        answer = post(window, address, fields | {"full_name": "Nguyễn Thị “Ánh” <b>", "later": "1"})
    assert answer.status_code == 503
    assert faults(answer.content) == []
    action, again = sent_again(answer)
    assert action == address
    assert again == fields | {"full_name": "Nguyễn Thị “Ánh” <b>", "later": "1"}
    assert "Nguyễn Thị “Ánh” <b>" in soup(answer.content).details.get_text()
    assert post(window, action, again).status_code in (302, 303)
    draft.refresh_from_db()
    assert draft.answers["full_name"] == "Nguyễn Thị “Ánh” <b>"


@pytest.mark.parametrize(
    ("path", "fields"),
    [
        (SOMEWHERE, {"note": TYPED, "revision": "3", "posted_by": "signed"}),
        ("/can-bo/x/", {"reason": TYPED}),
        ("/gop-y/", {"comment": TYPED, "page": "/"}),
        ("/quan-tri/pages/3/edit/", {"title": TYPED, "body-0-value": "x"}),
    ],
)
def test_what_was_typed_stands_on_the_page(visitor, away, path, fields):
    answer = post(visitor, path, fields)
    assert answer.status_code == 503
    assert sent_again(answer) == (path, fields)


def test_passwords_and_codes_are_typed_again_and_stand_nowhere(visitor, away):
    answer = post(visitor, "/tai-khoan/dang-nhap/", {"login": "an@example.vn", "password": "ao-dai-xanh-7"})
    assert answer.status_code == 503
    assert "ao-dai-xanh-7" not in answer.content.decode()
    page = soup(answer.content)
    assert page.select_one("main input[type=password]")["name"] == "password"
    answer = post(visitor, "/tra-cuu/", {"code": "H56-261122-0001", "pin": "AB12CD34"})
    assert "AB12CD34" not in answer.content.decode()
    assert soup(answer.content).select_one("main input[name=pin]").get("value") is None


def test_files_are_named_and_chosen_again(visitor, away):
    file = SimpleUploadedFile("giấy khai sinh.pdf", b"%PDF-")
    answer = post(visitor, SOMEWHERE, {"full_name": "An", "birth": file})
    page = soup(answer.content)
    form = page.select_one("main form[method=post]")
    assert form["enctype"] == "multipart/form-data"
    box = form.select_one("input[type=file]")
    assert box["name"] == "birth"
    assert "giấy khai sinh.pdf" in form.select_one(f"label[for={box['id']}]").get_text()
    assert faults(answer.content) == []


def test_what_another_site_sends_is_not_shown(visitor, away):
    for headers in ({"Origin": "https://evil.example"}, {}):
        answer = post(visitor, SOMEWHERE, {"note": "Chuyển tiền cho"}, headers=headers)
        assert answer.status_code == 503
        assert "Chuyển tiền" not in answer.content.decode()


def test_the_page_gives_nobody_a_token(visitor, away):
    answer = post(visitor, SOMEWHERE, {"note": "x"})
    assert "csrftoken" not in answer.cookies
    assert soup(answer.content).select("main input[name=csrfmiddlewaretoken]") == []


def test_a_form_as_long_as_a_book_is_not_shown(visitor, away):
    answer = post(visitor, SOMEWHERE, {"note": "x" * 300_000})
    assert answer.status_code == 503
    assert len(answer.content) < 20_000
    assert soup(answer.content).select("main form[method=post]") == []
    assert "Back" not in answer.content.decode()
    assert "quay lại" in soup(answer.content).main.get_text().lower()


def test_what_a_script_saves_by_itself_is_answered_without_a_form(visitor, away):
    answer = post(visitor, SOMEWHERE, {"note": "x", "automatic": "1"})
    assert answer.status_code == 503
    assert soup(answer.content).select("main form[method=post]") == []


@pytest.mark.parametrize(("number", "status"), [(errno.ENOSPC, 507), (errno.EDQUOT, 507), (errno.EACCES, 500)])
def test_a_full_disk_is_told_in_words_and_loses_nothing(visitor, monkeypatch, number, status):
    trunk()

    def full(*_told):
        raise OSError(number, "No space left on device")

    monkeypatch.setattr("core.request_size._below", full)
    answer = post(visitor, "/gop-y/", {"comment": TYPED})
    assert answer.status_code == status
    assert sent_again(answer)[1] == {"comment": TYPED}
    assert faults(answer.content) == []
