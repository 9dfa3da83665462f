"""A service as programs read it: the same facts as on its page, nothing guessed, nothing dangerous."""

import json
from datetime import date, timedelta
from types import SimpleNamespace

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from core.structured_data import script
from services.models import Duration, Fee
from services.pages.structured_data import legislation, offers, processing_time
from tests.builders import make_complete_service, make_department, make_legal_document, make_service, publish, translate
from tests.core.test_structured_data import ATTACKS, read_back
from tests.markup import faults, structured_data

TODAY = date(2026, 11, 22)


def read(client, service) -> dict:
    answer = client.get(service.get_url())
    assert answer.status_code == 200, (answer.status_code, answer.headers, service.get_url())
    return structured_data(answer.content)["GovernmentService"]


def fee(status="amount", amount=None, **fields) -> Fee:
    return Fee(name=fields.pop("name", "Lệ phí"), status=status, amount=amount, **fields)


def limit(value, unit, **fields) -> Duration:
    return Duration(value=value, unit=unit, **fields)


@pytest.mark.django_db
def test_a_complete_service_says_all_its_facts(client, settings):
    settings.WAGTAILADMIN_BASE_URL = "https://portal.example"
    service = make_complete_service(procedure_code="1.001193", decision_url="https://vanban.example/1872")
    data = read(client, service)
    url = f"https://portal.example{service.get_url()}"
    assert data["url"] == url
    assert data["name"] == "Đăng ký khai sinh"
    assert data["alternateName"] == ["Thủ tục đăng ký khai sinh", "làm giấy khai sinh", "khai sinh cho con"]
    assert data["identifier"] == "1.001193"
    assert data["serviceType"] == "Hộ tịch"
    assert data["provider"] == {
        "@type": "GovernmentOrganization",
        "@id": "https://portal.example/co-quan/so-tu-phap/#organisation",
        "name": "Sở Tư pháp",
        "url": "https://portal.example/co-quan/so-tu-phap/",
    }
    assert [audience["audienceType"] for audience in data["audience"]] == ["Công dân Việt Nam"]
    assert data["areaServed"]["identifier"] == "VN-21"
    assert [output["name"] for output in data["serviceOutput"]] == ["Giấy khai sinh"]
    assert data["termsOfService"] == "https://vanban.example/1872"
    assert data["subjectOf"][0]["legislationIdentifier"] == "60/2014/QH13"
    assert data["mainEntityOfPage"]["inLanguage"] == "vi"
    assert data["mainEntityOfPage"]["@id"] == url


@pytest.mark.django_db
def test_fees_are_offers_with_their_channel_and_days(client):
    paid, free = read(client, make_complete_service())["offers"]
    assert (paid["price"], paid["priceCurrency"]) == (8000, "VND")
    assert paid["additionalProperty"][0]["value"] == "in_person"
    assert (free["price"], free["validFrom"]) == (0, "2025-07-01")
    assert free["additionalProperty"][0]["value"] == "online"


@pytest.mark.django_db
def test_channels_tell_working_days_in_words_and_calendar_days_also_in_figures(client):
    durations = [
        {"value": 7, "unit": "working_day", "channel": "in_person"},
        {"value": 10, "unit": "calendar_day", "channel": "online"},
    ]
    data = read(client, make_complete_service(durations=durations))
    counter, online = data["availableChannel"]
    assert counter["name"] == "Trực tiếp"
    assert counter["description"] == "7 ngày làm việc"
    assert "processingTime" not in counter
    assert online["processingTime"] == "P10D"
    assert online["serviceUrl"] == "https://dichvucong.gov.vn/x"


@pytest.mark.django_db
def test_a_counter_has_a_place_and_a_post_office_an_address(client):
    agency = {"agency_name": "UBND xã", "address": "Số 1 phố Mới"}
    service = make_service(handling_agencies=[agency], channels=[{"kind": "in_person"}, {"kind": "post"}])
    data = read(client, service)
    counter, post = data["availableChannel"]
    assert counter["serviceLocation"]["address"]["streetAddress"] == "Số 1 phố Mới"
    assert post["servicePostalAddress"]["streetAddress"] == "Số 1 phố Mới"
    assert [operator["name"] for operator in data["serviceOperator"]] == ["UBND xã"]


@pytest.mark.django_db
def test_what_is_unknown_is_not_said(client):
    data = read(client, make_service())
    assert set(data) == {
        *("@context", "@type", "@id", "name", "alternateName", "identifier", "url"),
        *("provider", "areaServed", "mainEntityOfPage"),
    }


@pytest.mark.django_db
def test_an_abolished_service_is_no_longer_offered(client):
    data = read(client, make_complete_service(status="abolished"))
    assert "offers" not in data
    assert "availableChannel" not in data


@pytest.mark.django_db
def test_the_english_page_speaks_english_where_it_can(client):
    service = make_complete_service()
    english = translate(service, {"Đăng ký khai sinh": "Birth registration", "dang-ky-khai-sinh": "birth-registration"})
    data = read(client, english)
    assert data["name"] == "Birth registration"
    assert data["mainEntityOfPage"]["inLanguage"] == "en"
    assert data["availableChannel"][0]["name"] == "In person"
    assert data["offers"][0]["price"] == 8000


@pytest.mark.parametrize(
    ("row", "price"),
    [
        (fee("free"), 0),
        (fee("amount", 50_000), 50_000),
        (fee("amount"), None),
        (fee("see_note", note="Theo Nghị quyết"), None),
        (fee("not_prescribed", note="Không quy định"), None),
    ],
)
def test_only_a_row_in_figures_has_a_price(row, price):
    [offer] = offers([row], stated="", on=TODAY)
    assert offer.get("price") == price
    assert ("priceCurrency" in offer) == (price is not None)
    assert price is not None or offer["description"]


