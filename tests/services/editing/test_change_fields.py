"""The same fields of many services are changed at once: what would become of each page is shown, then done."""

from datetime import date
from html import unescape
from typing import Any

import pytest
from django.contrib.messages import get_messages
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, PageLogEntry

from accounts.models import User
from core.models import LifeEvent
from services.models import ServicePage
from tests.builders import make_audience, make_field, make_notice, make_service, translate
from tests.builders_ownership import Office, browser, make_communications, make_office, submit
from tests.markup import soup

pytestmark = pytest.mark.django_db
once = pytest.mark.once  # the answers and the questions are the same on every database

DAY = {"review_due_how": "set", "review_due": "31/12/2027", "then": "draft"}
QUERIES_OF_A_PAGE = {"draft": 50, "publish": 130}
"""At most, for each page more; an editor's own publishing of a small service takes about as many."""


@pytest.fixture
def health() -> Office:
    return make_office("Sở Y tế", "Cấp phép hoạt động phòng khám")


def address(*pages: Page) -> str:
    numbers = "&".join(f"id={page.pk}" for page in pages)
    return f"{reverse('wagtail_bulk_action', args=['wagtailcore', 'page', 'change_fields'])}?{numbers}"


def preview(user: User, pages: list[Page], **asked: Any) -> dict[str, str]:
    """What is told of each page, by its name, before anything is written."""
    shown = soup(browser(user).post(address(*pages), asked).content)
    lines = (row.find_all("td") for row in shown.select(".th-services tbody tr"))
    return {
        cells[0].get_text(strip=True): " ".join(" ".join(cell.stripped_strings) for cell in cells[1:])
        for cells in lines
    }


def change(user: User, pages: list[Page], **asked: Any) -> str:
    """Confirm a change; what is said afterwards."""
    answer = browser(user).post(address(*pages), {**asked, "confirmed": "1"})
    assert answer.status_code == 302, unescape(answer.content.decode())
    return " ".join(map(str, get_messages(answer.wsgi_request)))


def draft_of(page: Page) -> ServicePage:
    draft: ServicePage = ServicePage.objects.get(pk=page.pk).get_latest_revision_as_object()
    return draft


def test_terms_are_added_removed_and_replaced_and_an_editors_pages_become_drafts(health):
    citizen, business = make_audience(), make_audience("Doanh nghiệp", "doanh-nghiep", "business")
    birth = LifeEvent.objects.create(name="Sinh con", slug="sinh-con", locale=citizen.locale)
    field = make_field("Khám bệnh", "kham-benh")
    one = make_service("Một", department=health.department, audiences=[citizen], review_due=date(2027, 1, 1))
    two = make_service("Hai", department=health.department, audiences=[business])
    pages, editor = [one, two], health.editor

    asked = {"field": field.pk, "audiences_how": "add", "audiences": [business.pk], "then": "publish"}
    told = preview(editor, pages, **asked)
    assert "Công dân Việt Nam → Công dân Việt Nam, Doanh nghiệp" in told["Một"]
    assert "Đối tượng" not in told["Hai"], "it has it already"
    assert "– → Khám bệnh" in told["Hai"]
    assert "giữ ở bản nháp" in told["Một"], "an editor publishes nothing"
    assert not draft_of(one).has_unpublished_changes
    assert "Đã đổi 2 trang: 2 giữ ở bản nháp" in change(editor, pages, **asked)
    draft = draft_of(one)
    assert (draft.field, set(draft.audiences.all())) == (field, {citizen, business})
    live = ServicePage.objects.get(pk=one.pk)
    assert (set(live.audiences.all()), live.has_unpublished_changes) == ({citizen}, True)
    assert live.latest_revision.user == editor
    assert PageLogEntry.objects.filter(page=one, action="wagtail.edit", user=editor).count() == 1

    three = make_service("Ba", department=health.department, audiences=[citizen, business], review_due=date(2027, 1, 1))
    asked = {"audiences_how": "remove", "audiences": [citizen.pk], "review_due_how": "clear"}
    asked |= {"life_events_how": "replace", "life_events": [birth.pk], "then": "submit"}
    assert "1 gửi duyệt" in change(editor, [three], **asked)
    draft = draft_of(three)
    assert ([*draft.audiences.all()], [*draft.life_events.all()], draft.review_due) == ([business], [birth], None)
    assert Page.objects.get(pk=three.pk).current_workflow_task_state.status == "in_progress"


