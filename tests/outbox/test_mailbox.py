"""The mailbox of the demonstration: what was sent is read there, safely, and nowhere else."""

from pathlib import Path

import pytest
from django.core.mail import EmailMessage, get_connection
from django.urls import reverse
from django.utils import timezone

from outbox.mailbox import NEWEST, find, newest
from tests.builders import trunk
from tests.markup import soup

XSS = "<script>alert(1)</script><img src=x onerror=alert(2)>"


@pytest.fixture
def folder(settings, tmp_path) -> Path:
    settings.DEMO = True
    settings.MAILBOX_FOLDER = str(tmp_path / "mail")
    return tmp_path / "mail"


def send(
    folder: Path, subject: str = "Mã xác nhận", body: str = "Mã của bạn là 123456.", to: str = "an@example.vn", **more
):
    backend = get_connection("django.core.mail.backends.filebased.EmailBackend", file_path=str(folder))
    return EmailMessage(subject, body, "khong-tra-loi@localhost", [to], connection=backend, **more)


def test_a_mail_is_read_as_it_was_sent(folder):
    mail = send(folder, subject="Hồ sơ đã tiếp nhận: mã H56-261120-0001", body="Kính gửi Ông/Bà,\n\nMã: 123456\n")
    mail.attach("giấy tiếp nhận.pdf", b"%PDF-1.7", "application/pdf")
    mail.send()
    read = newest(folder)[0]
    assert (read.to, read.subject) == ("an@example.vn", "Hồ sơ đã tiếp nhận: mã H56-261120-0001")
    assert read.text.replace("\r\n", "\n").strip() == "Kính gửi Ông/Bà,\n\nMã: 123456"
    assert read.attachments == ("giấy tiếp nhận.pdf",)
    assert read.sent_at is not None
    assert abs(timezone.now() - read.sent_at).total_seconds() < 60
    assert find(folder, read.mark) == read


def test_mails_of_one_connection_are_kept_apart(folder):
    first, second = send(folder, subject="Một"), send(folder, subject="Hai")
    first.connection.send_messages([first, second])
    assert [mail.subject for mail in newest(folder)] == ["Hai", "Một"]
    assert {find(folder, mail.mark).subject for mail in newest(folder)} == {"Một", "Hai"}


def test_only_the_newest_are_listed(folder):
    folder.mkdir()
    for number in range(NEWEST + 20):
        (folder / f"20261120-{number:06d}-1.log").write_text(f"Subject: {number}\nTo: a@example.vn\n\nx\n")
    listed = [mail.subject for mail in newest(folder)]
    assert listed == [str(number) for number in range(NEWEST + 19, 19, -1)]


def test_a_broken_file_breaks_nothing(folder):
    folder.mkdir()
    (folder / "20261120-000001-1.log").write_bytes(b"\xff\xfe\x00Date: never\nSubject: =?utf-8?q?=FF?=\n\n\xff")
    (folder / "notes.txt").write_text("Subject: not a mail")
    assert len(newest(folder)) == 1


@pytest.mark.parametrize(
    "mark", ["../../etc/passwd", "20261120-000001-1", "20261120-000001-1.0", "20261120-000001-1.0/..", ""]
)
def test_no_mark_leads_out_of_the_folder(folder, mark):
    assert find(folder, mark) is None


@pytest.mark.django_db
def test_the_pages_show_mails_and_are_kept_by_nobody(client, folder):
    trunk()
    assert client.get(reverse("mailbox")).status_code == 200
    send(folder, body="Mở https://portal.example/x?a=1&b=2 để tiếp tục.").send()
    page = client.get(reverse("mailbox"))
    row = soup(page.content).select_one("tbody tr")
    assert ["Mã xác nhận" in row.text, "an@example.vn" in row.text] == [True, True]
    mail = client.get(row.a["href"])
    assert soup(mail.content).select_one("#mail-text a")["href"] == "https://portal.example/x?a=1&b=2"
    for answer in (page, mail):
        assert answer.headers["Cache-Control"] == "private, no-store"
        assert answer.headers["X-Robots-Tag"] == "noindex"
        assert not answer.cookies


@pytest.mark.django_db
def test_an_attack_in_a_mail_stays_text(client, folder):
    trunk()
    mail = send(folder, subject=XSS, body=f"{XSS} javascript:alert(3)", to='"<script>alert(4)</script>" <a@example.vn>')
    mail.attach(f"{XSS}.pdf", b"x", "application/pdf")
    mail.send()
    pages = [client.get(reverse("mailbox")), client.get(reverse("mail", args=[newest(folder)[0].mark]))]
    for page in pages:
        assert page.status_code == 200
        found = soup(page.content)
        assert [tag for tag in found.select("script:not([type='application/ld+json'])") if "alert" in tag.text] == []
        assert found.select("[onerror], a[href^=javascript]") == []
        assert "alert(1)" in found.text


@pytest.mark.django_db
def test_an_html_mail_is_shown_as_its_source(client, folder):
    trunk()
    mail = send(folder, body=f"<p>Chào {XSS}</p>")
    mail.content_subtype = "html"
    mail.send()
    page = soup(client.get(reverse("mail", args=[newest(folder)[0].mark])).content)
    assert "<p>Chào <script>" in page.select_one("#mail-text").text
    assert page.select("#mail-text script") == []


@pytest.mark.django_db
def test_outside_the_demonstration_there_is_no_mailbox(client, folder, settings):
    trunk()
    send(folder).send()
    mark = newest(folder)[0].mark
    settings.DEMO = False
    assert client.get(reverse("mailbox")).status_code == 404
    assert client.get(reverse("mail", args=[mark])).status_code == 404
    assert client.post(reverse("mailbox")).status_code == 405


@pytest.mark.django_db
def test_a_mail_that_is_not_there_is_not_found(client, folder):
    trunk()
    for mark in ("20261120-000001-1.0", "x", "..%2F..%2Fetc"):
        assert client.get(reverse("mail", args=[mark])).status_code == 404
