"""A level is claimed when it is earned; what no longer earns it is counted, listed and told, never taken down."""

from datetime import date
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from core.publishing import PublicationRefused
from services.catalogue.recount import recount_completeness
from services.models import ServiceCompleteness, ServicePage
from tests.builders import make_complete_service, make_department, make_service, translate
from tests.builders_accounts import just_confirmed
from tests.builders_ownership import browser, make_office
from tests.markup import soup, words

pytestmark = pytest.mark.django_db

EARNED = 3


def draft_of(service: ServicePage, **values) -> ServicePage:
    """A draft of the page with these facts changed, kept as an editor would keep it."""
    page = ServicePage.objects.get(pk=service.pk)
    for name, value in values.items():
        setattr(page, name, value)
    return page


def standing(service: ServicePage) -> ServiceCompleteness:
    return ServiceCompleteness.objects.get(pk=service.pk)


def cost_of_counting() -> int:
    with CaptureQueriesContext(connection) as queries:
        recount_completeness()
    return len(queries)


def test_a_level_is_raised_when_every_promise_is_kept_and_not_before():
    service = make_complete_service(level=1, official_name="Cấp giấy phép")
    draft_of(service, level=EARNED).save_revision().publish()
    assert ServicePage.objects.get(pk=service.pk).level == EARNED
    with pytest.raises(PublicationRefused) as refused:
        draft_of(service, level=4).save_revision().publish()
    assert {problem.field for problem in refused.value.problems} == {"payment_url", "result_online"}
    assert ServicePage.objects.get(pk=service.pk).level == EARNED
    draft_of(service, level=4, payment_url="https://dichvucong.gov.vn/", result_by_post=True).save_revision().publish()
    assert ServicePage.objects.get(pk=service.pk).level == 4


def test_what_was_public_before_stays_public_and_is_listed():
    service = make_complete_service(level=EARNED)
    assert standing(service).is_kept
    page = draft_of(service)
    page.fees = []
    page.save_revision().publish()
    assert ServicePage.objects.get(pk=service.pk).live
    assert not standing(service).is_kept
    assert standing(service).earned_level is None
    assert standing(service).gaps[0] == "fees"


def test_a_page_that_went_back_to_drafts_makes_a_new_claim():
    service = make_complete_service(level=EARNED)
    page = draft_of(service)
    page.fees = []
    page.save_revision().publish()
    ServicePage.objects.get(pk=service.pk).unpublish()
    with pytest.raises(PublicationRefused):
        ServicePage.objects.get(pk=service.pk).latest_revision.publish()


def test_an_english_page_claims_what_the_vietnamese_one_claims():
    service = make_complete_service(level=EARNED)
    page = draft_of(service)
    page.fees = []
    page.save_revision().publish()
    english = translate(ServicePage.objects.get(pk=service.pk), {"title": "Birth registration"})
    assert Page.objects.get(pk=english.pk).live
    assert not ServiceCompleteness.objects.filter(pk=english.pk).exists()


def test_the_page_promises_only_what_is_there(client):
    service = make_complete_service(level=EARNED)
    whole = words(str(soup(client.get(service.url).content).select_one("section[aria-labelledby=key-facts]")))
    assert "Trang này chưa có" not in whole
    page = draft_of(service)
    page.fees = []
    page.save_revision().publish()
    told = words(str(soup(client.get(service.url).content).select_one("section[aria-labelledby=key-facts]")))
    assert "Trang này chưa có: mức phí." in told


def test_the_count_follows_the_day_though_nobody_touches_the_page(travel):
    travel("2026-11-20T09:00")
    fee = {"name": "Phí", "status": "amount", "amount": 5000}
    service = make_complete_service(level=EARNED, fees=[fee])
    agency = service.handling_agencies.get(apply_mode="external")
    agency.closes_on = date(2026, 11, 20)
    agency.save()
    recount_completeness()
    assert standing(service).is_kept
    travel("2026-11-21T00:10")
    assert recount_completeness() == 1
    assert not standing(service).is_kept
    assert standing(service).gaps[0] == "online_route"
    assert standing(service).counted_on == timezone.localdate()
    assert recount_completeness() == 0


