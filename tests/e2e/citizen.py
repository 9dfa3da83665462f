"""Somebody who files a dossier in a browser: what he reads, types and presses, and what he finds wrong."""

import re
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext, override
from playwright.sync_api import Locator, Page

from outbox.mailbox import Mail, newest
from tests.e2e.sessions import enter
from tests.e2e.visitor import Visitor

MAIL_SECONDS = 60
PASSWORD = "cau-lac-bo-ca-phe-chieu"
DEMO_PASSWORD = "thanh-hoa-demo"
DANGLING = """[...document.querySelectorAll('[aria-describedby]')]
    .flatMap(control => control.getAttribute('aria-describedby').split(' '))
    .filter(name => !document.getElementById(name))"""
"""What axe leaves to people: hints and errors a control names, but the page does not have."""
CODE = re.compile(r"\b\d{4}-\d{4}\b")


class Citizen:
    """Knows buttons and links by their words, fields by their names; every page is judged in the looks given."""

    def __init__(self, visitor: Visitor, mail_folder: Path, *, language: str, looks: Sequence[str]) -> None:
        self.visitor, self.mail_folder, self.language, self.looks = visitor, mail_folder, language, looks
        self.faults: list[str] = []
        self.seen: list[str] = []
        visitor.looks(looks[0])

    @property
    def page(self) -> Page:
        return self.visitor.page

    def words(self, text: str) -> str:
        """A text of the interface as it stands on his pages."""
        with override(self.language):
            return gettext(text)

    def address(self, name: str, *args: Any) -> str:
        with override(self.language):
            return reverse(name, args=args)

    def opens(self, name: str, *args: Any) -> int:
        """Go to a page by its name in the URL map; the status."""
        return self.visitor.opens(self.address(name, *args))

    def presses(self, text: str) -> None:
        """Press the first button with these words and be led on."""
        with self.page.expect_navigation():
            self.page.get_by_role("button", name=self.words(text), exact=True).first.click()

    def presses_named(self, name: str, value: str = "") -> None:
        """Press the button with this name, as those beside a file or a block have one."""
        exact = f"[value='{value}']" if value else ""
        with self.page.expect_navigation():
            self.page.locator(f"button[name='{name}']{exact}").click()

    def follows(self, text: str, *, within: str = "main") -> None:
        """Follow the first link with these words."""
        with self.page.expect_navigation():
            self.page.locator(within).get_by_role("link", name=self.words(text)).first.click()

    def fills(self, answers: Mapping[str, Any]) -> None:
        """Answer by field name: a value, one of several to choose, or files as (name, type, bytes)."""
        for name, value in answers.items():
            self._fill(self.page.locator(f"main [name='{name}']"), name, value)

    def _fill(self, field: Locator, name: str, value: Any) -> None:
        kind = field.first.evaluate("field => field.type")
        if kind in ("radio", "checkbox"):
            exact = f"[value='{value}']" if isinstance(value, str) else ""
            self.page.locator(f"main [name='{name}']{exact}").check()
        elif kind == "select-one":
            field.select_option(label=value)
        elif kind == "file":
            field.set_input_files([{"name": one, "mimeType": sort, "buffer": data} for one, sort, data in value])
        else:
            field.fill(value)

    def reads(self, text: str) -> bool:
        """Whether these words stand on the page, folded away or not."""
        return text in " ".join((self.page.locator("main").text_content() or "").split())

    def errors(self) -> list[str]:
        """The texts in the list of errors at the top of the page."""
        return self.page.locator("main .govuk-error-summary[role=alert] li").all_inner_texts()

    def judges(self, state: str) -> None:
        """Remember what is wrong with the page in every look, under the name of the state it is in."""
        self.seen.append(state)
        for look in self.looks:
            self.visitor.looks(look)
            self.faults += [f"{state}, {look}: {fault}" for fault in self.visitor.faults()]
        dangling = self.page.evaluate(DANGLING)
        self.faults += [f"{state}: describes itself by what is not there: {name}" for name in dangling]
        self.visitor.complaints.clear()
        self.visitor.looks(self.looks[0])

    def mail(self, to: str, containing: str) -> Mail:
        """The newest mail to that address with these words; the worker sends it in its own time."""
        until = time.monotonic() + MAIL_SECONDS
        while time.monotonic() < until:
            for mail in newest(self.mail_folder):
                if to in mail.to and containing in f"{mail.subject}\n{mail.text}":
                    return mail
            time.sleep(0.3)
        raise AssertionError(f"No mail to {to} with {containing!r} came within {MAIL_SECONDS} s")

    def signs_up(self, name: str, email: str) -> None:
        """From the page that asks for a log-in: open an account, type the code of the mail, be led back."""
        self.follows("Create an account")
        self.judges("sign-up")
        self.presses("Create an account")
        self.judges("sign-up-errors")
        self.fills({"full_name": name, "email": email, "password1": PASSWORD, "consent": True})
        self.presses("Create an account")
        self.judges("verify")
        code = CODE.search(self.mail(email, "").text)
        assert code
        self.fills({"code": code[0]})
        self.presses("Confirm")

    def comes_logged_in(self, email: str) -> None:
        """With the session of this account of the demo."""
        enter(self.page, email, lambda: self.goes_to_log_in(email))

    def goes_to_log_in(self, email: str) -> None:
        self.opens("account_login")
        self.logs_in(email)

    def logs_in(self, email: str, password: str = DEMO_PASSWORD) -> None:
        """Fill in the log-in that is open."""
        self.fills({"login": email, "password": password})
        self.presses("Log in")
