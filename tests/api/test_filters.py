"""Narrowing, ordering and paging the catalogue."""

import unicodedata
from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import Locale

from core.models import Audience, LifeEvent
from tests.api.world import WORDS, fetch, items, titles
from tests.builders import (
    make_audience,
    make_complete_service,
    make_department,
    make_field,
    make_guide,
    make_notice,
    make_service,
    publish,
    translate,
)
from tests.builders_communes import make_communes

pytestmark = pytest.mark.django_db


@pytest.fixture
def catalogue():
    """Four services of two departments at three levels."""
    justice, health = make_department("Sở Tư pháp", unit_code="H56.15"), make_department("Sở Y tế", unit_code="H56.22")
    make_service("Khai sinh", department=justice, level=3, procedure_code="1.001193", audiences=[make_audience()])
    make_service("Kết hôn", department=justice, level=2, legacy_code="1.000894.000.00.00.H56")
    make_service("Hành nghề", department=health, level=4, online_scope="partial", online_scope_reason="Phí")
    make_service("Quảng cáo", department=health, field=make_field("Dược", "duoc"))
    return justice, health


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("level=3", ["Khai sinh"]),
        ("level=3&level=4", ["Khai sinh", "Hành nghề"]),
        ("level=3,4", ["Khai sinh", "Hành nghề"]),
        ("level=1", []),
        ("online_scope=partial", ["Hành nghề"]),
        ("online_scope=none", []),
        ("online_scope=full", []),
        ("department=so-tu-phap", ["Khai sinh", "Kết hôn"]),
        ("department=h56.22", ["Hành nghề", "Quảng cáo"]),
        ("department=so-y-te,so-tu-phap&level=2", ["Kết hôn"]),
        ("field=duoc", ["Quảng cáo"]),
        ("audience=citizen", ["Khai sinh"]),
        ("audience=cong-dan-viet-nam", ["Khai sinh"]),
        ("audience=business", []),
        ("code=1.001193", ["Khai sinh"]),
        ("code=1.000894.000.00.00.H56", ["Kết hôn"]),
        ("code=9.999999", []),
        ("procedure_code=1.001193", ["Khai sinh"]),
        ("title=Khai+sinh", ["Khai sinh"]),
        (f"title={unicodedata.normalize('NFD', 'Hành  nghề')}+", ["Hành nghề"]),
        ("slug=khai-sinh", ["Khai sinh"]),
        ("order=title", ["Hành nghề", "Kết hôn", "Khai sinh", "Quảng cáo"]),
        ("order=-level,title&level=2,3,4", ["Hành nghề", "Khai sinh", "Kết hôn"]),
        ("limit=2", ["Khai sinh", "Kết hôn"]),
        ("limit=2&offset=3", ["Quảng cáo"]),
        ("offset=10000", []),
    ],
)
def test_the_catalogue_narrowed(catalogue, query, found):
    assert titles(f"services/?{query}") == found


def test_the_same_filters_work_on_pages_of_the_type(catalogue):
    answer = fetch("pages/?type=services.ServicePage&locale=vi&level=3&limit=1").json()
    assert answer == fetch("services/?locale=vi&level=3&limit=1").json()
    assert answer["meta"]["total_count"] == 1
    assert titles("pages/?type=services.ServicePage&department=so-y-te") == ["Hành nghề", "Quảng cáo"]
    assert fetch("pages/?level=3").status_code == 400


def test_total_count_is_that_of_the_whole_list(catalogue):
    assert fetch("services/?limit=1&offset=2").json()["meta"]["total_count"] == 4


def test_a_department_is_found_by_its_english_address_and_by_id(catalogue):
    justice, _health = catalogue
    english = translate(justice, {"Sở Tư pháp": "Department of Justice", "so-tu-phap": "department-of-justice"})
    for name in ("department-of-justice", str(english.pk), str(justice.pk)):
        assert titles(f"services/?department={name}") == ["Khai sinh", "Kết hôn"], name


def test_how_one_applies_and_life_events():
    event = LifeEvent.objects.create(name="Sinh con", slug="sinh-con", locale=Locale.get_default())
    service = make_complete_service()
    service.life_events = [event]
    publish(service)
    make_service("Khác")
    assert titles("services/?apply_mode=external") == [service.title]
    assert titles("services/?apply_mode=site_form") == []
    assert titles("services/?life_event=sinh-con") == [service.title]


def test_an_audience_named_twice_answers_each_service_once():
    both = [make_audience(), make_audience("Người nước ngoài", "nguoi-nuoc-ngoai")]
    make_service("Khai sinh", audiences=both)
    assert fetch("services/?audience=citizen").json()["meta"]["total_count"] == 1
    assert Audience.objects.filter(group="citizen").count() == 2


@pytest.mark.clock
def test_what_was_published_since():
    old, new = make_service("Cũ"), make_service("Mới")
    day = timezone.now() - timedelta(days=3)
    type(old).objects.filter(pk=old.pk).update(last_published_at=day)
    since = timezone.localdate(day) + timedelta(days=1)
    assert titles(f"services/?updated_since={since}") == [new.title]
    moment = day.isoformat().replace("+", "%2B")
    assert titles(f"services/?updated_since={moment}") == [old.title, new.title]


