"""The list of services in the admin: found without tone marks and by code, narrowed, kept under a name, taken along."""

import re
from datetime import timedelta
from html import unescape
from io import BytesIO

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from accounts.models import User
from core.models import SavedView
from services.models import ServicePage
from tests.bench.catalogue import DEPARTMENTS, TODAY, WHOLE_PROVINCE, make_catalogue
from tests.budgets import LIST
from tests.builders import make_audience, make_department, make_field, make_service, translate
from tests.builders_accounts import just_confirmed
from tests.builders_ownership import (
    Office,
    browser,
    make_communications,
    make_office,
    make_translator,
    submit,
)

pytestmark = pytest.mark.django_db
once = pytest.mark.once  # the pages and the questions are the same on every database

INDEX = "services:index"


@pytest.fixture
def health() -> Office:
    return make_office("Sở Y tế", "Cấp phép hoạt động phòng khám")


@pytest.fixture
def construction() -> Office:
    return make_office("Sở Xây dựng", "Cấp giấy phép xây dựng")


def listed(client: Client, **query: str) -> list[str]:
    """The names in the list, from above."""
    html = unescape(client.get(reverse(INDEX), query).content.decode())
    return re.findall(r'<span id="page_\d+_title">(.*?)</span>', html)


@pytest.mark.parametrize(
    "asked",
    ["cap giay phep xay", "CẤP GIẤY", "giay phep", "2.001116", "2.001116.000.00.00.H56", "1.000999.000.00.00.H56"],
)
def test_a_service_is_found_without_tone_marks_and_by_every_form_of_its_code(asked):
    make_service("Cấp giấy phép xây dựng", procedure_code="2.001116", legacy_code="1.000999.000.00.00.H56")
    make_service("Khai sinh")
    client = browser(make_communications())
    assert listed(client, q=asked) == ["Cấp giấy phép xây dựng"]
    for name, args in (("wagtailadmin_pages:search", []), ("wagtailadmin_explore", [make_department().pk])):
        html = unescape(client.get(reverse(name, args=args), {"q": asked}).content.decode())
        assert "Cấp giấy phép xây dựng" in html, name
        assert "Khai sinh</" not in html, name
        assert f'value="{asked}"' in html, "the words stand there as they were typed"


@once
def test_the_search_still_knows_the_questions_of_wagtail():
    make_service("Khai sinh")
    make_service("Khai sinh lại", live=False)
    html = browser(make_communications()).get(reverse("wagtailadmin_pages:search"), {"q": "khai live:no"}).text
    assert "Khai sinh lại" in unescape(html)


def test_the_own_department_comes_first_and_of_others_only_what_is_public(health, construction):
    make_service("Ấp nở", department=health.department, live=False)
    make_service("Bản nháp của sở khác", department=construction.department, live=False)
    construction.service.title = "Tên còn bàn"
    construction.service.save_revision()
    make_service("An toàn công trình", department=construction.department)
    client = browser(health.editor)
    assert listed(client) == ["Ấp nở", "Cấp phép hoạt động phòng khám", "An toàn công trình"]
    assert listed(client, ordering="title") == ["An toàn công trình", "Ấp nở", "Cấp phép hoạt động phòng khám"]
    html = client.get(reverse(INDEX)).text
    own = ServicePage.objects.get(title="Ấp nở")
    other = ServicePage.objects.get(title="An toàn công trình")
    assert reverse("wagtailadmin_pages:edit", args=[own.pk]) in html
    assert reverse("wagtailadmin_pages:edit", args=[other.pk]) not in html
    assert f'href="{other.url}"' in html


def test_names_stand_as_in_a_dictionary(health):
    for title in ("Đăng ký", "Dân số", "Ăn uống", "An ninh", "Ấp nở"):
        make_service(title, department=health.department)
    ServicePage.objects.filter(pk=health.service.pk).delete()
    names = ["An ninh", "Ăn uống", "Ấp nở", "Dân số", "Đăng ký"]
    client = browser(health.editor)
    assert listed(client, ordering="title") == names
    assert listed(client, ordering="-title") == names[::-1]


