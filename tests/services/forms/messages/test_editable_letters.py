"""Letters in the editors' words: placeholders alone are filled in, a needed one stays, the way back is always open."""

import pytest
from django.urls import reverse
from django.utils import translation
from wagtail.models import ModelLogEntry

from accounts import mails
from outbox.letters.placeholders import filled
from outbox.letters.registry import letters
from outbox.letters.writing import rendered
from outbox.models import LetterText
from services.forms.messages import notifications
from services.forms.rules.workflow import State
from tests.builders_ownership import browser, make_communications
from tests.builders_submissions import make_submission

pytestmark = pytest.mark.django_db

FILED = ("vi", "submissions/filed")
TEXT = "Cơ quan đã nhận.\n\nMã: {mã tra cứu}\nXem ở {địa chỉ tra cứu}"


def post(client, press: str, *address: str, **words: str):
    return client.post(reverse("letter_edit", args=address or FILED), {press: "1", **words})


@pytest.mark.once  # every letter in both languages; no database answers otherwise
def test_the_standard_text_of_every_letter_can_be_edited_and_saved_as_it_is_says_the_same():
    found = letters().values()
    assert len(found) > 36
    for letter in found:
        for language in letter.languages:
            shown = letter.in_language(language)
            with translation.override(language):
                usual = rendered(shown.template, letter.sample())
            assert shown.preview(*shown.standard) == usual, f"{letter.name} {language}"
            assert set(shown.needed) <= shown.placeholders.keys()
            assert "{" not in usual.text


def test_communications_change_a_letter_look_at_it_and_go_back():
    client = browser(make_communications())
    page = client.get(reverse("letter_list")).content.decode()
    assert "Đã nộp hồ sơ {mã hồ sơ}" in page
    assert "Phiếu 01 đến 06" in page
    looked = post(client, "look", subject="Đã nhận hồ sơ {mã hồ sơ}", text=TEXT).content.decode()
    assert "Đã nhận hồ sơ H56.21-261130-0007" in looked
    assert not LetterText.objects.exists()
    post(client, "save", subject="Đã nhận\r\nBcc: hồ sơ {mã hồ sơ}", text=TEXT)
    row = make_submission(State.FILED)
    told = notifications.told_by(row.events.get(move="file"))
    subject, text = notifications.written(row, "filed", told)
    assert subject == f"Đã nhận Bcc: hồ sơ {row.code}"
    assert text.startswith(f"Chào bạn,\n\nCơ quan đã nhận.\n\nMã: {told['pin']}\nXem ở http")
    assert row.service_title in text
    row.language = "en"
    assert notifications.written(row, "filed", told)[0] == f"Application {row.code} was sent"
    post(client, "standard")
    row.language = "vi"
    assert notifications.written(row, "filed", told)[0] == f"Đã nộp hồ sơ {row.code}"
    actions = ModelLogEntry.objects.order_by("pk").values_list("action", flat=True)
    assert list(actions) == ["wagtail.create", "wagtail.delete"]


@pytest.mark.parametrize(
    ("words", "fault"),
    [
        ({"text": "Chỉ có {mã tra cứu}."}, "Thiếu {địa chỉ tra cứu}"),
        ({"text": TEXT + " {tên người nộp}"}, "Thư này không có {tên người nộp}"),
        ({"text": TEXT + " {{ submission.owner }}"}, "Thư này không có {submission.owner}"),
        ({"text": TEXT + " {% load x %}"}, "Thư này không có {% load x %}"),
        ({"text": TEXT + " }"}, "Thừa một dấu ngoặc nhọn"),
        ({"subject": "{địa chỉ trang hồ sơ}"}, "quá dài cho tiêu đề"),
    ],
)
def test_a_letter_that_could_not_be_sent_as_it_is_meant_is_refused(words, fault):
    page = post(browser(make_communications()), "save", **{"subject": "Đã nhận", "text": TEXT, **words})
    assert fault in page.content.decode()
    assert not LetterText.objects.exists()


def test_what_is_put_in_is_not_looked_at_again_and_old_words_give_way():
    assert filled("A {lý do}\n{lời nhắn}\nB", {"lý do": "{mã}", "lời nhắn": ""}) == "A {mã}\nB"
    LetterText.objects.create(name="account/code_for_password", language="vi", subject="Mã", text="Bấm vào {mã cũ}")
    assert mails.written("code_for_password", {"code": "1234-5678"})[0] == "Mã đặt mật khẩu mới"
    LetterText.objects.update(text="Mã là {mã}")
    subject, text = mails.written("code_for_password", {"code": "1234-5678"})
    assert (subject, text.splitlines()[0]) == ("Mã", "Mã là 1234-5678")
    assert "Thư này được gửi tự động" in text