def test_a_draft_that_was_never_public_is_counted_as_it_was_last_kept():
    service = make_service("Nháp", live=False)
    before = ServiceCompleteness.objects.filter(pk=service.pk).first()
    page = draft_of(service, summary="Tóm tắt", source_url="https://dichvucong.gov.vn/")
    page.save_revision()
    kept = standing(service)
    assert before is None or kept.percent > before.percent
    ServiceCompleteness.objects.update(counted_on=date(2026, 1, 1), percent=0)
    recount_completeness()
    assert standing(service).percent == kept.percent


def test_counting_costs_the_same_however_many_there_are():
    for number in range(3):
        make_complete_service(f"Dịch vụ {number}")
    ServiceCompleteness.objects.all().delete()
    few = cost_of_counting()
    for number in range(3, 9):
        make_complete_service(f"Dịch vụ {number}")
    ServiceCompleteness.objects.all().delete()
    assert cost_of_counting() == few


def test_editors_find_what_claims_more_than_it_keeps():
    health = make_office("Sở Y tế", "Cấp phép hoạt động phòng khám")
    kept = make_complete_service("Khai sinh", department=health.department, level=EARNED)
    unkept = make_complete_service("Kết hôn", department=health.department, level=EARNED, fees=[])
    client = browser(health.editor)
    just_confirmed(client, health.editor)
    html = unescape(client.get(reverse("services:index"), {"completeness": "unkept"}).content.decode())
    assert f'id="page_{unkept.pk}_title"' in html
    assert "chưa đạt mức" in html
    assert f'id="page_{kept.pk}_title"' not in html
    table = client.get(reverse("services:index"), {"completeness": "unkept", "export": "csv"})
    head, line = b"".join(table.streaming_content).decode("utf-8-sig").splitlines()
    assert "Còn thiếu" in head
    assert "Ghi mức phí" in line or "Nêu" in line or "phí" in line
    home = unescape(client.get(reverse("wagtailadmin_home")).content.decode())
    assert "Ghi mức chưa đạt" in home
    assert f"{reverse('wagtailadmin_pages:edit', args=[unkept.pk])}" in home


def test_the_panel_beside_the_editor_tells_what_is_missing_and_where():
    health = make_office("Sở Y tế", "Cấp phép hoạt động phòng khám")
    unkept = make_complete_service("Kết hôn", department=health.department, level=EARNED, fees=[])
    client = browser(health.editor)
    address = reverse("wagtailadmin_pages:edit", args=[unkept.pk])
    panel = soup(client.get(address).content).select_one(".th-standing")
    figures = [words(str(one)) for one in panel.select("dd")]
    assert figures[:2] == ["Mức độ 3", "chưa có"]
    assert panel.select_one('a[href="#:w:contentpath=fees"]')
    answer = client.get(reverse("wagtailadmin_pages:add", args=["services", "servicepage", health.department.pk]))
    new = soup(answer.content).select_one(".th-standing")
    assert len(new.select("li a")) > 10
    assert not soup(client.get(reverse("wagtailadmin_pages:edit", args=[health.department.pk])).content).select(
        ".th-standing"
    )


def test_the_statistics_tell_how_complete_each_department_is_in_both_languages(client):
    health, justice = make_department("Sở Y tế"), make_department("Sở Tư pháp")
    make_complete_service("Khai sinh", department=justice, level=EARNED)
    make_complete_service("Kết hôn", department=justice, level=EARNED, fees=[])
    make_service("Nháp", department=health, live=False)
    for address, complete in (("/thong-ke/", "Đầy đủ bình quân"), ("/en/statistics/", "Complete, on average")):
        table = soup(client.get(address).content).select_one("section[aria-labelledby=completeness]")
        [row] = table.select("tbody tr")
        cells = [words(str(cell)) for cell in row.select("td")]
        whole, open_ = (
            ServiceCompleteness.objects.get(page__title=title).percent for title in ("Khai sinh", "Kết hôn")
        )
        assert cells == ["2", f"{(whole + open_) // 2} %", "1"]
        assert complete in words(str(table))
