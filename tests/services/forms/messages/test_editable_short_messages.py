"""Short messages in the editors' words: one SMS whatever is put in, the code always, the way back as with letters."""

import pytest
from django.urls import reverse

from outbox.letters.registry import letters
from outbox.letters.sms_size import sms_size
from outbox.models import LetterText
from services.forms.messages import short_messages
from services.forms.messages.registry import NOTIFICATIONS
from services.forms.rules.workflow import State
from tests.builders_ownership import browser, make_communications
from tests.builders_submissions import make_open_service, make_submission
from tests.markup import soup

pytestmark = [pytest.mark.django_db, pytest.mark.once]  # words and looks; no question of its own

FILED = ("vi", "short/file")


@pytest.fixture
def event(settings):
    settings.WAGTAILADMIN_BASE_URL = "https://dichvucong.thanhhoa.gov.vn"
    return make_submission(State.FILED).events.get(move="file")


def save(text: str, *address: str):
    client = browser(make_communications())
    return client.post(reverse("letter_edit", args=address or FILED), {"save": "1", "text": text})


def test_every_short_message_is_listed_and_its_standard_words_may_be_saved(settings):
    settings.WAGTAILADMIN_BASE_URL = "https://dichvucong.thanhhoa.gov.vn"
    found = {name: letter for name, letter in letters().items() if name.startswith("short/")}
    assert {name.split("/")[1] for name in found} == set(NOTIFICATIONS)
    for name, message in found.items():
        for language in message.languages:
            shown = message.in_language(language)
            text = shown.standard.text
            assert set(shown.needed) <= set(shown.placeholders)
            assert all(f"{{{needed}}}" in text for needed in shown.needed), f"{name} {language}"
            assert shown.sizes(text)[0].signs <= 160, f"{name} {language}"
            assert "{" not in shown.preview("", text).text
            assert sms_size(shown.longest(text))[1] >= 1


def test_the_standard_words_saved_as_they_are_send_the_same(event):
    usual = short_messages.written(event)
    save(letters()["short/file"].in_language("vi").standard.text)
    assert LetterText.objects.filter(name="short/file", subject="").exists()
    assert short_messages.written(event) == usual


def test_editors_words_are_sent_with_code_and_host(event):
    page = soup(save("Cổng đã nhận hồ sơ {mã hồ sơ}. Xem tại {tên miền của cổng}").content)
    assert page.select_one(".th-letter") is None, "it leads back to its own screen"
    assert short_messages.written(event) == (
        f"Cổng đã nhận hồ sơ {event.submission.code}. Xem tại dichvucong.thanhhoa.gov.vn"
    )
    event.submission.language = "en"
    assert short_messages.written(event).startswith(f"Application {event.submission.code}")
    LetterText.objects.update(text="Nhận {mã cũ} {mã hồ sơ}")
    event.submission.language = "vi"
    assert short_messages.written(event).startswith(f"Hồ sơ {event.submission.code}"), "old words give way"


def test_with_a_day_there_are_words_of_their_own():
    service = make_open_service(durations=[{"value": 5, "unit": "working_day"}])
    accepted = make_submission(State.ACCEPTED, service=service).events.get(move="accept")
    save("Hồ sơ {mã hồ sơ}: hẹn trả {ngày}", "vi", "short/accept/dated")
    save("Hồ sơ {mã hồ sơ}: đã nhận", "vi", "short/accept")
    told = short_messages.written(accepted)
    assert f"Hồ sơ {accepted.submission.code}: hẹn trả " in told
    assert told[-4:].isdigit()
    undated = make_submission(State.ACCEPTED, service=make_open_service("Cấp phép không thời hạn")).events.get(
        move="accept"
    )
    assert short_messages.written(undated) == f"Hồ sơ {undated.submission.code}: đã nhận"


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("Đã nhận hồ sơ", "Thiếu {mã hồ sơ}"),
        ("{mã hồ sơ} {tên người nộp}", "không có {tên người nộp}"),
        ("{mã hồ sơ} " + "đ" * 120, "tin có 161 ký tự"),
        ("{mã hồ sơ} " + "[" * 60, "tin có 161 ký tự"),
        ("{mã hồ sơ", "Thừa một dấu ngoặc nhọn"),
    ],
)
def test_what_would_not_fit_or_names_what_is_not_there_is_refused(text, fault):
    assert fault in save(text).content.decode()
    assert not LetterText.objects.exists()


def test_a_host_there_is_no_room_for_gives_way_and_too_long_words_are_never_sent(event, settings):
    save("Hồ sơ {mã hồ sơ}: " + "x" * 70 + " {tên miền của cổng}")
    settings.WAGTAILADMIN_BASE_URL = f"https://{'h' * 63}.vn"
    assert short_messages.written(event) == f"Hồ sơ {event.submission.code}: {'x' * 70}"
    LetterText.objects.update(text="Hồ sơ {mã hồ sơ}: " + "x" * 170)
    assert "x" * 70 not in short_messages.written(event)