def test_every_column_orders_the_list(health, construction):
    client = browser(make_communications())
    html = client.get(reverse(INDEX)).text
    orders = set(re.findall(r"ordering=(-?\w+)", html))
    assert len(orders) >= 8
    for order in orders:
        assert len(listed(client, ordering=order)) == 2, order
    assert listed(client, ordering="department") == ["Cấp giấy phép xây dựng", "Cấp phép hoạt động phòng khám"]
    assert listed(client, ordering="-department") == ["Cấp phép hoạt động phòng khám", "Cấp giấy phép xây dựng"]


def test_filters_narrow_the_list(health, construction):
    today = timezone.localdate()
    field, audience = make_field(), make_audience()
    rich = make_service("Đủ", level=4, field=field, audiences=[audience], review_due=today - timedelta(days=1))
    soon = make_service("Sắp", level=2, review_due=today + timedelta(days=14))
    draft = make_service("Nháp", live=False)
    translate(rich, {"Đủ": "Complete"})
    submit(health.editor, health.service)
    client = browser(make_communications())
    both = [health.service.title, construction.service.title]
    for query, names in (
        ({"department": health.department.pk}, [health.service.title]),
        ({"level": "4"}, ["Đủ"]),
        ({"level": "none"}, [*both, "Nháp"]),
        ({"field": field.pk}, ["Đủ"]),
        ({"audiences": audience.pk}, ["Đủ"]),
        ({"review": "late"}, ["Đủ"]),
        ({"review": "due"}, ["Đủ", "Sắp"]),
        ({"review": "unset"}, [*both, "Nháp"]),
        ({"translation": "done"}, ["Đủ"]),
        ({"translation": "missing"}, [*both, "Sắp", "Nháp"]),
        ({"state": "waiting"}, [health.service.title]),
        ({"state": "draft"}, ["Nháp"]),
        ({"state": "live"}, ["Đủ", "Sắp", construction.service.title]),
        ({"level": "2", "review": "due", "q": "sap"}, ["Sắp"]),
        ({"level": "5"}, [*both, "Đủ", "Sắp", "Nháp"]),
    ):
        assert sorted(listed(client, **query)) == sorted(names), query
    rich.refresh_from_db()
    rich.save_revision().publish()
    assert listed(client, translation="behind") == ["Đủ"]
    soon.title = "Sắp xếp"
    soon.save_revision()
    assert listed(client, state="changed") == ["Sắp xếp"]
    assert draft.title in listed(client)


@once
def test_a_line_says_what_editors_ask(health):
    ServicePage.objects.filter(pk=health.service.pk).update(level=3, review_due="2026-01-31")
    html = unescape(browser(health.editor).get(reverse(INDEX)).content.decode())
    row = re.search(r"<tr[^>]*>(?:(?!<tr).)*phòng khám.*?</tr>", html, re.DOTALL)[0]
    for told in (health.service.procedure_code, "Sở Y tế", "3", "đang đăng", "chưa dịch", "31/1/2026", "trễ"):
        assert told in row, told


@once
def test_a_translator_is_led_to_the_translation(health):
    client = browser(make_translator())
    assert f"/localize/submit/page/{health.service.pk}/" in client.get(reverse(INDEX)).text
    english = translate(health.service, {health.service.title: "Clinic licence"})
    assert reverse("wagtailadmin_pages:edit", args=[english.pk]) in client.get(reverse(INDEX)).text


def keep(client: Client, name: str, query: str) -> None:
    client.post(reverse("services:save_view"), {"name": name, "query": query}, follow=True)


