"""The editors' admin carries the portal's own name and mark, and leads nowhere else."""

import re

import pytest
from django.urls import reverse

from core.models import PortalSettings
from tests.builders_accounts import make_citizen

pytestmark = pytest.mark.django_db

SCREENS = (
    "wagtailadmin_home",
    "manual",
    "wagtailadmin_explore_root",
    "wagtailadmin_account",
    "wagtailusers_users:index",
)


def shown(client, name: str) -> str:
    answer = client.get(reverse(name))
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_name_and_mark_are_the_portals(admin_client):
    html = shown(admin_client, "wagtailadmin_home")
    assert re.search(r"<title>\s*Việc của tôi\s* - Cổng Dịch vụ công Thanh Hóa</title>", html)
    assert '<span class="th-brand__name">Cổng Dịch vụ công Thanh Hóa</span>' in html
    assert 'href="/static/icon' in html
    assert "favicon.ico" not in html
    assert 'href="/static/admin' in html


def test_another_province_is_named_as_it_calls_itself(admin_client):
    chosen = PortalSettings.load()
    chosen.name = "Cổng Dịch vụ công Minh Họa"
    chosen.save()
    html = shown(admin_client, "wagtailadmin_home")
    assert '<span class="th-brand__name">Cổng Dịch vụ công Minh Họa</span>' in html
    assert "- Cổng Dịch vụ công Minh Họa</title>" in html


def test_a_page_that_does_not_exist_is_the_portals_too(admin_client):
    answer = admin_client.get("/quan-tri/khong-co/")
    assert answer.status_code == 404
    html = answer.content.decode()
    assert "th-brand__name" in html
    assert "icon-wagtail" not in html


@pytest.mark.parametrize("name", SCREENS)
def test_no_screen_leads_out_of_the_portal(admin_client, name):
    html = re.sub(r"<noscript.*?</noscript>", "", shown(admin_client, name), flags=re.DOTALL)
    assert re.findall(r"https?://(?!127\.0\.0\.1|testserver|www\.w3\.org)[^\"'\s<\\]+", html) == []
    assert "Wagtail editor guide" not in html


def test_help_leads_to_the_manual(admin_client):
    html = shown(admin_client, "wagtailadmin_home")
    assert reverse("manual") == "/quan-tri/huong-dan/"
    assert html.count("/quan-tri/huong-dan/") >= 2, "from the menu and from beside the account"
    text = shown(admin_client, "manual")
    assert "<h2 id=" in text
    assert "**" not in text, "everything the manual uses of Markdown is read"


def test_without_the_manual_its_address_says_so(admin_client, settings, tmp_path):
    settings.EDITORS_MANUAL = tmp_path / "editors.md"
    assert admin_client.get(reverse("manual")).status_code == 404


def test_the_manual_is_for_those_who_keep_the_content(client):
    client.force_login(make_citizen())
    assert client.get(reverse("manual")).status_code == 302


def test_yes_and_no_in_lists_are_said_in_vietnamese(admin_client):
    html = shown(admin_client, "wagtailusers_users:index")
    assert re.search(r'w-sr-only">\s*Có\s*<', html)
    assert not re.search(r'w-sr-only">\s*True\s*<', html)


def test_the_admin_is_vietnamese_whatever_the_browser_prefers_and_offers_english(admin_client):
    html = admin_client.get(
        reverse("wagtailadmin_account"), headers={"accept-language": "en-US,en;q=0.9"}
    ).content.decode()
    assert '<html lang="vi"' in html
    assert re.findall(r'<option value="(\w*)"[^>]*>', html.split('name="locale-preferred_language"')[1])[:3] == [
        "",
        "en",
        "vi",
    ]
