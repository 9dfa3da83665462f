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
from tests.markup import soup

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
            if not shown.has_subject:
                continue  # test_editable_short_messages.py
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


def test_versions_say_who_changed_what_and_one_press_takes_their_words_again():
    first, second = browser(make_communications()), browser(make_communications())
    post(first, "save", subject="Bản một", text=TEXT)
    post(second, "save", subject="Bản hai", text=TEXT + "\nThêm một câu.")
    post(second, "standard")
    shown = soup(first.get(reverse("letter_edit", args=FILED)).content)
    versions = shown.select(".th-version")
    assert ["lời chuẩn" in versions[0].summary.get_text(), len(versions)] == [True, 3]
    assert "Thêm một câu." in versions[1].get_text()
    assert "truyen-thong" in versions[2].summary.get_text()
    oldest = versions[2].find("button", {"name": "restore"})["value"]
    first.post(reverse("letter_edit", args=FILED), {"restore": oldest, "subject": "gõ dở", "text": "gõ dở"})
    assert LetterText.objects.get().subject == "Bản một"
    for number in ("0", "x" * 5000, str(ModelLogEntry.objects.latest("pk").pk + 1)):
        post(first, "look", restore=number, subject="Khác", text=TEXT)
    assert LetterText.objects.get().subject == "Bản một"


def test_of_two_who_write_the_same_letter_the_second_is_told_and_keeps_what_was_typed():
    first, second = browser(make_communications()), browser(make_communications())
    opened = soup(second.get(reverse("letter_edit", args=FILED)).content).find("input", {"name": "opened_with"})[
        "value"
    ]
    post(first, "save", subject="Của người thứ nhất", text=TEXT, opened_with=opened)
    told = post(second, "save", subject="Của người thứ hai", text=TEXT, opened_with=opened)
    assert "lời của bạn chưa được lưu" in told.content.decode()
    assert LetterText.objects.get().subject == "Của người thứ nhất"
    shown = soup(told.content)
    assert shown.find("input", {"name": "subject"})["value"] == "Của người thứ hai"
    now = shown.find("input", {"name": "opened_with"})["value"]
    post(second, "save", subject="Của người thứ hai", text=TEXT, opened_with=now)
    assert LetterText.objects.get().subject == "Của người thứ hai"


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
