"""How the pages of filing look to people who see them differently, and what they cost."""

import pytest

from tests.e2e import submission
from tests.e2e.citizen import Citizen
from tests.e2e.test_design import MOST_BYTES
from tests.e2e.visitor import Visitor

EMAIL = "congdan2@example.vn"
MOST_REQUESTS = 12
SIZES = {"320px": (320, 16), "200%": (1280, 32)}
STEPS = ("owner", "plot", "request", "papers", "delivery")
PICTURED = {"request": "filing-step", "check": "filing-check", "receipt": "filing-receipt"}
"""Pages the README shows, by the names of their pictures."""


@pytest.fixture(scope="module")
def pages(browser, site_url, mail_folder):
    """Addresses of the pages of a draft that can be sent and of a dossier, and the cookies with which they open."""
    context = browser.new_context(base_url=site_url, locale="vi-VN")
    citizen = Citizen(Visitor(context.new_page()), mail_folder, language="vi", looks=["wide"])
    citizen.opens("submission_new", submission.SERVICES["vi"])
    citizen.logs_in(EMAIL)
    found = {"apply": f"{site_url}{citizen.address('apply', submission.SERVICES['vi'])}", "begin": citizen.page.url}
    found |= {"submissions": f"{site_url}/ho-so/", "tracking": f"{site_url}/tra-cuu/"}
    for filing in (True, False):
        citizen.opens("submission_new", submission.SERVICES["vi"])
        submission.presses_begin(citizen)
        draft = citizen.page.url
        submission.fills_in_at_once(citizen)
        if filing:
            citizen.fills({"declared": True})
            citizen.presses("Send the application")
            found |= {"receipt": citizen.page.url, "case": draft, "withdraw": f"{draft}rut/"}
    found |= {"tasks": draft, "check": f"{draft}kiem-tra/", "delete": f"{draft}xoa/"}
    found |= {step: f"{draft}buoc/{step}/" for step in STEPS}
    yield found, context.storage_state()
    context.close()


NAMES = ("apply", "begin", "submissions", "tracking", "receipt", "case", "withdraw", "tasks", "check", "delete", *STEPS)


@pytest.mark.parametrize("size", SIZES)
def test_nothing_is_cut_off_on_a_small_screen_or_in_large_print(open_as, pages, size):
    addresses, cookies = pages
    width, letters = SIZES[size]
    page = open_as(viewport={"width": width, "height": 720}, storage_state=cookies)
    sizes = {"fontSizes": {"standard": letters, "fixed": letters}}
    page.context.new_cdp_session(page).send("Page.setFontSizes", sizes)
    wider = {}
    for name in NAMES:
        page.goto(addresses[name])
        assert page.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)") == letters
        wider[name] = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert {name: pixels for name, pixels in wider.items() if pixels > 0} == {}


@pytest.mark.parametrize("name", NAMES)
def test_cold_page_stays_within_its_budget(open_as, pages, name):
    addresses, cookies = pages
    page = open_as(viewport={"width": 360, "height": 800}, storage_state=cookies)
    loaded, requests = [], []
    client = page.context.new_cdp_session(page)
    client.send("Network.enable")
    client.on("Network.requestWillBeSent", lambda event: requests.append(event["request"]["url"]))
    client.on("Network.loadingFinished", lambda event: loaded.append(event["encodedDataLength"]))
    page.goto(addresses[name], wait_until="networkidle")
    assert len(requests) <= MOST_REQUESTS
    assert sum(loaded) <= MOST_BYTES


def test_pages_the_readme_shows_have_no_fault(open_as, pages, pictures):
    addresses, cookies = pages
    visitor = Visitor(open_as(storage_state=cookies), pictures=pictures)
    for look in ("wide", "narrow"):
        visitor.looks(look)
        for name, picture in PICTURED.items():
            assert visitor.opens(addresses[name]) == 200
            visitor.takes_a_picture(picture)
            assert visitor.faults() == []
