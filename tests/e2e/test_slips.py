"""Slips in a browser: from the desk to the sheet and to the page on which anybody checks it; no page has a fault."""

from tests.e2e.test_accounts import press
from tests.e2e.test_desk import officer  # noqa: F401 (the fixture)


def test_a_slip_is_had_at_the_desk_and_checked_by_anybody(officer):  # noqa: F811 (a fixture goes by its name)
    officer.opens("/can-bo/dang-giai-quyet/")
    officer.page.locator("tr[data-code] th a").first.click()
    slips = officer.page.locator("section[aria-labelledby=slips] li").first
    slips.wait_for()
    assert officer.faults() == []
    sheet, check = (slips.locator("a").nth(number).get_attribute("href") for number in (0, 1))
    for address in (sheet, officer.page.url.rstrip("/") + "/phieu-kiem-soat.pdf"):
        answer = officer.page.request.get(address)
        assert answer.status == 200
        assert answer.body().startswith(b"%PDF-")
    assert officer.opens(check) == 200
    assert officer.page.locator("main dl dd").count() == 4
    assert officer.faults() == []
    assert officer.opens(check.replace("/kiem-tra-phieu/", "/en/check-slip/")) == 200
    assert officer.faults() == []


def test_the_register_is_asked_for_and_a_wrong_period_is_said(officer):  # noqa: F811
    assert officer.opens("/can-bo/so-theo-doi/") == 200
    assert officer.faults() == []
    officer.page.locator("[name=since]").fill("2026-12-31")
    officer.page.locator("[name=until]").fill("2026-01-01")
    press(officer)
    assert officer.page.locator("[role=alert]").count() == 1
    assert officer.faults() == []
    assert officer.opens("/en/desk/register/") == 200
    assert officer.faults() == []
