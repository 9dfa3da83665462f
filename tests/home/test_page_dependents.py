"""Who is touched by a page: told before it is published, taken down or deleted, with numbers of people and no names."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Locale

from core.page_dependents import dependents_of
from home.models import QuickLink
from services.forms.rules.workflow import State
from tests.builders import make_field, make_guide, make_service, publish, translate
from tests.builders_accounts import make_citizen, make_editor
from tests.builders_ownership import browser, make_office
from tests.builders_submissions import make_open_service, make_submission
from tests.markup import soup

pytestmark = [pytest.mark.django_db, pytest.mark.references]


def told(page, user):
    return [line.text for line in dependents_of(page, user)]


def test_dossiers_are_counted_for_service_form_and_department():
    owner = make_citizen()
    service = make_open_service()
    for state in (State.DRAFT, State.FILED, State.SUPPLEMENT, State.HANDED_OVER):
        make_submission(state, owner=owner)
    editor = make_editor()
    for page in (service, service.get_parent()):
        assert told(page, editor)[:2] == ["2 hồ sơ đang giải quyết", "1 hồ sơ người dân đang khai dở"]
    assert not any("hồ sơ" in line for line in told(make_service("Khác"), editor))


def test_pages_and_links_that_name_a_service_are_listed():
    service = make_service()
    make_guide("Cách nộp hồ sơ", services=[service])
    make_service("Cấp lại giấy khai sinh", live=False, replaced_by=service)
    vietnamese = Locale.objects.get(language_code="vi")
    QuickLink.objects.create(title="Khai sinh", url=f"https://example.vn{service.url}", locale=vietnamese)
    publish(translate(service, {service.title: "Birth registration"}))
    lines = told(service, make_editor())
    assert "Liên kết nhanh: “Khai sinh”" in lines
    assert any("Cách nộp hồ sơ" in line for line in lines)
    assert any("Cấp lại giấy khai sinh" in line and "bản nháp" in line for line in lines)
    assert "Bản dịch “Birth registration” (Tiếng Anh)" in lines


def test_drafts_of_another_department_are_counted_and_not_named():
    here, there = make_office("Sở Y tế", "Cấp giấy phép"), make_office("Sở Xây dựng", "Cấp phép xây dựng")
    make_service("Bản nháp mật", department=there.department, live=False, replaced_by=here.service)
    lines = told(here.service, here.editor)
    assert not any("Bản nháp mật" in line for line in lines)
    assert "1 trang khác nhắc đến trang này" in lines
    address = reverse("page_dependents", args=[here.service.pk])
    assert "Bản nháp mật" not in browser(here.editor).get(address).content.decode()
    assert browser(there.editor).get(address).status_code == 302


@pytest.mark.parametrize("route", ["page_dependents", "wagtailadmin_pages:unpublish", "wagtailadmin_pages:delete"])
def test_the_editor_sees_it_before_acting(client, route):
    service = make_service()
    make_guide("Cách nộp hồ sơ", services=[service])
    client.force_login(make_editor())
    page = soup(client.get(reverse(route, args=[service.pk])).content)
    assert "Cách nộp hồ sơ" in page.select_one(".th-touched").get_text()
    editor = soup(client.get(reverse("wagtailadmin_pages:edit", args=[service.pk])).content)
    assert editor.find("a", href=reverse("page_dependents", args=[service.pk]))


def test_the_number_of_queries_does_not_grow():
    service, editor = make_service(), make_editor()

    def asked():
        with CaptureQueriesContext(connection) as queries:
            dependents_of(service, editor)
        return len(queries)

    make_guide("Bài 1", services=[service])
    asked()  # Wagtail keeps the roots of its sites until a page changes
    few = asked()
    for number in range(5):
        make_guide(f"Bài khác {number}", services=[service])
    asked()
    assert asked() == few


def test_whoever_deletes_a_term_sees_the_services_that_name_it(client):
    field = make_field()
    make_service("Đăng ký khai sinh", field=field)
    client.force_login(make_editor())
    page = soup(client.get(reverse("wagtailsnippets_core_field:delete", args=[field.pk])).content)
    assert "Đăng ký khai sinh" in page.select_one(".th-touched").get_text()


@pytest.mark.parametrize("action", ["unpublish", "delete"])
def test_many_pages_at_once_each_lead_to_who_is_touched(client, action):
    services = [make_service(), make_service("Đăng ký kết hôn")]
    client.force_login(make_editor())
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", action])
    page = soup(client.get(address, {"id": [service.pk for service in services]}).content)
    for service in services:
        assert page.find("a", href=reverse("page_dependents", args=[service.pk]))


def test_the_editor_asks_for_one_line_that_counts_people_before_it_publishes(client):
    service = make_open_service()
    make_submission(State.FILED, owner=make_citizen())
    make_guide("Cách nộp hồ sơ", services=[service])
    client.force_login(make_editor())
    editor = soup(client.get(reverse("wagtailadmin_pages:edit", args=[service.pk])).content)
    beside = f"{reverse('page_dependents', args=[service.pk])}?beside=1"
    assert editor.select_one(f"footer [data-beside='{beside}'] a"), "without a script the link stands there"
    line = soup(client.get(beside).content)
    assert line.summary.strong.get_text() == "1 hồ sơ đang giải quyết"
    assert " trang và mục theo nó" in line.summary.get_text()
    assert any("Cách nộp hồ sơ" in one.get_text() for one in line.select("li a"))
    alone = make_guide("Không ai nhắc đến")
    assert "không có gì" in client.get(f"{reverse('page_dependents', args=[alone.pk])}?beside=1").content.decode()