@once
def test_a_view_is_kept_by_name_found_again_and_deleted(health):
    make_service("Mức bốn", department=health.department, level=4)
    client = browser(health.editor)
    keep(client, "Mức 4 của tôi", "level=4&p=3&next=//x.example")
    view = SavedView.objects.get()
    assert view.query == "level=4", "what is no filter is not kept"
    html = unescape(client.get(reverse(INDEX)).content.decode())
    assert f'href="{reverse(INDEX)}?level=4"' in html
    assert "Mức 4 của tôi" in html
    keep(client, "Mức 4 của tôi", "level=3")
    assert SavedView.objects.get().query == "level=3"
    client.post(reverse("services:delete_view", args=[view.pk]))
    assert not SavedView.objects.exists()


@once
def test_views_are_for_their_person_alone(health):
    told = {"name": "KEPT7391", "query": "level=4", "owner": health.approver.pk, "listing": "x"}
    browser(health.editor).post(reverse("services:save_view"), told)
    view = SavedView.objects.get()
    assert (view.owner, view.listing) == (health.editor, "services")
    other = browser(health.approver)
    assert "KEPT7391" not in other.get(reverse(INDEX)).text
    assert other.post(reverse("services:delete_view", args=[SavedView.objects.get().pk])).status_code == 404
    assert SavedView.objects.count() == 1


@once
@pytest.mark.parametrize(("name", "query"), [(" ", "level=4"), ("Tên", ""), ("Tên", "p=2")])
def test_a_view_needs_a_name_and_a_filter(health, name, query):
    keep(browser(health.editor), name, query)
    assert not SavedView.objects.exists()


@once
def test_nobody_keeps_more_views_than_twenty(health):
    client = browser(health.editor)
    for number in range(21):
        keep(client, f"Tên {number}", "level=4")
    assert SavedView.objects.count() == 20


@once
def test_what_is_listed_is_taken_along_and_calculates_nothing(health, construction):
    make_service("=1+1", department=health.department, level=4, field=make_field())
    make_service("KEPT7391", department=construction.department, live=False)
    client = browser(health.editor)
    just_confirmed(client, health.editor)
    answer = client.get(reverse(INDEX), {"level": "4", "export": "csv"})
    text = b"".join(answer.streaming_content).decode("utf-8-sig")
    head, *lines = text.splitlines()
    assert "Lĩnh vực" in head
    assert len(lines) == 1
    assert "'=1+1" in lines[0]
    assert "KEPT7391" not in text
    answer = client.get(reverse(INDEX), {"export": "xlsx"})
    rows = list(load_workbook(BytesIO(answer.getvalue())).active.values)
    assert len(rows) == 4
    assert "'=1+1" in rows[1]


def cost(user: User, name: str, *args: int, **query: str) -> tuple[int, int]:
    """Questions and bytes of a list that was opened a moment ago."""
    client, address = browser(user), reverse(name, args=args)
    client.get(address, query)
    with CaptureQueriesContext(connection) as queries:
        answer = client.get(address, query)
    assert answer.status_code == 200
    return len(queries), len(answer.content)


@once
def test_a_page_of_the_list_costs_the_same_however_many_services_there_are(health):
    departments = [health.department, *(make_department(title) for title in DEPARTMENTS if title != "Sở Y tế")]
    roles = (health.editor, make_communications(), make_translator())
    lists = [(INDEX, [], order) for order in ("", "department", "-review_due")]
    lists += [("wagtailadmin_explore", [health.department.pk], order) for order in ("", "title")]
    seen = [(user, one) for user in roles for one in lists if user is not roles[2] or one[0] == INDEX]
    make_catalogue(TODAY, departments=departments)
    few = [cost(user, name, *args, ordering=order) for user, (name, args, order) in seen]
    make_catalogue(WHOLE_PROVINCE - TODAY, first=TODAY, departments=departments)
    many = [cost(user, name, *args, ordering=order) for user, (name, args, order) in seen]
    assert all(after[0] <= before[0] for before, after in zip(few, many, strict=True)), (few, many)
    assert [found for found in many if found[0] > LIST.queries or found[1] > LIST.size] == []
