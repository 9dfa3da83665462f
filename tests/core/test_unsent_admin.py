"""What was typed in the admin when the log-in had ended is kept, for its author alone, and sent by a press."""

import pytest
from django.test import Client
from wagtail.contrib.redirects.models import Redirect

from core.models import KeptPost
from tests.builders import trunk
from tests.builders_accounts import make_editor
from tests.markup import faults, soup

pytestmark = pytest.mark.django_db
ADD = "/quan-tri/redirects/add/"
BROWSER = {"Accept": "text/html,application/xhtml+xml", "Origin": "http://testserver"}
TYPED = {
    "old_path": "/trang-cu",
    "site": "",
    "is_permanent": "on",
    "redirect_page": "",
    "redirect_link": "https://example.vn/?a=1&b=2",
}


class Editor:
    """Somebody with the form open, whose log-in ends before it is sent."""

    def __init__(self):
        self.user, self.client = make_editor(), Client(enforce_csrf_checks=True)
        self.client.force_login(self.user)
        page = soup(self.client.get(ADD, headers=BROWSER).content)
        form = page.select_one("main form[method=post], form[action*='redirects/add']")
        self.hidden = {box["name"]: box.get("value", "") for box in form.select("input[type=hidden][name]")}

    def sends_after_the_end(self, **headers):
        del self.client.cookies["sessionid"]
        return self.client.post(ADD, {**self.hidden, **TYPED}, headers={**BROWSER, **headers}, follow=False)


@pytest.fixture
def editor():
    trunk()
    return Editor()


def kept_address(editor):
    assert editor.sends_after_the_end().status_code == 302
    return f"{ADD}?kept={KeptPost.objects.get().pk}"


def test_it_is_shown_after_the_next_log_in_and_sent_by_a_press(editor):
    address = kept_address(editor)
    assert not Redirect.objects.exists()
    editor.client.force_login(editor.user)
    page = editor.client.get(address, headers=BROWSER)
    assert faults(page.content) == []
    form = soup(page.content).select_one("main form[method=post]")
    fields = {box["name"]: box["value"] for box in form.select("input[type=hidden]")}
    answer = editor.client.post(address, fields, headers=BROWSER, follow=False)
    assert answer.status_code == 302, answer.content.decode()
    assert Redirect.objects.get().redirect_link == TYPED["redirect_link"]
    assert not KeptPost.objects.exists(), "what was sent is forgotten"


def test_nobody_else_sees_it(editor):
    address = kept_address(editor)
    other = Client()
    other.force_login(make_editor())
    page = other.get(address, headers=BROWSER)
    assert page.status_code == 403
    assert TYPED["old_path"] not in page.content.decode()
    assert Client().get(address, headers=BROWSER).status_code == 403


def test_what_the_editor_saves_by_itself_is_answered_with_words(editor):
    answer = editor.sends_after_the_end(Accept="application/json")
    assert answer.status_code == 403
    assert "Phiên đăng nhập đã hết" in answer.json()["error_message"]
    assert not KeptPost.objects.exists()


def test_what_another_site_sends_is_not_kept(editor):
    editor.hidden.pop("csrfmiddlewaretoken")
    assert editor.sends_after_the_end(Origin="https://evil.example").status_code == 403
    assert not KeptPost.objects.exists()


def test_what_is_too_long_to_be_kept_is_not_sent_half(editor, monkeypatch):
    monkeypatch.setattr("core.kept_posts.LARGEST", 10)
    address = kept_address(editor)
    editor.client.force_login(editor.user)
    page = soup(editor.client.get(address, headers=BROWSER).content)
    assert not page.select("main form[method=post]")
