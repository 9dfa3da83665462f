"""Departments, terms, guidance, the home page and the files of the demo."""

from datetime import date
from zipfile import ZipFile

import pytest
from docx import Document

from core.calendars import working_calendar
from core.models import Audience, Field, Holiday, LifeEvent, PortalDocument, PortalSettings
from departments.models import DepartmentPage, Succession
from home.models import Banner, GuidancePage, HomePage, NoticePage, QuickLink
from services.models import ServicePage
from tests.home.demo.pages import OLD_PORTAL, vietnamese

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]


@pytest.mark.parametrize(("model", "count"), [(Field, 59), (Audience, 14), (LifeEvent, 13)])
def test_terms_are_there_in_both_languages(model, count):
    names = {code: model.objects.filter(locale__language_code=code) for code in ("vi", "en")}
    assert [found.count() for found in names.values()] == [count, count]
    keys = {code: set(found.values_list("translation_key", flat=True)) for code, found in names.items()}
    assert keys["vi"] == keys["en"]


def test_former_departments_say_what_became_of_them():
    former = vietnamese(DepartmentPage).filter(is_former=True)
    assert former.count() == 7
    for page in former:
        assert page.status_note
        assert page.valid_to is None  # the province's own day is not confirmed by any source
        assert page.successions.exists()


def test_the_old_information_department_went_to_two_departments():
    rows = Succession.objects.filter(page__slug="so-thong-tin-va-truyen-thong", page__locale__language_code="vi")
    found = dict(rows.values_list("field__slug", "successor__slug"))
    assert found["buu-chinh"] == "so-khoa-hoc-va-cong-nghe"
    assert found["bao-chi"] == "so-van-hoa-the-thao-va-du-lich"


def test_no_phone_number_is_made_up_for_a_department():
    assert not DepartmentPage.objects.exclude(phone="", email="", fax="").exists()
    assert PortalSettings.load().hotline == "02373 900 900"


def test_guidance_has_thirteen_articles_one_of_them_in_parts():
    articles = vietnamese(GuidancePage).filter(depth=4)
    assert articles.count() == 13
    parts = vietnamese(GuidancePage).get(slug="nop-ho-so-truc-tuyen").get_children().live()
    slugs = ["chuan-bi-giay-to", "khai-va-gui", "sau-khi-gui", "bo-sung-va-rut-ho-so"]
    assert [page.slug for page in parts] == slugs
    assert all(page.sources and page.summary and page.body for page in vietnamese(GuidancePage))


def test_the_home_page_leads_to_the_introduction():
    home = vietnamese(HomePage).get()
    assert home.introduction_page.slug == "gioi-thieu-dich-vu-hanh-chinh-cong"
    assert home.popular_services.count() == 8
    assert home.filing_guide.count("<li>") == 2


def test_notices_links_and_banners_are_there():
    assert vietnamese(NoticePage).current().count() >= 3
    for model in (QuickLink, Banner):
        assert model.objects.filter(locale__language_code="vi").count() >= 2
        assert model.objects.filter(locale__language_code="en").count() >= 2


def test_sample_forms_open_and_say_that_they_are_samples():
    forms = PortalDocument.objects.filter(is_sample=True)
    assert forms.count() == 11
    for form in forms:
        with form.open_file() as file:
            assert ZipFile(file).testzip() is None
        with form.open_file() as file:
            document = Document(file)
        assert "MẪU MINH HỌA" in document.sections[0].header.paragraphs[0].text
        assert form.title.upper() in [paragraph.text for paragraph in document.paragraphs]
        assert form.templates_of.exists()


def test_sample_forms_hang_on_services_of_all_four_level_3_departments():
    pages = vietnamese(ServicePage).filter(level=3, documents__template__isnull=False).distinct()
    assert {(page.former_department or page.department).old_name for page in pages} == set(OLD_PORTAL)


def test_the_working_calendar_has_days_off_with_their_sources_and_the_one_that_is_not_announced():
    assert Holiday.objects.filter(source="").count() == 0
    assert Holiday.objects.exclude(name_en="").count() == Holiday.objects.count() == 44
    calendar = working_calendar()
    assert not calendar.is_working_day(date(2026, 9, 2))
    assert calendar.is_working_day(date(2026, 8, 22))
    assert not calendar.is_working_day(date(2026, 11, 24))
    assert not calendar.unconfirmed
    assert [day for day, named in calendar.off.items() if not named.is_settled] == [date(2027, 5, 3)]
