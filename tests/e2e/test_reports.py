"""Heads and supervisors at their reports, and a citizen who rates: no page has a fault, with scripts and without."""

from collections.abc import Iterator

import pytest

from tests.e2e.test_accounts import KINDS, arrived, logs_in
from tests.e2e.visitor import LOOKS, Visitor

HEAD = (
    "/can-bo/bao-cao/",
    "/can-bo/bieu-06a/",
    "/can-bo/bieu-07a/",
    "/can-bo/danh-gia/",
    "/en/desk/report/",
    "/en/desk/report-06a/",
)
SUPERVISOR = ("/can-bo/", "/can-bo/bao-cao/", "/can-bo/bieu-06a/", "/can-bo/bieu-07a/")


@pytest.fixture(params=KINDS)
def visitor(request, browser, site_url) -> Iterator[Visitor]:
    with arrived(request.param, browser, site_url) as somebody:
        yield somebody


@pytest.mark.parametrize(("email", "pages"), [("lanhdao.xaydung", HEAD), ("giamsat", SUPERVISOR)])
def test_every_report_is_sound(visitor, email, pages):
    logs_in(visitor, f"{email}@example.vn")
    for page in pages:
        assert visitor.opens(page) == 200
        for look in LOOKS:
            visitor.looks(look)
            assert visitor.faults() == [], f"{page} {look}"


def test_a_citizen_rates_with_the_keyboard_alone(visitor):
    logs_in(visitor, "congdan2@example.vn")
    visitor.opens("/ho-so/")
    rated = visitor.page.locator("tr[data-code]", has_text="Đã xử lý xong").or_(
        visitor.page.locator("tr[data-code]", has_text="Đã trả kết quả")
    )
    visitor.opens(rated.first.locator("a").first.get_attribute("href"))
    form = visitor.page.locator("section[aria-labelledby=rating] form")
    form.locator("input[type=radio]").first.focus()
    visitor.page.keyboard.press("Space")
    visitor.page.keyboard.press("Tab")
    visitor.page.keyboard.press("Control+A")  # another kind of visitor may have written something
    visitor.page.keyboard.type("Hướng dẫn rõ ràng")
    assert visitor.faults() == []
    visitor.page.keyboard.press("Tab")
    with visitor.page.expect_navigation():
        visitor.page.keyboard.press("Enter")
    assert visitor.page.get_by_text("rất hài lòng").first.is_visible()
    assert visitor.page.locator("section[aria-labelledby=rating] textarea").input_value() == "Hướng dẫn rõ ràng"
    assert visitor.faults() == []
    visitor.opens(visitor.page.locator("section[aria-labelledby=rating] form").get_attribute("action"))
    assert visitor.faults() == []
