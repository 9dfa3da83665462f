"""Channels of short messages: carried as files, refused for good or for now, checked before anything is lost."""

import json
import stat
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.urls import reverse

from outbox import Undeliverable, channels
from outbox.channels import FolderChannel, newest_messages, remove_messages_to
from outbox.checks import check_channels
from tests.builders import trunk
from tests.markup import soup

NUMBER = "0912345678"
FOLDER = "outbox.channels.FolderChannel"


@pytest.fixture
def folder(settings, tmp_path) -> Path:
    settings.MESSAGE_FOLDER = str(tmp_path / "messages")
    settings.MESSAGE_CHANNELS = {"sms": FOLDER, "zalo": FOLDER}
    return tmp_path / "messages"


class Broken:
    """A carrier whose provider is down."""

    def __init__(self, name):
        self.name = name

    def send(self, to, text):
        raise ConnectionError("provider away")


class Mute:
    """Something that carries nothing."""


def test_a_message_is_one_whole_file_that_only_its_owner_reads(folder):
    channels.send("zalo", NUMBER, "Hồ sơ đã được tiếp nhận")
    (file,) = folder.iterdir()
    told = json.loads(file.read_text(encoding="utf-8"))
    assert (told["channel"], told["to"], told["text"]) == ("zalo", NUMBER, "Hồ sơ đã được tiếp nhận")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_a_text_message_goes_without_tone_marks(folder):
    channels.send("sms", NUMBER, "Hồ sơ của bạn – “Đất đai”… đã xong")
    assert newest_messages(folder)[0].text == 'Ho so cua ban - "Dat dai"... da xong'


@pytest.mark.parametrize("number", ["", "02373852246", "0123456789", "+84912345678", "０９１２３４５６７８"])
def test_a_number_no_message_reaches_is_refused_for_good(folder, number):
    with pytest.raises(Undeliverable):
        channels.send("sms", number, "x")
    assert newest_messages(folder) == []


def test_a_channel_that_was_taken_away_is_refused_for_good(folder, settings):
    settings.MESSAGE_CHANNELS = {}
    assert channels.offered() == []
    with pytest.raises(Undeliverable):
        channels.send("sms", NUMBER, "x")


def test_a_fault_of_the_folder_may_pass(folder, settings):
    folder.write_text("a file stands where the folder should be")
    with pytest.raises(OSError, match="exists"):
        channels.send("sms", NUMBER, "x")
    settings.MESSAGE_FOLDER = ""
    with pytest.raises(ImproperlyConfigured):
        channels.send("sms", NUMBER, "x")


def test_the_newest_stand_first_and_broken_files_are_passed_over(folder):
    for number in range(3):
        FolderChannel("sms").send(NUMBER, str(number))
    (folder / "20261120-000001-000000-00000000.json").write_bytes(b"\xff\xfe")
    (folder / "20261120-000001-000000-00000001.json").write_text('{"to": 1}')
    (folder / "20261120-000001-000000-00000002.json").write_text("[]")
    (folder / "other.json").write_text("{}")
    assert [message.text for message in newest_messages(folder)] == ["2", "1", "0"]


def test_messages_to_one_number_are_taken_away_and_no_others(folder):
    for to in (NUMBER, "0987654321", NUMBER):
        FolderChannel("sms").send(to, "x")
    assert remove_messages_to(folder, NUMBER) == 2
    assert [message.to for message in newest_messages(folder)] == ["0987654321"]
    assert remove_messages_to(folder / "none", NUMBER) == 0


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ({"sms": FOLDER}, []),
        ({}, []),
        ({"sms": f"{__name__}.Broken"}, []),
        ({"pigeon": FOLDER}, ["outbox.E001"]),
        ({"sms": "no.such.Carrier"}, ["outbox.E002"]),
        ({"sms": f"{__name__}.Mute"}, ["outbox.E003"]),
    ],
)
def test_wrong_channels_are_told_before_the_portal_starts(folder, settings, told, found):
    settings.MESSAGE_CHANNELS = told
    assert [error.id for error in check_channels()] == found


@pytest.mark.parametrize("place", ["", "var/messages", "media/messages"])
def test_a_folder_that_is_served_or_not_certain_is_told(folder, settings, tmp_path, place):
    settings.MEDIA_ROOT = str(tmp_path / "media")
    settings.MESSAGE_FOLDER = str(tmp_path / place) if place.startswith("media") else place
    settings.MESSAGE_CHANNELS = {"sms": FOLDER}
    assert [error.id for error in check_channels()] == ["outbox.E004"]


@pytest.mark.django_db
def test_the_mailbox_of_the_demonstration_shows_messages_as_text(client, folder, settings, tmp_path):
    trunk()
    settings.DEMO, settings.MAILBOX_FOLDER = True, str(tmp_path / "mail")
    channels.send("zalo", NUMBER, "<script>alert(1)</script> Hồ sơ")
    page = soup(client.get(reverse("mailbox")).content)
    (row,) = page.select("tbody tr")
    assert NUMBER in row.text
    assert "<script>alert(1)</script> Hồ sơ" in row.text
    assert row.select("script") == []