def test_an_approver_publishes_and_one_the_gate_refuses_stops_nothing(health):
    good, broken = (make_service(name, department=health.department) for name in ("Một", "Hai"))
    ServicePage.objects.filter(pk=broken.pk).update(official_name="")
    Page.objects.get(pk=broken.pk).specific.save_revision()
    Page.objects.filter(pk=broken.pk).update(has_unpublished_changes=False)
    told = change(health.approver, [broken, good], **DAY | {"then": "publish"})
    assert "1 giữ ở bản nháp, 1 đăng ngay" in told
    assert "Chưa đăng được: “Hai”" in told
    assert ServicePage.objects.get(pk=good.pk).review_due == date(2027, 12, 31)
    assert ServicePage.objects.get(pk=broken.pk).review_due is None
    assert draft_of(broken).review_due == date(2027, 12, 31), "what was changed is kept"


@once
def test_what_cannot_be_changed_says_why_and_stays(health):
    other = make_office("Sở Xây dựng", "Cấp giấy phép xây dựng")
    waiting, changed, locked, unpublished = (
        make_service(name, department=health.department, live=name != "Chưa đăng")
        for name in ("Chờ duyệt", "Có nháp", "Khoá", "Chưa đăng")
    )
    waiting.save_revision(user=health.editor)
    submit(health.editor, waiting)
    changed.summary = "Đang viết dở"
    changed.save_revision(user=health.editor)
    Page.objects.filter(pk=locked.pk).update(locked=True, locked_by=health.approver, locked_at=timezone.now())
    english, notice = translate(health.service, {health.service.title: "Licence"}), make_notice("Nghỉ lễ")
    pages = [waiting, changed, locked, unpublished, english, notice, health.service]
    told = preview(make_communications(), pages, **DAY | {"then": "publish"})
    assert "chờ duyệt" in told["Chờ duyệt"]
    assert "bản nháp chưa đăng" in told["Có nháp"]
    assert "khoá" in told["Khoá"]
    assert "trang tiếng Việt" in told["Licence"]
    assert "không phải dịch vụ" in told["Nghỉ lễ"]
    assert "đăng ngay" in told[health.service.title]
    assert "giữ ở bản nháp" in told["Chưa đăng"], "what was never public is not published by the dozen"
    before = Page.objects.get(pk=other.service.pk).latest_revision_id
    assert preview(health.editor, [other.service, health.service], **DAY).keys() == {health.service.title}
    assert "Đã đổi 1 trang" in change(health.editor, [other.service, health.service], **DAY)
    assert Page.objects.get(pk=other.service.pk).latest_revision_id == before
    nothing = preview(health.editor, [health.service], **DAY)
    assert "bản nháp chưa đăng" in nothing[health.service.title]


@once
@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({}, "ít nhất một ô"),
        ({"audiences_how": "add"}, "Hãy chọn những mục cần thêm"),
        ({"review_due_how": "set"}, "Hãy gõ ngày"),
        ({"review_due": "1/1/2027"}, "Hãy chọn làm gì"),
    ],
)
def test_half_a_question_is_asked_again(health, asked, said):
    answer = browser(health.editor).post(address(health.service), {**asked, "then": "draft", "confirmed": "1"})
    assert said in unescape(answer.content.decode())
    assert not draft_of(health.service).has_unpublished_changes


@once
@pytest.mark.parametrize("then", QUERIES_OF_A_PAGE)
def test_each_page_more_costs_a_bounded_number_of_questions(health, then):
    pages = [make_service(f"Dịch vụ {number}", department=health.department) for number in range(7)]
    client, seen = browser(health.approver), []
    for chosen in (pages[:1], pages[1:3], pages[3:]):
        with CaptureQueriesContext(connection) as queries:
            client.post(address(*chosen), {**DAY, "then": then, "confirmed": "1"})
        seen.append(len(queries))
    assert (seen[2] - seen[1]) / 2 <= QUERIES_OF_A_PAGE[then], seen
