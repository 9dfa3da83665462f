"""How long the portal waits for its database: for a connection, for a machine that is gone, for one statement."""

import pytest
from django.db import OperationalError, connection, connections, transaction

from config.settings.base import database
from core.outages import outage_status
from core.statement_limit import limit_statements

POSTGRESQL = "postgres://portal@db/portal"


def test_connections_are_asked_whether_they_still_stand():
    told = database(POSTGRESQL)
    assert (told["CONN_MAX_AGE"], told["CONN_HEALTH_CHECKS"]) == (60, True)
    assert told["OPTIONS"] == {"connect_timeout": 5, "tcp_user_timeout": 30_000, "keepalives_idle": 30}


def test_the_address_may_say_otherwise():
    told = database(f"{POSTGRESQL}?conn_max_age=0&connect_timeout=2")
    assert (told["CONN_MAX_AGE"], told["OPTIONS"]["connect_timeout"]) == (0, 2)


@pytest.mark.parametrize(
    ("url", "options"),
    [
        (POSTGRESQL, "-c statement_timeout=7000"),
        (f"{POSTGRESQL}?options=-c%20work_mem%3D8MB", "-c statement_timeout=7000 -c work_mem=8MB"),
    ],
)
def test_only_pages_are_limited_and_by_what_is_set(settings, monkeypatch, url, options):
    settings.STATEMENT_SECONDS = 7
    told = database(url)
    monkeypatch.setattr(connections, "settings", {"default": told})
    monkeypatch.setattr(type(connections), "__iter__", lambda _self: iter(["default"]))
    limit_statements()
    assert told["OPTIONS"]["options"] == options


def test_sqlite_has_no_limit(monkeypatch):
    told = database("sqlite:////tmp/x.sqlite3")
    monkeypatch.setattr(connections, "settings", {"default": told})
    monkeypatch.setattr(type(connections), "__iter__", lambda _self: iter(["default"]))
    limit_statements()
    assert "options" not in told["OPTIONS"]


@pytest.mark.django_db
@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has no limit of statements")
def test_a_statement_that_took_too_long_is_an_outage():
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL statement_timeout = '20ms'")
        with pytest.raises(OperationalError) as ended, transaction.atomic():
            cursor.execute("SELECT pg_sleep(5)")
    assert outage_status(ended.value) == 503
