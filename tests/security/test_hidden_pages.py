"""What nobody may see is named nowhere: a stranger reads every public place in both languages, feeds and API too."""

import re

import pytest
from django.core.cache import cache

from services.forms.submissions.contacts import whom_to_ask
from tests.api.world import restrict
from tests.builders import make_department, make_service, publish, trunk
from tests.builders_submissions import make_open_service, make_submission
from tests.security.hidden_world import build, crawl

pytestmark = [pytest.mark.django_db, pytest.mark.once]

NAMED = re.compile(r"[^<>\n]{0,60}zqzqz[ -]\w+[^<>\n]{0,30}", re.IGNORECASE)
HIDDEN = ("privdept", "draftdept", "privservice", "draftservice", "below", "privguide", "draftguide", "part", "form",
          "picture", "privnotice", "draftnotice")  # fmt: skip


def named(read: dict[str, str]) -> dict[str, set[str]]:
    """Where something hidden is named, and how; the address asked for may stand in its own answer."""
    found = {
        address: {one.strip() for one in NAMED.findall(text.replace(address, ""))} for address, text in read.items()
    }
    return {address: words for address, words in found.items() if words}


def test_nothing_private_or_unpublished_is_named_in_any_public_place():
    hidden = build()
    everything = " ".join(crawl("privservice", follows=False).values()).lower()
    assert [name for name in HIDDEN if f"zqzqz {name}" not in everything] == [], "read where these are named"

    hidden.hide()
    cache.clear()

    read = crawl("privservice")
    assert len(read) > 100
    assert named(read) == {}


def test_a_private_list_is_named_by_no_menu_no_way_down_and_no_feed(client):
    service = make_service("Thường", level=3)
    for index in (trunk().services, trunk().guidance, trunk().notices):
        index.title = f"Zqzqz {index.slug}"
        publish(index)
        restrict(index)
    cache.clear()
    read = crawl("thong", follows=False)
    read["service"] = client.get(service.get_url()).content.decode()
    assert "Thường" in read["service"]
    assert named(read) == {}


def test_the_owner_of_a_dossier_is_told_its_own_name_of_an_agency_but_nothing_its_private_page_says():
    service = make_open_service(department=make_department("Sở Tư pháp", phone="02373 111 222", address="12 Hạc Thành"))
    submission = make_submission(service=service)
    assert whom_to_ask(submission).phone == "02373 111 222"
    restrict(service.get_parent())
    told = whom_to_ask(submission)
    assert (told.name, told.phone, told.address) == ("Sở Tư pháp", "", "")
