"""An English page speaks English and keeps the Vietnamese facts."""

import pytest

from core.models import Audience, Field
from tests.api.world import WORDS, fetch, titles
from tests.builders import make_complete_service, make_department, make_field, save_translation, translate

pytestmark = pytest.mark.django_db


@pytest.fixture
def english():
    """A service whose department, field, audience and terms are translated too."""
    department = make_department("Sở Tư pháp", unit_code="H56.15")
    translate(department, {"Sở Tư pháp": "Department of Justice", "so-tu-phap": "department-of-justice"})
    page = translate(make_complete_service(department=department), WORDS)
    for model, slug, name in (
        (Field, "ho-tich", "Civil status"),
        (Audience, "cong-dan-viet-nam", "Vietnamese citizens"),
    ):
        term = model.objects.get(slug=slug)
        model.objects.create(
            translation_key=term.translation_key, locale=page.locale, slug=f"{slug}-en", name=name,
            **({"group": term.group} if model is Audience else {}),
        )  # fmt: skip
    return page


def test_words_are_english_and_amounts_are_the_vietnamese_ones(english):
    answer = fetch(f"services/{english.pk}/").json()
    assert answer["title"] == "Birth registration"
    assert [(fee["name"], fee["amount"]) for fee in answer["fees"]] == [
        ("Civil status charge", 8000),
        ("Civil status charge", None),
    ]
    assert "Notification of birth" in [document["name"] for document in answer["documents"]]
    assert answer["official_name"] == "Thủ tục đăng ký khai sinh", "legal names are quoted, not translated"
    assert answer["channels"][0]["durations"][0]["text"] == "3 working days"
    assert answer["channels"][0]["durations"][0]["iso8601"] is None
    assert answer["documents"][0]["template"]["url"].startswith("http")


def test_what_the_page_points_at_is_in_its_language_too(english):
    answer = fetch(f"services/{english.pk}/").json()
    assert answer["department"]["title"] == "Department of Justice"
    assert answer["department"]["html_url"].endswith("/en/co-quan/department-of-justice/")
    assert answer["handling_agencies"][0]["department"]["title"] == "Department of Justice"
    assert answer["field"] == {"slug": "ho-tich-en", "name": "Civil status"}
    assert answer["audiences"] == [{"slug": "cong-dan-viet-nam-en", "name": "Vietnamese citizens", "group": "citizen"}]


def test_the_vietnamese_page_stays_vietnamese_beside_it(english):
    [vietnamese, _english] = fetch("services/?locale=*&fields=*").json()["items"]
    assert vietnamese["meta"]["locale"] == "vi"
    assert vietnamese["department"]["title"] == "Sở Tư pháp"
    assert vietnamese["field"]["name"] == "Hộ tịch"
    assert vietnamese["channels"][0]["durations"][0]["text"] == "3 ngày làm việc"


def test_lists_are_vietnamese_unless_asked_otherwise(english):
    assert titles("services/") == ["Đăng ký khai sinh"]
    assert titles("services/?locale=en") == ["Birth registration"]
    assert titles("services/?locale=*") == ["Đăng ký khai sinh", "Birth registration"]
    assert titles("services/?locale=en&field=ho-tich&audience=citizen&department=H56.15") == ["Birth registration"]
    assert titles("services/?locale=en&search=birth") == ["Birth registration"]
    assert titles("services/?search=birth") == []


def test_a_fact_that_changes_changes_in_both_languages(english):
    service = english.get_translations().get().specific
    service.field = make_field("Dược", "duoc")
    service.save_revision().publish()
    save_translation(service)
    assert fetch(f"services/{english.pk}/").json()["field"] == {"slug": "duoc", "name": "Dược"}
