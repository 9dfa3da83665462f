"""The index of editors' lists is built anew when how it reads words changed, and the database knows how full it is."""

from threading import Event

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page
from wagtail.search.models import IndexEntry

from accounts.models import User
from core.table_statistics import count_rows, count_rows_of_sqlite
from outbox.models import Routine
from outbox.schedule import run_due
from search import index_building
from search.models import IndexState, LexiconEntry
from tests.builders import make_service

pytestmark = pytest.mark.django_db

TITLE = "Cấp sổ đỏ"


def found(words="so do"):
    return [page.title for page in Page.objects.search(words)]


@pytest.fixture
def unread():
    """A service that the index has under other words, as one that an older version wrote."""
    service = make_service(TITLE)
    IndexEntry.objects.filter(object_id=str(service.pk)).delete()
    assert found() == []
    return service


def test_search_setup_builds_the_index_of_another_version_and_shows_how_far_it_is(unread, capsys):
    IndexState.objects.create(version="0.older", built_at="2026-01-01T00:00Z")
    call_command("search_setup")
    told = capsys.readouterr()
    assert (found(), "100%" in told.err) == ([TITLE], True)
    assert IndexState.objects.get().version == index_building.index_version()


def test_an_index_that_is_up_to_date_is_left_alone_unless_told_otherwise(unread):
    IndexState.objects.create(version=index_building.index_version(), built_at="2026-01-01T00:00Z")
    call_command("search_setup", verbosity=0)
    assert found() == []
    call_command("search_setup", force=True, verbosity=0)
    assert found() == [TITLE]


def test_what_is_gone_leaves_the_index(unread):
    IndexEntry.objects.create(content_type_id=unread.content_type_id, object_id="987654")
    call_command("search_setup", force=True, verbosity=0)
    assert not IndexEntry.objects.filter(object_id="987654").exists()


def test_the_worker_builds_what_an_upgrade_forgot(unread):
    with CaptureQueriesContext(connection) as asked:
        index_building.build_if_outdated()
    assert found() == [TITLE]
    with CaptureQueriesContext(connection) as asked:
        index_building.build_if_outdated()
    assert len(asked) == 1


def test_health_tells_whether_the_index_is_of_this_version():
    assert (index_building.check().ok, index_building.check().facts) == (True, {"is_current": False})
    call_command("search_setup", verbosity=0)
    assert index_building.check().facts == {"is_current": True}


def test_another_way_to_read_words_is_another_version(monkeypatch):
    before = index_building.index_version()
    monkeypatch.setattr(index_building, "ANALYZER_VERSION", 999)
    assert index_building.index_version() != before


def test_another_field_that_is_searched_is_another_version(monkeypatch):
    before = index_building.index_version()
    monkeypatch.setattr(Page, "search_fields", Page.search_fields[:-1])
    assert index_building.index_version() != before


def test_the_database_knows_how_many_rows_there_are():
    call_command("search_setup", force=True, verbosity=0)
    count_rows_of_sqlite()
    count_rows()
    table = "sqlite_stat1 WHERE tbl" if connection.vendor == "sqlite" else "pg_stats WHERE tablename"
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM {table} = 'wagtailcore_page'")  # noqa: S608 (one of two texts above)
        assert cursor.fetchone()[0] > 0


@pytest.mark.skipif(connection.vendor != "postgresql", reason="the planner of PostgreSQL")
def test_a_question_reads_neither_the_index_nor_the_pages_whole():
    service = make_service(TITLE)
    others = [IndexEntry(content_type_id=service.content_type_id, object_id=str(n)) for n in range(10_000, 30_000)]
    IndexEntry.objects.bulk_create(others, batch_size=5_000)
    count_rows()
    plan = Page.objects.search("so do").get_queryset().explain()
    assert "search_words" in plan
    assert "Seq Scan on wagtailsearch_indexentry" not in plan


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has no roles")
def test_the_portal_runs_as_a_role_that_may_create_nothing_and_without_extensions(client, capsys):
    editor = User.objects.create_superuser("role@example.vn")
    with connection.cursor() as cursor:
        cursor.execute("DROP EXTENSION IF EXISTS pg_trgm CASCADE; DROP EXTENSION IF EXISTS unaccent CASCADE")
        cursor.execute("SET LOCAL default_text_search_config = 'pg_catalog.english'; CREATE ROLE portal_reader")
        call_command("database_grants", "portal_reader")
        cursor.execute(capsys.readouterr().out.replace("BEGIN;", "").replace("COMMIT;", ""))
        cursor.execute("SET LOCAL ROLE portal_reader")
        cursor.execute("SELECT has_database_privilege(current_database(), 'CREATE')")
        assert cursor.fetchone() == (False,)
    make_service(TITLE)
    LexiconEntry.objects.create(phrases="bìa đỏ", targets="sổ đỏ")
    call_command("search_setup", force=True, verbosity=0)
    for address, words in (
        *(("/tim-kiem/?q=", "so do"), ("/tim-kiem/goi-y/?q=", "bia do"), ("/api/v2/services/?search=", "so do")),
        *(("/quan-tri/pages/search/?q=", "so d"), ("/quan-tri/choose-page/search/?q=", "sổ đ")),
    ):
        if address.startswith("/quan-tri/"):
            client.force_login(editor)
        answer = client.get(address + words)
        assert (answer.status_code, TITLE in _text(answer)) == (200, True), address
    run_due(Event())
    assert not Routine.objects.exclude(last_error="").exists()


def _text(answer):
    return answer.content.decode().replace("<mark>", "").replace("</mark>", "")
