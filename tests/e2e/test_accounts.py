"""An account in a browser: sign up, code from the mailbox, details, log out, log in; every state without a fault."""

import email
import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from email.policy import default
from itertools import count
from pathlib import Path

import pytest

from tests.e2e.citizen import DEMO_PASSWORD
from tests.e2e.sessions import enter
from tests.e2e.visitor import Visitor
from tests.markup import faults

WIDE, NARROW = 1280, 360
PASSWORD = "mot-mat-khau-dai-lam"
WAIT = 30
"""Seconds until the worker has sent a mail; it looks every few seconds."""

PATHS = {
    "vi": {"sign_up": "/tai-khoan/dang-ky/", "log_in": "/tai-khoan/dang-nhap/", "account": "/tai-khoan/",
           "profile": "/tai-khoan/ho-so-ca-nhan/", "forgotten": "/tai-khoan/quen-mat-khau/",
           "devices": "/tai-khoan/phien-dang-nhap/", "second": "/tai-khoan/xac-thuc-hai-lop/bat/",
           "close": "/tai-khoan/xoa/", "terms": "/tai-khoan/dieu-khoan/",
           "notifications": "/tai-khoan/thong-bao/"},
    "en": {"sign_up": "/en/account/sign-up/", "log_in": "/en/account/log-in/", "account": "/en/account/",
           "profile": "/en/account/profile/", "forgotten": "/en/account/forgotten-password/",
           "devices": "/en/account/devices/", "second": "/en/account/second-step/turn-on/",
           "close": "/en/account/close/", "terms": "/en/account/terms/",
           "notifications": "/en/account/notifications/"},
}  # fmt: skip
_numbers = count(1)


class PlainVisitor(Visitor):
    """Somebody whose browser runs no scripts, so that the accessibility checker cannot run in the page either."""

    def faults(self) -> list[str]:
        self.page.wait_for_load_state()  # a press may have led on, and the next page has no content yet
        overflow = self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        wide = [f"scrolls sideways by {overflow} px"] if overflow > 0 else []
        return [*self.complaints, *wide, *faults(self.page.content())]


KINDS = {
    "desk": (WIDE, True, Visitor),
    "phone": (NARROW, True, Visitor),
    "phone-without-script": (NARROW, False, PlainVisitor),
}


@contextmanager
def arrived(name: str, browser, site_url: str) -> Iterator[Visitor]:
    """One of KINDS in front of a browser of its own."""
    width, scripts, kind = KINDS[name]
    context = browser.new_context(
        base_url=site_url, viewport={"width": width, "height": 800}, locale="vi-VN", java_script_enabled=scripts
    )
    context.set_default_timeout(20_000)
    yield kind(context.new_page())
    context.close()


@pytest.fixture(params=KINDS)
def citizen(request, browser, site_url) -> Iterator[Visitor]:
    """Somebody at a desk, and on a phone with and without scripts."""
    with arrived(request.param, browser, site_url) as visitor:
        yield visitor


def logs_in(visitor: Visitor, email: str) -> None:
    """Somebody of the demo, from the page of the log-in or with the session that began there."""

    def walk() -> None:
        visitor.opens(PATHS["vi"]["log_in"])
        fill(visitor, login=email, password=DEMO_PASSWORD)
        press(visitor)

    enter(visitor.page, email, walk)


def code_for(address: str, folder: Path) -> str:
    """The code of the newest mail to an address."""
    for _ in range(WAIT * 2):
        for path in sorted(folder.glob("*"), key=lambda path: path.stat().st_mtime, reverse=True):
            for text in path.read_bytes().split(b"\n" + b"-" * 79 + b"\n"):
                mail = email.message_from_bytes(text, policy=default)
                found = re.search(r"\b\d{4}-\d{4}\b", mail.get_content()) if mail["To"] == address else None
                if found:
                    return found.group()
        time.sleep(0.5)
    pytest.fail(f"no mail to {address} within {WAIT} s")


def press(visitor: Visitor) -> None:
    """The main button of the form in the page."""
    with visitor.page.expect_navigation():
        visitor.page.locator("main form button.govuk-button:not(.govuk-button--secondary)").first.click()


def fill(visitor: Visitor, **values: str) -> None:
    for name, value in values.items():
        visitor.page.locator(f"main [name={name}]").fill(value)


def signs_up(citizen: Visitor, address: str, path: str) -> None:
    """First with nothing filled in, then as it should be."""
    citizen.opens(path)
    assert citizen.faults() == []
    press(citizen)
    assert citizen.page.locator(".govuk-error-summary[role=alert] a").count() == 4
    assert citizen.page.title().startswith(("Lỗi:", "Error:"))
    assert citizen.faults() == []
    fill(citizen, full_name="Lê Thị Nhi", email=address, password1=PASSWORD)
    citizen.page.locator("main [name=consent]").check()
    press(citizen)
    assert address in citizen.page.locator("main").inner_text()
    assert citizen.faults() == []


