"""The first page of the admin: what waits for whom, and nothing of anybody else."""

import json
import re
from datetime import timedelta
from html import unescape
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, PageLogEntry

from accounts.models import User
from core.models import LegalDocument
from core.refused_publications import record_refusal
from departments.models import DepartmentGroups
from departments.ownership.sync import sync_departments
from home.desk.lines import SHOWN_OF_ONES_OWN
from home.models import Feedback
from outbox.models import Delivery
from services.models import ServicePage
from tests.budgets import DASHBOARD
from tests.builders import make_department, make_service, translate, trunk
from tests.builders_ownership import (
    Office,
    browser,
    make_communications,
    make_member,
    make_office,
    make_translator,
    submit,
)
from tests.markup import soup

pytestmark = pytest.mark.django_db
once = pytest.mark.once  # the pages and the questions are the same on every database

HOME = "wagtailadmin_home"


@pytest.fixture
def health() -> Office:
    return make_office("Sở Y tế", "Cấp phép hoạt động phòng khám")


@pytest.fixture
def construction() -> Office:
    return make_office("Sở Xây dựng", "Cấp giấy phép xây dựng")


def shown(user: User) -> str:
    return unescape(browser(user).get(reverse(HOME)).content.decode())


def block(user: User, name: str) -> str:
    """One block of the page; "" when it is not there."""
    found = re.search(rf'<section[^>]*my-work-{name}".*?</section>', shown(user), re.DOTALL)
    return found[0] if found else ""


def draft(office: Office, title: str, *, by: User) -> ServicePage:
    page = make_service(title, department=office.department, live=False)
    page.save_revision(user=by)
    return page


def send_back(office: Office, page: Page, word: str) -> None:
    step = submit(office.editor, page)
    step.task.specific.on_action(step, office.approver, "reject", comment=word)


def refuse(page: Page) -> None:
    record_refusal(page.get_latest_revision(), ["Hai dòng lệ phí trùng ngày áp dụng."])


def published_last(title: str, **fields: Any) -> ServicePage:
    """A service that stands first among what was not translated."""
    service = make_service(title, **fields)
    ServicePage.objects.filter(pk=service.pk).update(last_published_at=timezone.now())
    return service


def fill(office: Office, stem: str) -> None:
    """Something of every kind in a department, with names that begin alike."""
    today = timezone.localdate()
    fee = {"name": f"{stem} phí", "status": "amount", "amount": 75_000, "valid_to": today + timedelta(days=31)}
    act = LegalDocument.objects.create(title=f"{stem} nghị quyết", in_force_to=today + timedelta(days=31))
    service = published_last(
        f"{stem} dịch vụ",
        department=office.department,
        fees=[fee],
        legal_bases=[{"legal_document": act}],
        review_due=today - timedelta(days=2),
    )
    draft(office, f"{stem} nháp", by=office.editor)
    submit(office.editor, draft(office, f"{stem} gửi", by=office.editor))
    send_back(office, draft(office, f"{stem} trả lại", by=office.editor), "Ghi rõ lệ phí.")
    refuse(draft(office, f"{stem} lịch", by=office.editor))
    kept = draft(office, f"{stem} khóa", by=office.approver)
    Page.objects.filter(pk=kept.pk).update(locked=True, locked_by=office.editor, locked_at=timezone.now())
    Feedback.objects.create(page=service, path="/x/", language="vi", kind="comment", comment=f"{stem} ý kiến")
    Delivery.objects.create(kind="approval.mail", dedup_key=stem, failed_at=timezone.now(), last_error="x")


