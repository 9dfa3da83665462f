"""Versions of the menus: who changed them when, what stood there, and one press makes it the menu again."""

import pytest
from django.urls import reverse
from wagtail.models import ModelLogEntry

from core.menu_versions import CHANGED
from core.models import PortalSettings
from tests.builders import make_guide
from tests.builders_ownership import browser, make_communications, make_office
from tests.forms import posted_setting
from tests.markup import soup

pytestmark = [pytest.mark.django_db, pytest.mark.once]


def change(client, **typed):
    chosen = PortalSettings.load()
    address = reverse("wagtailsettings:edit", args=["core", "portalsettings", chosen.pk])
    return client.post(address, posted_setting(chosen, **typed))


def test_each_change_of_the_menus_is_a_version_and_the_first_keeps_what_stood_before(client):
    guide, chosen = make_guide("Cách nộp"), PortalSettings.load()
    chosen.main_menu = [("entry", {"page": guide}), ("entry", {"address": "/a/", "label": "Mục cũ"})]
    chosen.save()
    keeper = browser(make_communications())
    assert change(keeper, organisation="Cơ quan khác").status_code == 302
    assert ModelLogEntry.objects.filter(action=CHANGED).count() == 1, "what stood there, and nothing of it changed"
    assert change(keeper, first_heading="Việc hay làm", **{"main_menu-count": "0"}).status_code == 302
    assert not PortalSettings.load().main_menu
    shown = soup(keeper.get(reverse("menu_versions")).content)
    newest, oldest = shown.select(".th-version")
    assert "truyen-thong" in newest.summary.get_text()
    assert "Việc hay làm" in newest.get_text()
    assert "Cách nộp · Mục cũ" in oldest.get_text()
    assert "truyen-thong" not in oldest.summary.get_text(), "what stood before is nobody's deed"
    guide.delete()
    told = keeper.post(
        reverse("menu_versions"), {"restore": oldest.find("button", {"name": "restore"})["value"]}, follow=True
    )
    assert "Bỏ 1 mục" in told.content.decode()
    menu = PortalSettings.load().main_menu
    assert [entry.value["label"] for entry in menu] == ["Mục cũ"]
    assert PortalSettings.load().first_heading == ""
    assert "Mục cũ" in client.get("/").content.decode()
    assert ModelLogEntry.objects.filter(action=CHANGED).count() == 3


def test_nobody_else_reads_or_takes_a_version():
    office = make_office("Sở Y tế", "Cấp phép phòng khám")
    change(browser(make_communications()), first_heading="Việc hay làm")
    for person in (office.editor, office.approver):
        client = browser(person)
        assert client.get(reverse("menu_versions")).status_code in (302, 403)
        oldest = ModelLogEntry.objects.filter(action=CHANGED).earliest("pk").pk
        client.post(reverse("menu_versions"), {"restore": oldest})
    assert PortalSettings.load().first_heading == "Việc hay làm"
