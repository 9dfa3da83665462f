"""An officer at the desk in a browser, with and without scripts, by mouse and by keyboard; no page has a fault."""

from collections.abc import Iterator

import pytest

from tests.e2e.test_accounts import KINDS, arrived, logs_in, press
from tests.e2e.visitor import Visitor

QUEUES = (
    *("moi", "qua-han-tiep-nhan", "cua-toi", "dang-giai-quyet", "sap-den-han", "qua-han", "cho-nguoi-nop"),
    *("cho-tra-ket-qua", "da-ket-thuc", "tat-ca"),
)
PEOPLE = {"desk": "canbo1.xaydung", "phone": "canbo2.xaydung", "phone-without-script": "lanhdao.xaydung"}
"""Each kind of visitor is somebody else, who takes a dossier of her own through the day."""


@pytest.fixture(params=KINDS)
def officer(request, browser, site_url) -> Iterator[Visitor]:
    """Somebody of the building department, logged in."""
    with arrived(request.param, browser, site_url) as visitor:
        logs_in(visitor, f"{PEOPLE[request.param]}@example.vn")
        yield visitor


def test_every_queue_is_sound(officer):
    for name in QUEUES:
        assert officer.opens(f"/can-bo/{name}/") == 200
        assert officer.faults() == [], name
    assert officer.opens("/en/desk/all/") == 200
    assert officer.faults() == []


def test_a_dossier_is_read_and_every_act_asks_soundly(officer):
    officer.opens("/can-bo/tat-ca/?sort=newest")
    with officer.page.expect_navigation():
        officer.page.locator("tr[data-code] th a").first.click()
    assert officer.faults() == []
    acts = officer.page.locator("section[aria-labelledby=acts] li a")
    addresses = [acts.nth(number).get_attribute("href") for number in range(acts.count())]
    assert addresses
    for address in addresses:
        officer.opens(address)
        assert officer.faults() == [], address
        press(officer)
        assert officer.page.locator("[role=alert]").count() == 1, address
        assert officer.faults() == [], address


def test_a_note_is_written_with_the_keyboard_alone(officer):
    officer.opens("/can-bo/tat-ca/")
    officer.page.locator("tr[data-code] th a").first.focus()
    officer.page.keyboard.press("Enter")
    officer.page.get_by_role("link", name="Viết ghi chú nội bộ").focus()
    officer.page.keyboard.press("Enter")
    officer.page.locator("main textarea").focus()
    officer.page.keyboard.type("Gọi lại cho người nộp")
    officer.page.keyboard.press("Tab")
    officer.page.keyboard.press("Enter")
    page = officer.page.locator("main")
    page.get_by_text("Gọi lại cho người nộp").first.wait_for()
    assert officer.faults() == []
