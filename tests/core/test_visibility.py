"""A restriction set in one language hides the page in all of them."""

import pytest
from wagtail.models import Page, PageViewRestriction

from core.visibility import restrictions_of, visible
from tests.builders import make_department, make_guide, make_notice, make_service, translate, trunk

pytestmark = pytest.mark.django_db


def restrict(page: Page) -> None:
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)


def test_a_draft_is_not_visible():
    draft = make_service(live=False)
    assert draft.pk not in visible(Page.objects).values_list("pk", flat=True)


def test_a_restricted_department_hides_its_services_in_both_languages(client):
    service = make_service("Đăng ký khai sinh")
    english = translate(service, {"Đăng ký khai sinh": "Birth registration", "dang-ky-khai-sinh": "birth-registration"})
    shown = visible(Page.objects).values_list("pk", flat=True)
    assert {service.pk, english.pk} <= set(shown)

    restrict(service.get_parent())

    hidden = {service.pk, english.pk, service.get_parent().pk, english.get_parent().pk}
    assert not hidden & set(visible(Page.objects).values_list("pk", flat=True))
    for page in (service, english):
        assert restrictions_of(page).exists()
        answer = client.get(page.get_url())
        assert answer.status_code == 302, "an anonymous visitor is sent to log in"
        assert page.title not in answer.content.decode()


def test_other_departments_stay_visible():
    restrict(make_department("Sở Nội vụ"))
    assert make_service("Đăng ký khai sinh").pk in visible(Page.objects).values_list("pk", flat=True)


@pytest.mark.parametrize(
    "make",
    [
        make_service,
        make_department,
        make_guide,
        make_notice,
        lambda: make_guide("Phần sau", parent=make_guide()),
        lambda: trunk().home,
        lambda: trunk().guidance,
    ],
)
def test_a_restricted_page_sends_an_anonymous_visitor_to_log_in(client, make):
    page = make()
    assert client.get(page.get_url()).status_code == 200
    restrict(page)
    assert client.get(page.get_url()).status_code == 302


def test_a_restricted_home_page_hides_everything(client):
    pages = [make_service(), make_department(), make_guide(), trunk().guidance]
    restrict(trunk().home)
    assert [client.get(page.get_url()).status_code for page in pages] == [302] * 4
