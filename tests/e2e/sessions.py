"""People of the demo who are logged in already: each walks through the log-in once in a run and keeps the cookies."""

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page

COOKIES: dict[str, list[Any]] = {}
"""Account → the cookies after its log-in. Who is to log out walks in by the form, to a session of their own."""


def enter(page: Page, account: str, log_in: Callable[[], object]) -> None:
    """Take up the session of this account, or begin it by logging in."""
    if account in COOKIES:
        page.context.add_cookies(COOKIES[account])
        return
    log_in()
    COOKIES[account] = [*page.context.cookies()]


def enter_admin(page: Page, account: str) -> None:
    """Take up the session of somebody of the editors' area, or begin it at its door."""

    def log_in() -> None:
        page.goto("/quan-tri/")
        page.locator("input[name=login]").fill(account)
        page.locator("input[name=password]").fill("thanh-hoa-demo")
        page.locator("input[name=password]").press("Enter")
        page.wait_for_url("**/quan-tri/")

    enter(page, account, log_in)
