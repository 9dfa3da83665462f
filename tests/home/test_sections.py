"""The blocks of the home page: the editors say which, where and under which words; a block that is off is gone."""

import pytest
from django.db import connection
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext

from home.models import HomePage, HomeSection
from services.models import ServicePage
from tests.builders import make_notice, make_service, publish, translate, trunk
from tests.markup import soup

pytestmark = pytest.mark.django_db


def shown(client, address="/") -> list[str]:
    return [one["aria-labelledby"] for one in soup(client.get(address).content).select("section.portal-band")]


def choose(home: HomePage, *kinds: str) -> None:
    """As the editor does: these blocks in this order, the others switched off after them."""
    rows = list(home.sections.all())
    for row in rows:
        row.is_shown = row.kind in kinds
        row.sort_order = kinds.index(row.kind) if row.is_shown else 99
    home.sections.set(sorted(rows, key=lambda row: row.sort_order))
    publish(home)


def test_blocks_stand_in_the_editors_order_and_one_that_is_off_is_gone_in_both_languages(client):
    make_service("Cấp hộ chiếu")
    make_notice("Nghỉ Tết")
    home = trunk().home
    translate(home, {})
    assert shown(client) == ["filing", "units", "departments", "figures", "news"]
    choose(home, "news", "figures")
    assert shown(client) == shown(client, "/en/") == ["news", "figures"]
    rows = list(home.sections.all())
    rows[0].heading, rows[0].introduction = "Tin mới", "Đọc trước khi đi."
    home.sections.set(rows)
    publish(home)
    assert "Đọc trước khi đi." in client.get("/").content.decode()
    assert "Tin mới" not in client.get("/en/").content.decode()
    home.sections.clear()
    publish(home)
    assert shown(client) == ["filing", "units", "departments", "figures", "news"]


def test_a_page_without_blocks_asks_nothing_for_them(client):
    make_service("Cấp hộ chiếu")
    home = trunk().home
    for kinds, is_asked in (("figures",), True), ((), False):
        choose(home, *kinds)
        with CaptureQueriesContext(connection) as queries:
            client.get("/")
        assert any(ServicePage._meta.db_table in query["sql"] for query in queries) is is_asked


def test_a_block_that_is_listed_twice_is_named_and_the_preview_shows_the_draft(client):
    home = trunk().home
    home.sections.add(HomeSection(kind="figures", locale=home.locale, sort_order=10))
    assert [problem.row for problem in home.publication_problems() if problem.field == "sections"] == [10]
    rows = list(home.sections.all())
    for row in rows:
        row.is_shown = row.kind == "units"
    home.sections.set(rows)
    answer = home.make_preview_request(RequestFactory().get("/"), "")
    bands = soup(answer.render().content).select("section.portal-band")
    assert [one["aria-labelledby"] for one in bands] == ["units"]
    assert "units" in shown(client)
    assert "figures" in shown(client)
