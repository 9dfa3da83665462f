"""What `manage.py demo` makes."""

from collections import Counter
from datetime import date
from io import StringIO
from zipfile import ZipFile

import pytest
from django.core.management import CommandError, call_command
from docx import Document
from wagtail.models import Page, Revision

from accounts.models import User
from core.models import Audience, Field, LegalDocument, LifeEvent, PortalDocument, PortalSettings
from departments.models import DepartmentPage, Succession
from home.demo import content
from home.demo.content import key
from home.demo.loader import DemoLoader
from home.models import Banner, GuidancePage, HomePage, NoticePage, QuickLink
from services.fees import payable
from services.models import Fee, ServicePage

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]

OLD_PORTAL = {"Sở Xây dựng": 7, "Sở Thông tin truyền thông": 1, "Sở Y tế": 22, "Sở Tài nguyên & Môi trường": 9}
"""Level 3 services per department, as the page of the old portal counted them."""


def vietnamese(model):
    return model.objects.filter(locale__language_code="vi")


def english(model):
    return model.objects.filter(locale__language_code="en", alias_of__isnull=True)


def service(slug: str) -> ServicePage:
    return vietnamese(ServicePage).get(slug=slug)


def test_there_are_106_services_and_25_departments():
    assert vietnamese(ServicePage).live().count() == 106
    assert vietnamese(DepartmentPage).live().count() == 25
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


@pytest.mark.parametrize(("model", "count"), [(Field, 59), (Audience, 14), (LifeEvent, 13)])
def test_terms_are_there_in_both_languages(model, count):
    names = {code: model.objects.filter(locale__language_code=code) for code in ("vi", "en")}
    assert [found.count() for found in names.values()] == [count, count]
    keys = {code: set(found.values_list("translation_key", flat=True)) for code, found in names.items()}
    assert keys["vi"] == keys["en"]


def test_every_service_names_its_source_and_only_two_lack_the_day():
    """The two on complaints come from other provinces' pages that were read without noting the day."""
    assert not vietnamese(ServicePage).filter(source_url="").exists()
    assert vietnamese(ServicePage).filter(source_captured_on=None).count() == 2


def test_every_service_and_all_its_rows_are_valid():
    for page in vietnamese(ServicePage):
        page.full_clean()
        for name in ("handling_agencies", "channels", "durations", "fees", "documents", "results", "steps"):
            for row in getattr(page, name).all():
                row.full_clean(exclude=["page"])


def test_titles_are_short_and_official_names_exact():
    for record in content.services():
        page = ServicePage.objects.get(translation_key=key("services", record["slug"]), locale__language_code="vi")
        assert len(page.title) <= 120
        assert page.official_name == record["official_name"]


def test_the_39_are_filed_on_the_national_portal():
    for page in vietnamese(ServicePage).filter(level__gte=3):
        owner = page.handling_agencies.get(department=page.department)
        assert (owner.apply_mode, owner.external_url) == ("external", page.source_url)


def test_no_amount_differs_from_the_content():
    expected = Counter(
        (record["slug"], row["amount"])
        for record in content.services()
        for row in record.get("fees", [])
        if "amount" in row
    )
    rows = Fee.objects.filter(page__locale__language_code="vi", amount__isnull=False)
    assert Counter(rows.values_list("page__slug", "amount")) == expected


def test_a_fee_the_source_does_not_name_stays_unknown():
    silent = [record["slug"] for record in content.services() if "fees" not in record]
    assert len(silent) == 15
    for page in vietnamese(ServicePage).filter(slug__in=silent):
        assert (page.fees.count(), page.fees_status) == (0, "")


def test_only_what_the_source_calls_free_is_free():
    """A bare 0 in the national database is a remark to read, not a promise."""
    free = Fee.objects.filter(status="free")
    assert free.exists()
    assert not free.filter(note__contains="không giải thích").exists()
    assert Fee.objects.filter(status="see_note", note__startswith="Nguồn ghi 0").exists()


@pytest.mark.parametrize(
    ("slug", "case", "channel", "day", "amount"),
    [
        ("cap-chung-chi-hanh-nghe-thu-y", "", "online", date(2026, 12, 31), 25_000),
        ("cap-chung-chi-hanh-nghe-thu-y", "", "online", date(2027, 1, 1), 50_000),
        ("cap-moi-giay-phep-hoat-dong-kham-benh-chua-benh", "Bệnh viện", "post", date(2026, 7, 1), 5_250_000),
        ("cap-moi-giay-phep-hoat-dong-kham-benh-chua-benh", "Bệnh viện", "post", date(2027, 1, 1), None),
        ("dang-ky-thuong-tru", "", "online", date(2026, 7, 1), 10_000),
        ("dang-ky-thuong-tru", "", "in_person", date(2026, 7, 1), 20_000),
        ("cap-moi-chung-chi-hanh-nghe-hoat-dong-xay-dung", "", "online", date(2026, 7, 1), None),
    ],
)
def test_what_a_citizen_pays(slug, case, channel, day, amount):
    fees = list(service(slug).fees.all())
    assert payable(fees, case=case, channel=channel, on=day) == amount