def confirms(citizen: Visitor, address: str, folder: Path) -> None:
    """First with a wrong code, then with the one from the mail."""
    fill(citizen, code="0000-0000")
    press(citizen)
    assert citizen.page.locator(".govuk-error-message").count() == 1
    assert citizen.faults() == []
    fill(citizen, code=code_for(address, folder))
    press(citizen)
    assert "Lê Thị Nhi" in citizen.page.locator("main").inner_text()
    assert citizen.faults() == []


def writes_details(citizen: Visitor, path: str) -> None:
    """First wrong numbers, then right ones."""
    citizen.opens(path)
    assert citizen.faults() == []
    fill(citizen, identification_number="123", phone="1")
    press(citizen)
    assert citizen.page.locator(".govuk-error-message").count() == 2
    assert citizen.faults() == []
    fill(citizen, identification_number="000 000 000 009", phone="0900 000 009")
    press(citizen)
    assert "000000000009" in citizen.page.locator("main").inner_text()
    assert citizen.page.locator(".portal-notice").count() == 1
    assert citizen.faults() == []


def is_led_to_a_number(citizen: Visitor, path: str) -> None:
    """Without a telephone number, how one is told is still a choice, and the page says what else there could be."""
    citizen.opens(path)
    assert citizen.page.locator("main [name=notify_about]").count() == 2
    assert citizen.page.locator("main [name=message_channels]").count() == 0
    assert citizen.page.locator("main .portal-callout a").count() == 1
    assert citizen.faults() == []


def chooses_notifications(citizen: Visitor, path: str) -> None:
    """Fewer mails, and messages to the telephone."""
    citizen.opens(path)
    assert citizen.faults() == []
    citizen.page.locator("main [name=notify_about][value=needed]").check()
    citizen.page.locator("main [name=message_channels][value=zalo]").check()
    press(citizen)
    assert citizen.page.locator(".portal-notice").count() == 1
    citizen.opens(path)
    assert citizen.page.locator("main [name=message_channels][value=zalo]").is_checked()
    assert citizen.faults() == []


def leaves(citizen: Visitor, path: str) -> None:
    """By the button in the header, to the page for logging in."""
    citizen.page.locator(".portal-person button").click()
    citizen.page.wait_for_url(f"**{path}")
    assert citizen.faults() == []


def comes_back(citizen: Visitor, address: str, path: str) -> None:
    """First with a wrong password, then with the right one."""
    fill(citizen, login=address, password="sai-mat-khau-roi")
    press(citizen)
    assert citizen.page.locator(".govuk-error-summary").count() == 1
    assert citizen.faults() == []
    fill(citizen, login=address, password=PASSWORD)
    press(citizen)
    citizen.page.wait_for_url(f"**{path}")


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_citizen_signs_up_writes_details_and_comes_back(citizen, mail_folder, language):
    paths = PATHS[language]
    address = f"moi-{time.time_ns()}-{next(_numbers)}@example.vn"
    signs_up(citizen, address, paths["sign_up"])
    confirms(citizen, address, mail_folder)
    is_led_to_a_number(citizen, paths["notifications"])
    writes_details(citizen, paths["profile"])
    chooses_notifications(citizen, paths["notifications"])
    leaves(citizen, paths["log_in"])
    comes_back(citizen, address, paths["account"])


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_other_pages_of_an_account_are_without_fault(citizen, language):
    paths, page = PATHS[language], citizen.page
    for name in ("terms", "forgotten"):
        assert citizen.opens(paths[name]) == 200
        assert citizen.faults() == []
    citizen.opens(paths["log_in"])
    fill(citizen, login="congdan1@example.vn", password="thanh-hoa-demo")
    press(citizen)
    assert citizen.opens(paths["devices"]) == 200
    assert citizen.faults() == []
    citizen.opens(paths["second"])
    assert citizen.faults() == []
    fill(citizen, password="thanh-hoa-demo")
    press(citizen)
    assert page.locator("main svg.portal-qr").is_visible()
    assert citizen.faults() == []
    fill(citizen, code="000000")
    press(citizen)
    assert page.locator(".govuk-error-message").count() == 1
    assert citizen.faults() == []
    assert citizen.opens(paths["close"]) == 200
    press(citizen)
    assert page.locator(".govuk-error-summary").count() == 1
    assert citizen.faults() == []
