"""How the site looks to people who see it differently: enlarged, in forced colours, on paper, without a script."""

import io

import pytest
from pypdf import PdfReader

PAGES = {
    "home": "/",
    "services": "/dich-vu/?level=3",
    "service": "/dich-vu/dang-ky-thuong-tru/",
    "levels": "/muc-do/",
    "department": "/co-quan/so-xay-dung/",
    "former": "/co-quan/so-giao-thong-van-tai/",
    "guide": "/huong-dan/gioi-thieu-dich-vu-hanh-chinh-cong/",
    "missing": "/khong-co-trang-nay/",
    "home-en": "/en/",
}
KILOBYTE = 1024
MOST_BYTES = 100 * KILOBYTE
MOST_REQUESTS = 10
MOST_SCREENS = 6.5
"""Of the home page on a phone of 360 × 780; it was 18.7."""
MOST_OF_FOOTER = 400
"""Pixels of the footer on the same phone; they were 1,108."""
PRINTED = ["dang-ky-thuong-tru", "cap-dien-trung-ap-lien-thong-cho-cong-trinh-tren-2-000-kva", "dang-ky-khai-sinh"]
"""The services with the longest dossiers of up to 15 papers, and one of the shortest."""


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize(("width", "letters"), [(320, 16), (1280, 32)], ids=["320px", "200%"])
def test_nothing_is_cut_off_on_a_small_screen_or_in_large_print(open_as, name, width, letters):
    page = open_as(viewport={"width": width, "height": 720})
    sizes = {"fontSizes": {"standard": letters, "fixed": letters}}
    page.context.new_cdp_session(page).send("Page.setFontSizes", sizes)
    page.goto(PAGES[name])
    assert page.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)") == letters
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0


@pytest.mark.parametrize("name", PAGES)
def test_cold_page_stays_within_its_budget(open_as, name):
    page = open_as(viewport={"width": 360, "height": 800})
    loaded, addresses = [], []
    client = page.context.new_cdp_session(page)
    client.send("Network.enable")
    client.on("Network.requestWillBeSent", lambda event: addresses.append(event["request"]["url"]))
    client.on("Network.loadingFinished", lambda event: loaded.append(event["encodedDataLength"]))
    page.goto(PAGES[name], wait_until="networkidle")
    own = page.url.split("/", 3)[2]
    assert [address for address in addresses if f"//{own}/" not in address] == []
    assert len(addresses) <= MOST_REQUESTS
    assert sum(loaded) <= MOST_BYTES
    assert page.context.cookies() == []


@pytest.mark.parametrize("slug", PRINTED)
def test_service_prints_on_both_sides_of_one_sheet(open_as, slug):
    page = open_as()
    page.goto(f"/dich-vu/{slug}/")
    paper = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    text = " ".join(sheet.extract_text() for sheet in paper.pages)
    assert len(paper.pages) <= 2
    assert f"/dich-vu/{slug}/" in text.replace("\n", "")


def test_home_page_is_short_on_a_phone_and_its_footer_too(open_as):
    page = open_as(viewport={"width": 360, "height": 780})
    page.goto("/")
    height, footer = page.evaluate(
        "[document.documentElement.scrollHeight, document.querySelector('footer').offsetHeight]"
    )
    assert height <= MOST_SCREENS * 780
    assert footer <= MOST_OF_FOOTER
    track = page.locator("#track-code").bounding_box()
    assert track["y"] + track["height"] <= 780, "search and tracking stand in the first screen"


def test_every_icon_of_a_page_is_drawn(open_as):
    page = open_as(viewport={"width": 1280, "height": 800})
    page.goto("/")
    uses = "[...document.querySelectorAll('use')].map((use) => use.getAttribute('href'))"
    symbols = "[...document.querySelectorAll('symbol')].map((symbol) => '#' + symbol.id)"
    assert len(page.evaluate(uses)) > 20
    assert set(page.evaluate(uses)) == set(page.evaluate(symbols))


def test_menu_opens_and_leads_on_without_a_script(open_as):
    page = open_as(viewport={"width": 360, "height": 800}, java_script_enabled=False)
    page.goto("/")
    link = page.locator(".portal-menu a").first
    assert not link.is_visible()
    page.locator(".portal-menu__button").click()
    link.click()
    assert page.url.endswith("/dich-vu/")


@pytest.mark.parametrize("address", ["/", "/dich-vu/"])
def test_menu_stands_open_on_a_wide_screen_in_the_colours_of_the_bar(open_as, address):
    page = open_as(viewport={"width": 1280, "height": 800})
    page.goto(address)
    assert page.locator(".portal-menu a").first.is_visible()
    assert not page.locator(".portal-menu__button").is_visible()
    style = "(query) => getComputedStyle(document.querySelector(query)).backgroundColor"
    assert page.evaluate(style, ".portal-header__menu") == page.evaluate(style, ".portal-menu") == "rgba(0, 0, 0, 0)"
    assert page.locator(".portal-header__row").bounding_box()["height"] <= 72


def test_first_tab_leads_past_the_head_of_the_page(open_as):
    page = open_as(viewport={"width": 1280, "height": 800})
    page.goto("/muc-do/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#main"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_forced_colours_keep_what_our_colours_said(open_as):
    page = open_as(forced_colors="active", viewport={"width": 1280, "height": 800})
    page.goto("/dich-vu/?level=3")
    style = "([query, name]) => getComputedStyle(document.querySelector(query))[name]"
    assert page.evaluate(style, ["main .govuk-button", "borderTopStyle"]) == "solid"
    assert page.evaluate(style, ["main .portal-level", "borderTopStyle"]) == "solid"
    assert "underline" in page.evaluate(style, [".portal-menu [aria-current]", "textDecorationLine"])
