"""What told its case in words before cases were rows: the database, stored versions, translations."""

from importlib import import_module
from uuid import UUID, uuid5

import pytest
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from wagtail_localize.models import StringSegment, TranslationContext

from services.models import Duration, Fee, RequiredDocument, ServiceCase, ServicePage
from services.models.row_kinds import OF_CASE
from tests.builders import make_service, publish, save_translation, translate

pytestmark = pytest.mark.django_db

MIGRATION = import_module("services.migrations.0006_words_become_cases")
WORDS = {
    "Thủ tục đăng ký khai sinh": "Birth registration",
    "Tờ khai": "Form",
    "Giấy ủy quyền": "Authorisation",
    "Bản sao": "Copy",
    "Lệ phí": "Fee",
    "Người khác nộp thay": "Someone else files",
    "Xã miền núi": "Mountain communes",
    "Sinh ở nước ngoài": "Born abroad",
}
KEYS = ["nguoi-khac-nop-thay", "sinh-o-nuoc-ngoai", "xa-mien-nui"]
ROWS = {"documents": RequiredDocument, "fees": Fee, "durations": Duration}


@pytest.fixture
def service():
    with connection.cursor() as cursor:  # before anything is written: PostgreSQL alters no table that waits for checks
        for model in ROWS.values():
            cursor.execute(f"ALTER TABLE {model._meta.db_table} ADD COLUMN \"case\" varchar(300) NOT NULL DEFAULT ''")
    return make_service(
        documents=[
            {"name": "Tờ khai"},
            {"name": "Giấy ủy quyền", "case": "Người khác nộp thay"},
            {"name": "Bản sao", "case": "Sinh ở nước ngoài"},
        ],
        fees=[{"name": "Lệ phí", "status": "amount", "amount": 8000, "case": "Sinh ở nước ngoài"}],
        durations=[{"value": 13, "unit": "working_day", "case": "Xã miền núi"}],
    )


def in_words(page):
    """The data of a version as it was stored when rows told their case in words."""
    data = page.serializable_data()
    names = {case["key"]: case["name"] for case in data.pop("cases")}
    for kind in OF_CASE:
        for row in data[kind]:
            row["case"] = names.get(row.pop("case_key"), "")
    return data


def told(page):
    return {kind: [(row.case_key, row.case) for row in getattr(page, kind).all()] for kind in OF_CASE}


def cases_of(page):
    return [(row.key, row.name, row.translation_key) for row in page.cases.all()]


def forget_keys():
    """Make the database what it was: words in every row, and what translators wrote at their paths."""
    for model in ROWS.values():
        names = {(case.page_id, case.key): case.name for case in ServiceCase.objects.all()}
        for row in model.objects.exclude(case_key=""):
            with connection.cursor() as cursor:
                statement = f"UPDATE {model._meta.db_table} SET \"case\" = %s, case_key = '' WHERE id = %s"  # noqa: S608
                cursor.execute(statement, [names[row.page_id, row.case_key], row.pk])
    paper = RequiredDocument.objects.get(name="Giấy ủy quyền")
    path = f"documents.{paper.translation_key}.case"
    case = ServiceCase.objects.get(key="nguoi-khac-nop-thay", locale__language_code="vi")
    TranslationContext.objects.filter(path=f"cases.{case.translation_key}.name").update(
        path=path, path_id=uuid5(MIGRATION.PATHS, path), field_path="documents.case"
    )
    ServiceCase.objects.all().delete()


def test_the_database_is_read_in_both_languages_and_back(service):
    english = translate(service, {**WORDS, "dang-ky-khai-sinh": "birth"})
    before = [told(page) for page in (service, english)]
    assert ("nguoi-khac-nop-thay", "Someone else files") in before[1]["documents"]
    forget_keys()
    old = MigrationLoader(connection).project_state(MIGRATION.Migration.dependencies).apps

    MIGRATION.make_cases(old, None)
    pages = [ServicePage.objects.get(pk=page.pk) for page in (service, english)]
    assert [told(page) for page in pages] == before
    assert [[key for key, _name, _stable in cases_of(page)] for page in pages] == [KEYS] * 2
    assert cases_of(pages[0])[0][2] == cases_of(pages[1])[0][2], "one case in both languages"
    paths = set(StringSegment.objects.values_list("context__path", flat=True))
    assert f"cases.{cases_of(pages[0])[0][2]}.name" in paths
    assert not [path for path in paths if path.endswith(".case")]
    again = save_translation(publish(pages[0]))
    assert ("nguoi-khac-nop-thay", "Someone else files") in told(again)["documents"], "translated once, for good"

    MIGRATION.write_words(old, None)
    papers = old.get_model("services", "RequiredDocument").objects.filter(page_id=english.pk).order_by("sort_order")
    assert papers[1].case == "Someone else files"


def test_a_version_in_words_opens_with_the_cases_of_today(service):
    english = translate(service, {**WORDS, "dang-ky-khai-sinh": "birth"})
    versions = [in_words(page) for page in (service, english)]
    service.cases.filter(key="nguoi-khac-nop-thay").update(name="Nộp thay")
    opened = [ServicePage.from_serializable_data(data) for data in versions]
    assert told(opened[0])["documents"][1] == ("nguoi-khac-nop-thay", "Người khác nộp thay"), "its own words"
    assert told(opened[1])["documents"][1] == ("nguoi-khac-nop-thay", "Someone else files"), "the Vietnamese key"
    assert [(case.pk, case.translation_key) for case in opened[0].cases.all()] == [
        (case.pk, case.translation_key) for case in service.cases.all()
    ]
    publish(opened[0])
    assert told(ServicePage.objects.get(pk=service.pk))["durations"] == [("xa-mien-nui", "Xã miền núi")]


def test_a_version_in_words_makes_the_cases_it_alone_has(service):
    data = in_words(service)
    data["documents"][0]["case"] = "Người khác nộp thay, ở nước ngoài"
    opened = ServicePage.from_serializable_data(data)
    assert told(opened)["documents"][0] == ("nguoi-khac-nop-thay-o-nuoc-ngoai", "Người khác nộp thay, ở nước ngoài")
    assert len({UUID(str(case.translation_key)) for case in opened.cases.all()}) == 4
    assert ServicePage.from_serializable_data(service.serializable_data()).cases.count() == 3, "a version of today"
