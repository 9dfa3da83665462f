"""Feedback in the admin: listed, filtered, ticked off, exported without danger, removed when old; never added."""

import csv
import io
from datetime import UTC, datetime, timedelta

import pytest
from django.core.management import CommandError, call_command
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from openpyxl import load_workbook

from accounts.groups import Role, ensure_groups
from accounts.models import User
from home.models import Feedback
from tests.builders import make_service, trunk
from tests.builders_accounts import just_confirmed

pytestmark = [pytest.mark.clock, pytest.mark.django_db]

FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", '=HYPERLINK("http://evil.example")']


def url(name: str, *arguments) -> str:
    return reverse(Feedback.snippet_viewset.get_url_name(name), args=arguments)


def say(comment: str = "Thiếu mẫu đơn", **fields) -> Feedback:
    return Feedback.objects.create(
        **{"path": "/dich-vu/", "language": "vi", "kind": "error", "comment": comment, **fields}
    )


@pytest.fixture
def administrator(client):
    user = User.objects.create_superuser("quan-tri@example.vn", "x")
    client.force_login(user)
    just_confirmed(client, user)
    return client


@pytest.fixture
def communications(client):
    trunk()
    user = User.objects.create_user("truyen-thong@example.vn", "x")
    user.groups.add(ensure_groups()[Role.COMMUNICATIONS])
    client.force_login(user)
    return client


def test_the_communications_group_reads_ticks_off_and_removes(communications):
    feedback = say()
    page = communications.get(url("list")).content.decode()
    assert "Thiếu mẫu đơn" in page
    assert url("list") in communications.get(reverse("wagtailadmin_home")).content.decode()
    assert communications.get(url("edit", feedback.pk)).status_code == 200
    changed = communications.post(url("edit", feedback.pk), {"handled": "on", "comment": "Bịa", "path": "/x/"})
    assert changed.status_code == 302
    feedback.refresh_from_db()
    assert (feedback.handled, feedback.comment, feedback.path) == (True, "Thiếu mẫu đơn", "/dich-vu/")
    assert communications.post(url("delete", feedback.pk)).status_code == 302
    assert not Feedback.objects.exists()


def test_nobody_adds_feedback_not_even_an_administrator(administrator):
    say()
    assert administrator.get(url("add")).status_code == 302
    assert administrator.post(url("add"), {"handled": "on"}).status_code == 302
    assert Feedback.objects.count() == 1
    assert url("add") not in administrator.get(url("list")).content.decode()
    with pytest.raises(NoReverseMatch):
        url("copy", 1)


def test_a_translator_sees_none(client):
    trunk()
    user = User.objects.create_user("bien-dich@example.vn", "x")
    user.groups.add(ensure_groups()[Role.TRANSLATORS])
    client.force_login(user)
    assert client.get(url("list")).status_code == 302


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        ({"handled": "false"}, {"Mới"}),
        ({"kind": "comment"}, {"Cũ"}),
        ({"useful": "true"}, {"Cũ"}),
        ({"language": "en"}, {"Cũ"}),
        ({"q": "Mới"}, {"Mới"}),
        ({"created_at_from": "2026-01-01"}, {"Mới"}),
        ({}, {"Mới", "Cũ"}),
    ],
)
def test_the_list_can_be_narrowed(administrator, asked, shown):
    say("Mới")
    long_ago = timezone.now().replace(year=2025)
    say("Cũ", kind="comment", useful=True, language="en", handled=True, created_at=long_ago)
    page = administrator.get(url("list_results"), asked).content.decode()
    assert {word for word in ("Mới", "Cũ") if word in page} == shown


def test_a_csv_file_opens_as_utf8_and_calculates_nothing(administrator):
    for formula in FORMULAS:
        say(formula, path=formula)
    answer = administrator.get(url("list"), {"export": "csv"})
    content = b"".join(answer.streaming_content)
    assert content.startswith(b"\xef\xbb\xbf")
    assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    assert len(rows) == len(FORMULAS) + 1
    cells = [cell for row in rows for cell in row]
    assert [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))] == []
    assert {f"'{formula}" for formula in FORMULAS} <= set(cells)


def test_a_workbook_holds_texts_as_texts(administrator):
    for formula in [*FORMULAS, "Ký tự \x0b lạ"]:
        say(formula)
    answer = administrator.get(url("list"), {"export": "xlsx"})
    sheet = load_workbook(io.BytesIO(b"".join(answer.streaming_content))).active
    cells = [cell for row in sheet.iter_rows() for cell in row]
    assert [cell.value for cell in cells if cell.data_type == "f"] == []
    assert [cell.value for cell in cells if isinstance(cell.value, str) and cell.value[:1] in set("=+-@\t\r")] == []
    assert "Ký tự  lạ" in {cell.value for cell in cells}


def test_a_workbook_tells_when_something_was_said_as_a_clock_here_did(administrator):
    say(created_at=datetime(2026, 11, 30, 17, 30, tzinfo=UTC))
    answer = administrator.get(url("list"), {"export": "xlsx"})
    cell = load_workbook(io.BytesIO(b"".join(answer.streaming_content))).active["A2"]
    assert (cell.value, cell.number_format) == (datetime.fromisoformat("2026-12-01T00:30"), "dd/mm/yyyy hh:mm")


def test_old_feedback_is_removed(capsys):
    day = timedelta(days=1)
    kept = say(created_at=timezone.now() - 364 * day)
    say(created_at=timezone.now() - 366 * day)
    call_command("purge_feedback")
    assert list(Feedback.objects.all()) == [kept]
    call_command("purge_feedback", "--days=30", "--verbosity=0")
    assert not Feedback.objects.exists()
    assert capsys.readouterr().out.strip() == "Đã xoá / removed: 1"


@pytest.mark.parametrize("days", ["0", "-1"])
def test_everything_is_not_removed_by_mistake(days):
    with pytest.raises(CommandError):
        call_command("purge_feedback", f"--days={days}")


def test_an_attack_stays_text_in_the_list(administrator):
    say("<script>alert(1)</script>", path="/dich-vu/")
    make_service()
    assert "<script>alert(1)" not in administrator.get(url("list")).content.decode()
    assert "<script>alert(1)" not in administrator.get(url("edit", Feedback.objects.get().pk)).content.decode()
