"""Services of the demo: as many as the old portal had, each fact as the source has it."""

from collections import Counter

import pytest
from wagtail.models import Page

from core.models import LegalDocument
from departments.models import DepartmentPage
from home.demo import content
from home.demo.content import key
from services.models import HandlingAgency, ServicePage
from tests.home.demo.pages import OLD_PORTAL, vietnamese

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]


def test_there_are_106_services_25_departments_and_166_communes():
    assert vietnamese(ServicePage).live().count() == 106
    assert vietnamese(DepartmentPage).listed().live().count() == 25
    assert vietnamese(DepartmentPage).communes().live().count() == 166
    assert vietnamese(DepartmentPage).exclude(old_name="").count() == 19


def test_level_3_counts_equal_the_old_portals():
    counts = Counter(
        (page.former_department or page.department).old_name for page in vietnamese(ServicePage).filter(level=3)
    )
    assert counts == OLD_PORTAL


def test_the_one_level_4_service_is_the_budget_code_of_the_finance_department():
    page = vietnamese(ServicePage).get(level=4)
    assert (page.procedure_code, page.department.title) == ("2.002206", "Sở Tài chính")


def test_services_stand_below_the_department_that_handles_them_today():
    assert not [page.title for page in vietnamese(ServicePage) if page.department.is_former]


def test_every_service_names_its_source_and_only_two_lack_the_day():
    """The two on complaints come from other provinces' pages that were read without noting the day."""
    assert not vietnamese(ServicePage).filter(source_url="").exists()
    assert vietnamese(ServicePage).filter(source_captured_on=None).count() == 2


def test_the_gate_of_publishing_has_nothing_against_any_page():
    found = {page.title: page.publication_problems() for page in Page.objects.live().filter(depth__gt=1).specific()}
    assert {title: problems for title, problems in found.items() if problems} == {}


def test_titles_are_short_and_official_names_exact():
    for record in content.services():
        page = ServicePage.objects.get(translation_key=key("services", record["slug"]), locale__language_code="vi")
        assert len(page.title) <= 120
        assert page.official_name == record["official_name"]


def test_the_39_are_filed_here_and_the_national_portal_stays_the_second_way():
    for page in vietnamese(ServicePage).filter(level__gte=3):
        owner = page.handling_agencies.get(department=page.department)
        assert (owner.apply_mode, owner.external_url) == ("site_form", page.source_url)


def test_an_agency_that_stands_for_all_communes_takes_nothing_here():
    rows = HandlingAgency.objects.filter(department__title="Ủy ban nhân dân cấp xã", page__level__gte=3)
    assert {row.apply_mode for row in rows} == {"external"}


def test_agencies_of_other_provinces_handle_nothing_here():
    names = set(vietnamese(ServicePage).values_list("handling_agencies__agency_name", flat=True)) - {None, ""}
    assert not [name for name in names if "Hà Nội" in name or "TP.HCM" in name or "Bộ Y tế" in name]


def test_legal_documents_are_shared():
    law = LegalDocument.objects.get(number="105/2016/QH13")
    assert law.kind == "law"
    assert law.services.filter(page__locale__language_code="vi").count() > 1