def test_a_price_per_unit_says_its_unit():
    [offer] = offers([fee("amount", 15_000, unit="m²")], stated="", on=TODAY)
    assert offer["priceSpecification"]["unitText"] == "m²"
    assert offer["priceSpecification"]["price"] == 15_000


@pytest.mark.clock
def test_only_rows_of_today_and_of_later_are_offered():
    day = timedelta(days=1)
    rows = [
        fee("amount", 100, name="Gốc"),
        fee("amount", 50, name="Gốc", valid_from=TODAY - day, valid_to=TODAY + day),
        fee("amount", 10, name="Cũ", valid_to=TODAY - day),
        fee("amount", 70, name="Mới", valid_from=TODAY + day),
    ]
    assert [offer["price"] for offer in offers(rows, stated="", on=TODAY)] == [50, 70]


def test_free_is_said_only_when_an_editor_says_it():
    assert [offer["price"] for offer in offers([], stated="none", on=TODAY)] == [0]
    for stated in ("", "not_prescribed", "see_note"):
        assert offers([], stated=stated, on=TODAY) == []


@pytest.mark.parametrize(
    ("limits", "duration"),
    [
        ([limit(7, "calendar_day")], "P7D"),
        ([limit(None, "immediate")], "PT0S"),
        ([limit(1, "month"), limit(1, "month", case_key="nui", case="Xã miền núi")], "P1M"),
        ([limit(7, "working_day")], None),
        ([limit(7, "calendar_day"), limit(9, "calendar_day", case_key="nui", case="Xã miền núi")], None),
        ([limit(7, "calendar_day", case_key="nui", case="Xã miền núi")], None),
        ([limit(None, "words", note="Theo kế hoạch")], None),
        ([], None),
    ],
)
def test_a_channel_has_a_duration_only_when_one_holds_for_all(limits, duration):
    assert processing_time(limits) == duration


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("begun", "ended", "force"),
    [(-1, None, "InForce"), (1, None, None), (None, None, None), (-9, -1, "NotInForce"), (-9, 0, "InForce")],
)
@pytest.mark.clock
def test_a_law_says_whether_it_is_in_force_when_its_dates_do(begun, ended, force):
    law = make_legal_document()
    law.in_force_from = TODAY + timedelta(days=begun) if begun is not None else None
    law.in_force_to = TODAY + timedelta(days=ended) if ended is not None else None
    said = legislation(law, on=TODAY).get("legislationLegalForce")
    assert said == (f"https://schema.org/{force}" if force else None)


@given(st.lists(st.sampled_from(ATTACKS), min_size=4, max_size=4))
def test_no_text_of_a_fee_or_a_law_leaves_the_element(texts):
    name, note, case, unit = texts
    rows = [fee("amount", 1, name=name, note=note, case=case, unit=unit), fee("see_note", name=name, note=note)]
    law = SimpleNamespace(
        title=name, number=note, issuer=case, url=unit, issued_on=None, in_force_from=None, in_force_to=None
    )
    data = {"offers": offers(rows, stated="", on=TODAY), "subjectOf": legislation(law, on=TODAY)}
    assert read_back(str(script(data)))["offers"][0]["name"] == name


ATTACK = "</script><script>alert(1)</script><img src=x onerror=alert(1)>"


@pytest.mark.django_db
def test_an_attack_in_every_text_of_a_service_stays_text(client):
    law = make_legal_document(ATTACK[:60], ATTACK)
    law.issuer = ATTACK
    law.save()
    service = make_complete_service(
        ATTACK,
        department=make_department(f"Sở {ATTACK}", address=ATTACK, short_name=ATTACK[:40]),
        slug="tan-cong",
        official_name=ATTACK,
        alt_names=ATTACK,
        summary=ATTACK,
        handling_agencies=[{"agency_name": ATTACK, "address": ATTACK, "role": "competent"}],
        channels=[{"kind": "in_person", "note": ATTACK}, {"kind": "post"}],
        durations=[{"unit": "words", "note": ATTACK, "case": ATTACK}],
        fees=[{"name": ATTACK, "status": "see_note", "note": ATTACK, "case": ATTACK, "set_by": ATTACK}],
        results=[{"name": ATTACK, "code": ATTACK[:40], "validity": ATTACK}],
        legal_bases=[{"legal_document": law, "note": ATTACK}],
    )
    for page in (service, service.department):
        content = client.get(page.get_url()).content.decode()
        assert faults(content) == []
        assert "<script>" not in content
        assert "<img src=x" not in content
    assert ATTACK in json.dumps(read(client, service), ensure_ascii=False)


@pytest.mark.django_db
def test_a_draft_is_described_in_its_preview():
    page = make_complete_service(live=False)
    page.fees.add(fee("amount", 12_000, locale=page.locale))
    data = structured_data(page.make_preview_request().content)["GovernmentService"]
    assert 12_000 in [offer.get("price") for offer in data["offers"]]


@pytest.mark.django_db
@pytest.mark.clock
def test_the_page_says_when_it_changed(client):
    service = make_service(reviewed_on=TODAY)
    publish(service)
    page = read(client, service)["mainEntityOfPage"]
    assert page["lastReviewed"] == "2026-11-22"
    assert page["dateModified"].startswith(timezone.now().date().isoformat())
