"""What every test stands on: files in a temporary folder, and a database that is migrated once and then copied."""

import shutil
import time
from http import HTTPStatus
from typing import Any

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client, override_settings
from django.utils import timezone
from hypothesis import settings as hypothesis_settings
from xdist.scheduler import LoadScopeScheduling

from tests import garbage, instants, left_out, migrated_database, quick
from tests.scheduling import SharedScheduling, longest_first

hypothesis_settings.register_profile("untimed", deadline=None)
hypothesis_settings.load_profile("untimed")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--screenshots", action="store_true", help="write the README's pictures to docs/screenshots/")
    parser.addoption("--quick", action="store_true", help="one case of each test, and none of the long walks")
    parser.addoption("--at", help="run with the clock at that time in Việt Nam, e.g. 2026-12-31T23:30")
    parser.addoption("--rewrite-contract", action="store_true", help="write the golden answers of the API anew")
    parser.addoption("--summary", help="a file to write what was run, what was left out, and how long it took")


def pytest_configure(config: pytest.Config) -> None:
    """Tests of dates run at several hours, what is left out is written down, garbage is looked for less often."""
    for part in (garbage, instants, left_out):
        config.pluginmanager.register(part)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Put the longest first; of a quick run, leave out what takes long."""
    items[:] = longest_first(items)
    if config.getoption("--quick"):
        quick.choose(config, items)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> LoadScopeScheduling | None:
    """Unless told otherwise, hand tests out one by one."""
    return SharedScheduling(config, log) if config.getoption("dist") == "load" else None


@pytest.fixture
def travel(monkeypatch):
    """`travel("2026-11-20T16:40")` makes it that time in Việt Nam, until it is called again."""
    from tests.clocks import moment  # noqa: PLC0415 (the source root is on the path only now)

    return lambda text: monkeypatch.setattr(timezone, "now", lambda: moment(text))


@pytest.fixture(autouse=True)
def _clock(request):
    """What the computer's clock says; tests marked `clock` come with their instants.

    What is remembered for a while at one time would hold at an earlier one, too.
    """
    instant = getattr(request, "param", None) or request.config.getoption("--at")
    if instant is None:
        yield
        return
    cache.clear()
    with instants.at(instant):
        yield
    cache.clear()


@pytest.fixture(autouse=True)
def _references_are_found_where_they_are_asked_for(request):
    """Wagtail's index of who names whom takes two thirds of the time of making a page, and few tests ask it."""
    from wagtail import signal_handlers  # noqa: PLC0415 (applications are ready only now)

    switch = signal_handlers.reference_index_auto_update_disabled
    switch.value = request.node.get_closest_marker("references") is None
    yield
    switch.value = False


@pytest.fixture(scope="session", autouse=True)
def _client_goes_where_a_browser_is_led():
    """A form that could not be done is answered with a redirect to the page that shows it again: a test sees that page,
    unless it says `follow=False`."""
    post = Client.post

    def posted(self, path, *args, follow=None, **kwargs):
        answer = post(self, path, *args, follow=bool(follow), **kwargs)
        if follow is not None or answer.status_code != HTTPStatus.SEE_OTHER or "kept=" not in answer["Location"]:
            return answer
        return self.get(answer["Location"], headers=kwargs.get("headers"))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Client, "post", posted)
        yield


@pytest.fixture(scope="session", autouse=True)
def _who_is_logged_in_was_here_a_moment_ago():
    """As after the form of the log-in; otherwise the first page of every test would write that into the session."""
    login = Client._login

    def logged_in(self, user, backend=None):
        login(self, user, backend)
        session = self.session
        session["last_used"] = int(time.time())
        session.save()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Client, "_login", logged_in)
        yield


@pytest.fixture(scope="session", autouse=True)
def _files_in_a_temporary_folder(tmp_path_factory):
    folders = {name: str(tmp_path_factory.mktemp(name)) for name in ("media", "private", "messages")}
    with override_settings(
        MEDIA_ROOT=folders["media"], PRIVATE_ROOT=folders["private"], MESSAGE_FOLDER=folders["messages"]
    ):
        yield


def pytest_sessionstart(session: pytest.Session) -> None:
    """On SQLite, have the database made that every worker copies, before there are workers."""
    is_worker = hasattr(session.config, "workerinput")
    if connection.vendor == "sqlite" and not is_worker and not session.config.option.collectonly:
        migrated_database.make()


@pytest.fixture(scope="session")
def django_db_modify_db_settings(tmp_path_factory):
    """Start from a copy of the migrated database: migrating anew costs 12 seconds on SQLite, 30 on PostgreSQL."""
    if connection.vendor == "postgresql":
        connection.settings_dict["TEST"]["TEMPLATE"] = connection.settings_dict["NAME"]
    else:
        database = tmp_path_factory.mktemp("database") / "test.sqlite3"
        shutil.copy(migrated_database.path(), database)
        connection.settings_dict["TEST"]["NAME"] = str(database)


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """Plant the trunk of the page tree once: every test needs it, and it costs a third of a second."""
    from home.setup import ensure_trunk  # noqa: PLC0415 (applications are ready only now)

    with django_db_blocker.unblock():
        ensure_trunk()
