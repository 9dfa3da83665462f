"""Every state of every public page in every look: nothing in the console, no barrier, one heading, nothing cut off."""

import pytest
from django.core.management import call_command
from django.urls import resolve
from django.utils import translation

import home.urls
import search.urls
import services.urls
from core.http import language_of
from tests.e2e.states import BROKEN, STATES
from tests.e2e.visitor import LOOKS

PICTURED = {
    "home": "home",
    "services": "services",
    "service-level-3": "service",
    "levels": "levels",
    "departments": "departments",
    "department": "department",
    "search-found": "search",
}
"""States the README shows, by the names of their pictures."""
LEAST_STATES = 60
NOT_PAGES = {
    "services_feed",
    "notices_feed",
    "service_by_code",
    "fact_check",
    "fact_check_page",
    "search_useful",
    "search_suggestions",
}
"""Views that answer with a feed, lead on to a page, or open by a link with a mark alone."""
DARK_GROUND = "rgb(23, 20, 18)"


@pytest.fixture(scope="module")
def error_pages(tmp_path_factory):
    """The folder with the pages nginx answers with."""
    folder = tmp_path_factory.mktemp("error_pages")
    call_command("error_pages", folder, verbosity=0)
    return folder


@pytest.mark.parametrize("name", STATES)
def test_page_has_no_fault(visitor, error_pages, name):
    state = STATES[name]
    if name in BROKEN:
        answer = {"status": state.status, "path": error_pages / state.path.removeprefix("/error_pages/")}
        visitor.page.route("**/error_pages/**", lambda route: route.fulfill(**answer))
    status = visitor.opens(state.path)
    if state.act:
        status = state.act(visitor) or status
    assert status == state.status
    faults = []
    for look in LOOKS:
        visitor.looks(look)
        if name in PICTURED:
            visitor.takes_a_picture(PICTURED[name])
        faults += [f"{look}: {fault}" for fault in visitor.faults()]
        assert (visitor.ground() == DARK_GROUND) == (look == "dark")
    assert faults == []


def test_table_has_enough_states():
    assert len(STATES) >= LEAST_STATES
    assert len({(state.path, state.act) for state in STATES.values()}) == len(STATES)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_table_names_every_view_of_the_site_in_both_languages(language):
    with translation.override(language):
        paths = {state.path.partition("?")[0] for state in STATES.values() if state.status == 200}
        seen = {resolve(path).url_name for path in paths if language_of(path) == language}
    views = {view.name for part in (home, services, search) for view in part.urls.urlpatterns}
    assert views - seen - NOT_PAGES == set()
