"""The report of translations: every line leads to both pages, in as many questions for many lines as for one."""

from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Locale
from wagtail_localize.operations import translate_object

from tests.builders import make_field, make_service, save_translation, translate
from tests.builders_ownership import browser, make_communications

pytestmark = [pytest.mark.django_db, pytest.mark.once]

REPORT = "wagtail_localize:translations_report"


def make_translation(number: int):
    service = make_service(f"Dịch vụ {number}")
    return service, translate(service, {service.title: f"Service {number}"})


def test_the_report_leads_to_source_and_target_and_says_how_far_they_are():
    service, english = make_translation(1)
    field = make_field()
    translate_object(field, [Locale.objects.get(language_code="en")])
    html = unescape(browser(make_communications()).get(reverse(REPORT)).content.decode())
    assert f'<a href="{reverse("wagtailadmin_pages:edit", args=[service.pk])}">Dịch vụ 1' in html
    assert f'<a href="{reverse("wagtailadmin_pages:edit", args=[english.pk])}">Service 1' in html
    assert reverse("wagtailsnippets_core_field:edit", args=[field.pk]) in html
    assert "Chờ dịch" in html, "the official name has no translation"


def test_a_line_whose_translation_is_gone_stays_readable():
    _service, english = make_translation(1)
    english.delete()
    answer = browser(make_communications()).get(reverse(REPORT))
    assert answer.status_code == 200
    assert "Dịch vụ 1" in unescape(answer.text)


def test_many_lines_cost_what_one_costs():
    client = browser(make_communications())
    costs = []
    for number in range(3):
        service, _english = make_translation(number)
        save_translation(service)
        client.get(reverse(REPORT))
        with CaptureQueriesContext(connection) as queries:
            client.get(reverse(REPORT))
        costs.append(len(queries))
    assert costs[0] == costs[-1]
    assert costs[0] <= 45
