"""A procedure code leads to its service, in the language of the address."""

import pytest
from wagtail.models import Locale

from tests.builders import make_service, translate

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("code", ["1.004222", "1.004222.000.00.00.H56"])
def test_a_code_of_today_or_older_leads_to_the_service(client, code):
    service = make_service("Đăng ký thường trú", procedure_code="1.004222", legacy_code="1.004222.000.00.00.H56")
    answer = client.get(f"/dich-vu/ma/{code}/")
    assert (answer.status_code, answer.url) == (301, service.get_url())


def test_the_english_address_leads_to_the_english_page(client):
    service = make_service("Đăng ký thường trú", procedure_code="1.004222")
    service.copy_for_translation(Locale.objects.get(language_code="en"), copy_parents=True, alias=True)
    answer = client.get("/en/services/code/1.004222/")
    assert (answer.status_code, answer.url) == (302, service.get_url()), "not translated yet"
    english = translate(
        service, {"Đăng ký thường trú": "Permanent residence", "dang-ky-thuong-tru": "permanent-residence"}
    )
    answer = client.get("/en/services/code/1.004222/")
    assert (answer.status_code, answer.url) == (301, english.get_url())


@pytest.mark.parametrize("code", ["1.004222", "9.999999", "abc", "%20", "1.004222%27"])
def test_a_code_without_a_published_service_is_a_404_that_says_so(client, code):
    make_service("Nháp", procedure_code="1.004222", live=False)
    answer = client.get(f"/dich-vu/ma/{code}/")
    assert answer.status_code == 404
    assert "mã" in answer.content.decode()