def test_words_are_found_without_tone_marks_best_first():
    make_service("Đăng ký kết hôn", level=3)
    birth = make_complete_service("Đăng ký khai sinh", official_name="Thủ tục Đ/1 đăng ký khai sinh")
    for words in ("dang ky khai sinh", "ĐĂNG KÝ KHAI SINH", "lam giay khai sinh", "thu tuc d 1", birth.procedure_code):
        assert titles(f"services/?search={words}") == [birth.title], words
    assert titles("services/?search=khai+sinh+hon") == []
    assert set(titles("services/?search=sinh+hon&search_operator=or")) == {"Đăng ký kết hôn", "Đăng ký khai sinh"}
    assert titles("services/?search=dang+ky&order=-id") == ["Đăng ký khai sinh", "Đăng ký kết hôn"]
    assert titles("services/?search=dang+ky&level=3&department=so-tu-phap&limit=1&order=title") == ["Đăng ký kết hôn"]
    assert titles("services/?search=!!!") == []
    assert titles("pages/?search=dang+ky+ket+hon") == ["Đăng ký kết hôn"]


def test_only_what_the_api_shows_can_be_searched():
    make_complete_service(payment_url="https://tra-cuu.example/zzyzx")
    assert titles("services/?search=zzyzx") == []
    assert fetch("images/?search=zzyzx").json()["meta"]["total_count"] == 0


def test_files_are_found_without_tone_marks():
    make_complete_service()
    assert titles("documents/?search=to+khai") == ["Tờ khai đăng ký khai sinh"]


def test_fields_are_chosen_as_in_stock_v2():
    service = make_complete_service()
    [usual] = items("services/")
    assert set(usual) == {"id", "meta", "title", "procedure_code", "level", "online_scope", "department"}
    [more] = items("services/?fields=fees,documents")
    assert set(more) == {*usual, "fees", "documents"}
    [only] = items("services/?fields=_,title")
    assert only == {"title": service.title}
    [less] = items("services/?fields=-department,-level")
    assert set(less) == {"id", "meta", "title", "procedure_code", "online_scope"}
    [whole] = items("services/?fields=*,-fees")
    assert "documents" in whole
    assert "fees" not in whole


def test_trees_of_pages():
    department = make_department()
    service = make_service(department=department)
    english = translate(service, WORDS)
    assert titles(f"pages/?child_of={department.pk}") == [service.title]
    assert service.title in titles("pages/?descendant_of=root&limit=100")
    assert titles(f"pages/?ancestor_of={service.pk}&type=departments.DepartmentPage") == [department.title]
    assert titles(f"pages/?translation_of={service.pk}") == [english.title]
    assert titles("pages/?type=services.ServicePage,departments.DepartmentPage") == [department.title, service.title]


def test_departments_by_what_they_are():
    make_department("Sở Tư pháp", unit_code="H56.15")
    make_department("Ban Dân tộc", kind="ban", is_former=True)
    assert titles("departments/?unit_code=H56.15") == ["Sở Tư pháp"]
    assert titles("departments/?kind=ban") == ["Ban Dân tộc"]
    assert titles("departments/?is_former=false") == ["Sở Tư pháp"]
    assert titles("departments/?search=dan+toc") == ["Ban Dân tộc"]


def test_single_communes_are_listed_when_they_are_asked_for():
    owner, (commune,) = make_communes("Phường Hạc Thành")
    assert titles("departments/") == [owner.title]
    assert fetch("departments/?communes=true").json()["meta"]["total_count"] == 166
    assert titles("departments/?area_code=14797") == titles("departments/?search=hac+thanh") == [commune.title]
    found = fetch(f"departments/{commune.pk}/").json()
    assert (found["area_name"], found["area_code"], found["unit_code"]) == ("Phường Hạc Thành", "14797", "")
    assert found["meta"]["parent"]["title"] == owner.title


def test_services_are_counted_by_level_in_every_language(catalogue):
    justice, _health = catalogue
    make_service("Nháp", department=justice, live=False, level=3)
    english = translate(justice, {"Sở Tư pháp": "Department of Justice"})
    counted = {"total": 2, "levels": {"1": 0, "2": 1, "3": 1, "4": 0}, "without_level": 0}
    for page in (justice, english):
        assert fetch(f"departments/{page.pk}/").json()["service_counts"] == counted


def test_finding_leads_to_the_object():
    service = make_complete_service()
    english = translate(service, WORDS)
    for query in (
        f"code={service.procedure_code}",
        "html_path=/dich-vu/dang-ky-khai-sinh/",
        "html_path=dich-vu/dang-ky-khai-sinh",
        f"id={service.pk}",
    ):
        answer = fetch(f"services/find/?{query}&fields=title")
        assert (answer.status_code, answer.url) == (302, f"/api/v2/services/{service.pk}/?fields=title"), query
    path = english.get_url()
    assert path.startswith("/en/")
    assert fetch(f"pages/find/?html_path={path}").url == f"/api/v2/pages/{english.pk}/"
    assert fetch(f"services/find/?code={service.procedure_code}&locale=en").url == f"/api/v2/services/{english.pk}/"
    assert fetch("pages/find/?html_path=/").url == f"/api/v2/pages/{service.get_ancestors()[1].pk}/"


def test_guides_and_notices_come_through_pages():
    service = make_complete_service()
    guide, notice = make_guide(services=[service]), make_notice(department=service.get_parent().specific)
    [article] = items("pages/?type=home.GuidancePage&fields=related_services")
    assert (article["id"], article["related_services"][0]["id"]) == (guide.pk, service.pk)
    [told] = items("pages/?type=home.NoticePage&fields=department")
    assert (told["id"], told["department"]["title"]) == (notice.pk, "Sở Tư pháp")
    assert fetch(f"services/{service.pk}/").json()["guides"][0]["id"] == guide.pk