def test_an_editor_sees_what_is_in_hand_and_what_comes(health):
    fill(health, "Một")
    editor = health.editor
    for name, title, told in (
        ("returned", "Một trả lại", "“Ghi rõ lệ phí.”"),
        ("refused", "Một lịch", "Hai dòng lệ phí trùng ngày áp dụng."),
        ("drafts", "Một nháp", "bản nháp mới"),
        ("sent", "Một gửi", "đang chờ"),
        ("locked", "Một khóa", "đang khoá"),
        ("ending_fees", "Một phí: 75.000 đồng", "còn 31 ngày"),
        ("ending_acts", "Một nghị quyết", "1 dịch vụ dẫn"),
        ("review", "Một dịch vụ", "trễ 2 ngày"),
        ("english", "Một dịch vụ", "chưa dịch"),
    ):
        text = block(editor, name)
        assert title in text, name
        assert told in text, name
    assert not block(editor, "waiting")
    assert not block(editor, "feedback"), "communications reads it"
    assert not block(editor, "dead_letters")
    drafts = block(editor, "drafts")
    for other in ("gửi", "trả lại", "lịch"):
        assert f"Một {other}" not in drafts, "it stands in a block of its own"


@once
def test_every_line_leads_to_where_the_thing_is_dealt_with(health):
    fill(health, "Một")
    people = (health.editor, health.approver, User.objects.create_superuser("a@example.vn", "x"))
    for person in people:
        client = browser(person)
        page = client.get(reverse(HOME)).content.decode()
        links = set(re.findall(r'<a href="([^"]+)"', page[page.index('class="th-head"') :]))
        assert len(links) >= 5
        for address in links:
            assert client.get(address).status_code == 200, address


def test_an_approver_sees_what_waits_and_the_author_does_not(health, construction):
    page = draft(health, "Dịch vụ chờ duyệt", by=health.editor)
    submit(health.editor, page)
    assert "Dịch vụ chờ duyệt" in block(health.approver, "waiting")
    assert health.editor.email in block(health.approver, "waiting")
    assert "Dịch vụ chờ duyệt" in block(make_communications(), "waiting")
    assert not block(construction.approver, "waiting")
    own = draft(health, "Việc của người duyệt", by=health.approver)
    submit(health.approver, own)
    assert "Việc của người duyệt" not in block(health.approver, "waiting"), "nobody approves their own change"
    assert "Việc của người duyệt" in block(health.approver, "sent")


@once
def test_what_was_sent_last_is_seen_however_much_waits(health):
    for number in range(SHOWN_OF_ONES_OWN + 1):
        submit(health.editor, draft(health, f"Việc thứ {number}.", by=health.editor))
    seen = block(health.editor, "sent")
    assert f"Việc thứ {SHOWN_OF_ONES_OWN}." in seen
    assert "Việc thứ 0." not in seen


@once
def test_nobody_sees_a_word_of_the_drafts_of_another_department(health, construction):
    fill(health, "KEPT7391")
    translator = make_translator()
    for person in (construction.editor, construction.approver):
        assert "KEPT7391" not in shown(person)
    named = set(re.findall(r"KEPT7391 [^<“”:]*", shown(translator)))
    assert named == {"KEPT7391 dịch vụ"}, "translators read what the public reads"


@once
def test_a_change_nobody_published_is_not_named_to_translators(health):
    health.service.title = "Tên còn bàn"
    health.service.save_revision(user=health.editor)
    assert "Tên còn bàn" not in shown(make_translator())
    assert "Tên còn bàn" in block(health.editor, "drafts")


def test_a_translator_hears_what_is_missing_and_what_changed(health):
    translator = make_translator()
    Page.objects.filter(pk=health.service.pk).update(last_published_at=timezone.now())
    line = block(translator, "not_translated")
    assert reverse("continue_translation", args=[health.service.pk]) in line
    translate(health.service, {health.service.title: "Clinic licence"})
    assert health.service.title not in block(translator, "not_translated")
    health.service.refresh_from_db()
    health.service.save_revision().publish()
    changed = block(translator, "source_changed")
    assert health.service.title in changed
    assert "nguồn đã đổi" in changed
    assert not block(translator, "english"), "that is what editors see"


