"""Editors see what was asked and found nothing, and mend it: an entry, or another name of a service."""

import pytest
from django.urls import reverse

from accounts.groups import Role, ensure_groups
from accounts.models import User
from search.editing.asked import Show, asked
from tests.builders import make_department, make_service, trunk
from tests.builders_lexicon import make_query

pytestmark = pytest.mark.django_db


@pytest.fixture
def communications(client):
    trunk()
    user = User.objects.create_user("truyen-thong@example.vn", "x")
    user.groups.add(ensure_groups()[Role.COMMUNICATIONS])
    client.force_login(user)
    return client


def test_questions_are_added_up_over_the_days_and_those_of_a_single_time_left_out():
    make_query("so do", 2, hits=0, days_ago=1)
    make_query("so do", 3, hits=0, not_useful=1)
    make_query("khai sinh", 9, hits=4, useful=2)
    make_query("da mat", 5, hits=0, days_ago=2)
    make_query("da mat", 1, hits=7)
    make_query("nguyen van a", 1)
    make_query("cu", 9, days_ago=30)
    make_query("tax", 9, language="en")
    assert [(line.folded, line.times) for line in asked(Show.NOTHING, "vi", 30)] == [("so do", 5)]
    assert [(line.folded, line.not_useful) for line in asked(Show.NOT_USEFUL, "vi", 30)] == [("so do", 1)]
    often = [(line.folded, line.times, line.found) for line in asked(Show.OFTEN, "vi", 30)]
    assert often == [("khai sinh", 9, 4), ("da mat", 6, 7), ("so do", 5, 0)]


def test_the_report_leads_to_both_ways_of_mending(communications):
    make_query("giay doc than", 3)
    page = communications.get(reverse("search_asked"))
    line = page.context["lines"][0]
    text = page.content.decode().replace("&amp;", "&")
    for address in (line.entry_url, line.other_name_url):
        assert f'href="{address}"' in text
        assert communications.get(address).status_code == 200
    assert reverse("search_asked") in communications.get(reverse("wagtailadmin_home")).content.decode()
    assert communications.get(reverse("search_asked"), {"days": "all"}).context["lines"] == []


def test_one_press_gives_a_service_another_name_in_its_draft(communications):
    service = make_service("Xác nhận tình trạng hôn nhân", alt_names="giấy độc thân")
    make_service("Tách thửa đất")
    address = reverse("search_other_name")
    page = communications.get(address, {"asked": "giấy chưa vợ", "language": "vi"})
    assert page.context["services"] == [service]
    assert (
        communications.get(address, {"asked": "giấy chưa vợ", "q": "thua"}).context["services"][0].title
        == "Tách thửa đất"
    )
    for _press in range(2):
        answer = communications.post(address, {"asked": "giấy chưa vợ", "language": "vi", "service": service.pk})
        assert answer.url == reverse("wagtailadmin_pages:edit", args=[service.pk])
    service.refresh_from_db()
    assert service.alt_names == "giấy độc thân"
    assert service.get_latest_revision_as_object().alt_names == "giấy độc thân\ngiấy chưa vợ"


def test_a_service_of_another_department_takes_no_name(client):
    other = make_service("Xác nhận tình trạng hôn nhân", department=make_department("Sở Tư pháp"))
    user = User.objects.create_user("bien-tap@example.vn", "x")
    user.groups.add(ensure_groups()[Role.TRANSLATORS])
    client.force_login(user)
    address = reverse("search_other_name")
    assert client.get(address, {"asked": "hôn nhân"}).context["services"] == []
    assert client.post(address, {"asked": "giấy", "service": other.pk}).status_code == 404
    assert client.get(reverse("search_asked")).status_code in (302, 403)