def test_priced_alternatives_name_their_case():
    for page in vietnamese(ServicePage):
        priced = [row for row in page.fees.all() if row.status == "amount"]
        places = Counter((row.channel, row.case, row.valid_from) for row in priced)
        assert set(places.values()) <= {1}, page.title


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


def test_agencies_of_other_provinces_handle_nothing_here():
    names = set(vietnamese(ServicePage).values_list("handling_agencies__agency_name", flat=True)) - {None, ""}
    assert not [name for name in names if "Hà Nội" in name or "TP.HCM" in name or "Bộ Y tế" in name]


def test_legal_documents_are_shared():
    law = LegalDocument.objects.get(number="105/2016/QH13")
    assert law.kind == "law"
    assert law.services.filter(page__locale__language_code="vi").count() > 1


def test_guidance_has_thirteen_articles_one_of_them_in_parts():
    articles = vietnamese(GuidancePage).filter(depth=4)
    assert articles.count() == 13
    parts = vietnamese(GuidancePage).get(slug="nop-ho-so-truc-tuyen").get_children().live()
    assert [page.slug for page in parts] == ["chuan-bi-giay-to", "khai-va-gui", "sau-khi-gui"]
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


@pytest.mark.parametrize(("model", "count"), [(ServicePage, 5), (DepartmentPage, 25), (GuidancePage, 2), (HomePage, 1)])
def test_translated_pages(model, count):
    assert english(model).live().count() == count


def test_an_english_service_has_english_words_and_the_vietnamese_amount():
    page = english(ServicePage).get(slug="get-a-real-estate-broker-certificate")
    fee = page.fees.get()
    assert (fee.name, fee.unit, fee.amount) == ("Procedure fee", "certificate", 300_000)
    assert page.steps.first().text.startswith("Candidates")
    assert page.official_name == "Cấp mới chứng chỉ hành nghề môi giới bất động sản."
    assert page.url == "/en/services/get-a-real-estate-broker-certificate/"


def test_english_departments_have_no_vietnamese_words():
    for page in english(DepartmentPage):
        words = [page.title, page.functions, page.status_note, *page.successions.values_list("work", flat=True)]
        for text in words:
            assert not set("ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹđ") & set(
                text.lower().replace("hạc thành ward", "").replace("lê lợi", "")
            ), text


def test_every_page_answers_in_english_with_words_or_an_alias():
    keys = set(vietnamese(Page).filter(depth__gt=1).values_list("translation_key", flat=True))
    assert set(Page.objects.filter(locale__language_code="en").values_list("translation_key", flat=True)) == keys


def test_accounts_of_each_role():
    for email in ("bientap", "duyet", "truyenthong", "dich", "quantri"):
        user = User.objects.get(email=f"{email}@example.vn")
        assert user.check_password("thanh-hoa-demo")
        assert user.has_perm("wagtailadmin.access_admin")


def test_an_editor_touches_only_the_own_department():
    editor = User.objects.get(email="bientap@example.vn")
    own = vietnamese(DepartmentPage).get(slug="so-xay-dung").permissions_for_user(editor)
    other = vietnamese(DepartmentPage).get(slug="so-y-te").permissions_for_user(editor)
    assert own.can_edit()
    assert own.can_add_subpage()
    assert not own.can_publish()
    assert not other.can_edit()


def test_an_approver_publishes_and_a_translator_submits():
    approver = User.objects.get(email="duyet@example.vn")
    assert vietnamese(DepartmentPage).get(slug="so-xay-dung").permissions_for_user(approver).can_publish()
    translator = User.objects.get(email="dich@example.vn")
    assert translator.has_perm("wagtail_localize.submit_translation")
    assert not translator.has_perm("core.change_portalsettings")


def test_a_second_run_changes_nothing_and_keeps_what_an_editor_wrote():
    page = service("dang-ky-khai-sinh")
    page.title = "Khai sinh cho con"
    page.slug = "khai-sinh-cho-con"
    page.save_revision().publish()
    before = sizes()
    assert not DemoLoader(silent=True).load()
    assert sizes() == before
    page.refresh_from_db()
    assert page.title == "Khai sinh cho con"


def sizes() -> list[int]:
    models = (Page, Revision, Fee, Field, LegalDocument, PortalDocument, QuickLink, Banner, User, Succession)
    return [model.objects.count() for model in models]


def test_the_command_refuses_a_site_that_is_no_demo(settings):
    settings.DEMO = False
    with pytest.raises(CommandError, match="--force"):
        call_command("demo", stdout=StringIO())


def test_the_command_says_that_nothing_was_missing(settings, capsys):
    settings.DEMO = True
    out = StringIO()
    call_command("demo", stdout=out)
    assert "không đổi gì" in out.getvalue()