@once
def test_a_fee_that_another_one_follows_is_no_work(health):
    today = timezone.localdate()
    old = {"name": "Phí cũ", "status": "free", "valid_to": today + timedelta(days=10)}
    new = {"name": "Phí cũ", "status": "free", "valid_from": today + timedelta(days=11)}
    make_service("Đã tính trước", department=health.department, fees=[old, new])
    assert not block(health.editor, "ending_fees")


@once
@pytest.mark.parametrize(("days", "is_told"), [(-1, False), (0, True), (60, True), (61, False)])
def test_sixty_days_are_looked_ahead(health, days, is_told):
    ends = timezone.localdate() + timedelta(days=days)
    make_service("X", department=health.department, fees=[{"name": "Phí", "status": "free", "valid_to": ends}])
    assert bool(block(health.editor, "ending_fees")) is is_told


def test_what_is_settled_is_gone(health):
    page = draft(health, "Một lịch", by=health.editor)
    refuse(page)
    assert block(health.editor, "refused")
    PageLogEntry.objects.log_action(instance=page, action="wagtail.publish", user=health.editor)
    assert not block(health.editor, "refused")


def test_feedback_is_for_communications_and_letters_for_administrators(health):
    fill(health, "Một")
    communications, administrator = make_communications(), User.objects.create_superuser("a@example.vn", "x")
    assert "“Một ý kiến”" in block(communications, "feedback")
    assert not block(communications, "dead_letters")
    assert reverse("dead_letters:index") in block(administrator, "dead_letters")
    Feedback.objects.update(handled=True)
    assert not block(communications, "feedback")


@once
def test_an_empty_page_says_so_and_offers_what_to_do():
    department = make_department("Sở Nội vụ")
    sync_departments()
    Page.objects.filter(depth__gt=1).update(live=False)
    page = shown(make_communications())
    assert "Hôm nay không có việc nào chờ bạn" in page
    assert reverse("wagtailadmin_pages:add", args=["home", "noticepage", trunk().notices.pk]) in page
    editor = make_member(DepartmentGroups.objects.get(department_key=department.translation_key).editors)
    page = shown(editor)
    assert "Hôm nay không có việc nào chờ bạn" in page
    assert reverse("wagtailadmin_pages:edit", args=[department.pk]) in page
    assert reverse("wagtailadmin_pages:add", args=["services", "servicepage", department.pk]) in page


@once
def test_the_menu_counts_what_others_wait_for(health):
    assert "data-count" not in shown(health.editor)
    fill(health, "Một")
    assert '"data-count": "2"' in shown(health.editor)
    assert json.dumps("Việc của tôi, 2 việc") in shown(health.editor)
    assert '"data-count"' in browser(health.approver).get(reverse("wagtailadmin_explore_root"), follow=True).text


@once
def test_the_head_counts_each_block_and_leads_to_it(health):
    fill(health, "Một")
    page = soup(shown(health.editor))
    counts = {link["href"]: link.select_one(".th-count").text for link in page.select(".th-head__counts a")}
    assert counts["#my-work-returned"] == counts["#my-work-drafts"] == "1"
    assert counts.keys() == {f"#{head['id']}" for head in page.select(".th-block h2")}
    assert "Wagtail v" not in shown(User.objects.create_superuser("a@example.vn", "x")), "no version below the settings"


def cost(user: User) -> int:
    client = browser(user)
    client.get(reverse(HOME))
    with CaptureQueriesContext(connection) as queries:
        client.get(reverse(HOME))
    return len(queries)


@once
def test_the_page_costs_the_same_whatever_there_is(health):
    people = {
        "editor": health.editor,
        "approver": health.approver,
        "communications": make_communications(),
        "translator": make_translator(),
        "administrator": User.objects.create_superuser("a@example.vn", "x"),
    }
    fill(health, "Một")
    few = {role: cost(user) for role, user in people.items()}
    for number in range(6):
        fill(health, f"Số {number}")
    assert {role: cost(user) for role, user in people.items()} == few
    assert [role for role, queries in few.items() if queries > DASHBOARD.queries] == [], few
