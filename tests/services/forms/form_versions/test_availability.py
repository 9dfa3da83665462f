"""Whether a dossier can be filed with an agency today, and the public page that says so."""

from datetime import date, timedelta

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone, translation

from services.forms.form_versions.availability import Obstacle, availability
from tests.builders import make_department, translate
from tests.builders_forms import CASES, LAND, make_fileable_service, make_form_page
from tests.markup import soup

pytestmark = [pytest.mark.django_db, pytest.mark.once]  # words and looks; no question of its own

DAY = date(2026, 11, 20)


def obstacles(service, on=DAY):
    row = service.handling_agencies.select_related("department").first()
    return set(availability(service, row, on=on).obstacles)


def page_of(client, service, **query):
    answer = client.get(reverse("apply", args=[service.slug]), query)
    assert answer.status_code == 200
    return soup(answer.content)


def test_a_level_3_service_with_the_form_of_this_portal_is_open():
    assert obstacles(make_fileable_service()) == set()


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"level": 2}, Obstacle.LEVEL),
        ({"level": None}, Obstacle.LEVEL),
        ({"agency": {"apply_mode": "external"}}, Obstacle.MODE),
        ({"agency": {"apply_mode": "paper"}}, Obstacle.MODE),
        ({"agency": {"role": "cooperating"}}, Obstacle.ROLE),
        ({"agency": {"department": None, "agency_name": "Văn phòng"}}, Obstacle.DEPARTMENT),
        ({"agency": {"opens_on": DAY + timedelta(days=1)}}, Obstacle.NOT_YET),
        ({"agency": {"closes_on": DAY - timedelta(days=1)}}, Obstacle.CLOSED),
        ({"status": "abolished"}, Obstacle.NOT_IN_FORCE),
        ({"effective_from": DAY + timedelta(days=1)}, Obstacle.NOT_IN_FORCE),
        ({"effective_to": DAY - timedelta(days=1)}, Obstacle.NOT_IN_FORCE),
        ({"live": False}, Obstacle.NOT_PUBLISHED),
    ],
)
def test_what_keeps_filing_shut_is_named(fields, expected):
    assert obstacles(make_fileable_service(**fields)) == {expected}


@pytest.mark.parametrize("agency", [{"opens_on": DAY}, {"closes_on": DAY}, {"level": 3}, {"role": "receiving"}])
def test_the_first_and_the_last_day_count(agency):
    assert obstacles(make_fileable_service(level=3, agency=agency)) == set()


def test_an_agency_below_the_level_of_the_service_is_shut():
    assert obstacles(make_fileable_service(agency={"level": 1})) == {Obstacle.LEVEL}


def test_a_department_of_the_past_takes_nothing():
    former = make_department("Sở Thông tin và Truyền thông", is_former=True)
    assert obstacles(make_fileable_service(agency={"department": former})) == {Obstacle.DEPARTMENT}


def test_a_form_that_lost_its_case_is_shut_until_it_is_corrected():
    service = make_fileable_service(documents=CASES)
    make_form_page(service, [{**LAND, "shown_when": ["case", "is", "truong-hop-bi-mat"]}])
    assert obstacles(service) == set()
    service.documents.all().update(case_key="")
    row = service.handling_agencies.first()
    answer = availability(service, row, on=DAY)
    assert answer.obstacles == (Obstacle.FORM,)
    assert answer.faults


def test_before_you_start_names_papers_time_cost_data_and_the_agency(client):
    service = make_fileable_service(documents=CASES)
    page = page_of(client, service)
    text = page.get_text(" ")
    for part in ("Đơn đề nghị", "Bản sao giấy chứng nhận", "91/2025/QH15", "Sở Tư pháp", "8.000 đồng"):
        assert part in text, part
    assert "30" in page.select_one("section[aria-labelledby=privacy]").get_text()


def test_before_you_start_shows_the_papers_of_the_chosen_case(client):
    page = page_of(client, make_fileable_service(documents=CASES), **{"truong-hop": "truong-hop-bi-mat"})
    papers = page.select_one("section[aria-labelledby=papers]").get_text()
    assert "Bản sao giấy chứng nhận" in papers
    assert "Bản gốc giấy chứng nhận" not in papers


def test_before_you_start_is_public_and_knows_nobody(client):
    service = make_fileable_service(documents=CASES)
    make_form_page(service)
    with CaptureQueriesContext(connection) as queries:
        answer = client.get(reverse("apply", args=[service.slug]))
    assert len(queries) <= 25, len(queries)
    assert "public" in answer["Cache-Control"]
    assert not answer.cookies


@pytest.mark.clock
def test_a_shut_service_says_why_and_what_to_do_instead(client):
    service = make_fileable_service(agency={"opens_on": timezone.localdate() + timedelta(days=5)})
    page = page_of(client, service)
    warning = page.select_one(".portal-callout--warning").get_text(" ")
    assert str(Obstacle.NOT_YET.label) in warning
    assert not page.select("a.govuk-button")
    assert page.select("a[rel=external]")


def test_the_demo_warns_of_real_data(client, settings):
    service = make_fileable_service()
    settings.DEMO = False
    assert not page_of(client, service).select("article .portal-callout--warning")
    settings.DEMO = True
    assert page_of(client, service).select("article .portal-callout--warning")


@pytest.mark.parametrize("slug", ["khong-co", "chua-xuat-ban"])
def test_what_is_not_published_cannot_be_begun(client, slug):
    make_fileable_service("Chưa xuất bản", live=False)
    assert client.get(reverse("apply", args=[slug])).status_code == 404


def test_an_english_reader_gets_the_english_page_or_is_led_to_the_vietnamese(client):
    service, other = make_fileable_service(), make_fileable_service("Hợp thửa đất")
    translate(service, {service.title: "Splitting plots", service.slug: "splitting-plots"})
    call_command("sync_locale_trees", verbosity=0)
    with translation.override("en"):
        own, alias = reverse("apply", args=["splitting-plots"]), reverse("apply", args=[other.slug])
    assert "Splitting plots" in client.get(own).content.decode()
    answer = client.get(alias)
    assert (answer.status_code, answer["Location"]) == (302, reverse("apply", args=[other.slug]))


def test_the_service_page_leads_to_the_form_and_keeps_the_national_portal(client):
    service = make_fileable_service()
    page = soup(client.get(service.url).content)
    [button] = page.select(".portal-apply a.govuk-button")
    assert button["href"] == reverse("apply", args=[service.slug])
    assert page.select_one(".portal-apply a[rel=external]")["href"] == "https://dichvucong.gov.vn/x"


def test_a_level_4_service_says_where_a_fee_is_paid_unless_it_is_free(client):
    priced = soup(client.get(make_fileable_service(level=4).url).content).select_one(".portal-apply")
    fees = [{"name": "Phí", "status": "free"}]
    free = soup(client.get(make_fileable_service("Miễn phí", level=4, fees=fees).url).content).select_one(
        ".portal-apply"
    )
    assert len(priced.select(".portal-hint")) == len(free.select(".portal-hint")) + 1
