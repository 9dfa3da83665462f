"""How a service is met on a phone: the answer on the first screen, the next step in reach, the whole page on few."""

import pytest
from playwright.sync_api import Page

PERMIT = "/dich-vu/cap-giay-phep-xay-dung-moi-cong-trinh-cap-dac-biet-cap-i-cap-ii/"
"""33 papers of six cases, a title of three lines."""
LONGEST_TITLE = "/dich-vu/cap-giay-chung-nhan-an-toan-thuc-pham-cho-dich-vu-an-uong-san-xuat-thuc-pham-nganh-y-te/"
RESIDENCE, BIRTH = "/dich-vu/dang-ky-thuong-tru/", "/dich-vu/dang-ky-khai-sinh/"
CASE = "?truong-hop=doi-voi-cong-trinh-khong-theo-tuyen"
WIDTH, SCREEN = 360, 780
FRAME = 0.8
"""Screens of the head, the question whether the page helped, and the foot of every page."""
MOST = {PERMIT: 7, f"{PERMIT}nop-ho-so/{CASE}": 3.7, RESIDENCE: 7, "/dich-vu/yeu-cau-tro-giup-phap-ly/": 7}
"""Screens of a whole page on a phone."""
ABOVE_BAR = 713 - 100
"""Pixels of `main` that are seen at first on a phone, between the head and the bar at the foot."""
ANSWER_ENDS = "document.querySelector('.portal-answer__facts').getBoundingClientRect().bottom"
MAIN_STARTS = "document.querySelector('main').getBoundingClientRect().top"
MAIN_HEIGHT = "document.querySelector('main').getBoundingClientRect().height"
BAR = ".portal-answer__go--pressed"
COVERED = """() => {
  const seen = document.activeElement, box = seen.getBoundingClientRect();
  const bar = document.querySelector('.portal-answer__go--pressed');
  const isAround = seen.contains(bar) || bar.contains(seen);  // the body, where the page ends
  return box.bottom > bar.getBoundingClientRect().top + 1 && !isAround ? seen.outerHTML : '';
}"""


@pytest.fixture
def phone(open_as) -> Page:
    return open_as(viewport={"width": WIDTH, "height": SCREEN}, java_script_enabled=True)


def test_a_service_and_the_page_before_filing_are_short_on_a_phone(phone):
    heights = {}
    for path in MOST:
        phone.goto(path)
        heights[path] = phone.evaluate(MAIN_HEIGHT) / SCREEN + FRAME
    assert {path: height for path, height in heights.items() if height > MOST[path]} == {}


def test_the_whole_answer_stands_on_the_first_screen_of_a_phone(phone):
    ends = {}
    for path in (PERMIT, PERMIT + CASE, LONGEST_TITLE, RESIDENCE, BIRTH):
        phone.goto(path)
        ends[path] = phone.evaluate(f"{ANSWER_ENDS} - {MAIN_STARTS}")
    assert {path: end for path, end in ends.items() if end > ABOVE_BAR} == {}


def test_answer_and_button_stand_on_the_first_screen_of_a_desk(open_as):
    page = open_as(viewport={"width": 1280, "height": 800})
    page.goto(PERMIT)
    assert page.locator(".portal-answer__button").bounding_box()["y"] < 750


def test_the_next_step_is_in_reach_wherever_a_phone_has_scrolled_without_a_script(open_as):
    page = open_as(viewport={"width": WIDTH, "height": SCREEN}, java_script_enabled=False)
    page.goto(PERMIT)
    for _screen in range(3):
        box = page.locator(".portal-answer__button").bounding_box()
        assert SCREEN - 80 < box["y"] < SCREEN - 40
        assert box["height"] >= 48
        page.mouse.wheel(0, SCREEN)


def test_the_bar_hides_nothing_that_is_focused(phone):
    phone.goto(RESIDENCE)
    for _press in range(45):
        phone.keyboard.press("Tab")
        assert phone.evaluate(COVERED) == ""


@pytest.mark.parametrize(("width", "height", "is_bar"), [(320, 568, True), (640, 320, False), (1280, 800, False)])
def test_the_bar_keeps_to_windows_as_high_as_a_phone(open_as, width, height, is_bar):
    page = open_as(viewport={"width": width, "height": height})
    page.goto(RESIDENCE)
    position = page.locator(BAR).evaluate("bar => getComputedStyle(bar).position")
    assert (position == "fixed") is is_bar
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0


def test_forced_colours_keep_the_edge_of_the_bar(open_as):
    page = open_as(forced_colors="active", viewport={"width": WIDTH, "height": SCREEN})
    page.goto(RESIDENCE)
    assert page.locator(BAR).evaluate("bar => getComputedStyle(bar).borderTopStyle") == "solid"
