"""Back, Forward and a reload after a form with errors; a draft that cannot save itself says so and goes on."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.e2e import submission
from tests.e2e.citizen import Citizen
from tests.e2e.office import OfficeWorker
from tests.e2e.visitor import Visitor

EMAIL = "congdan2@example.vn"
PATIENCE = 15_000
SUBMIT = "main form[method=post] button[type=submit].govuk-button"
TYPED = "Nguyễn Thị Gõ Rồi"


@pytest.fixture
def visitor(open_as) -> Visitor:
    return Visitor(open_as())


@pytest.fixture
def step(open_as, mail_folder) -> Page:
    """The step about the owner in a new draft."""
    citizen = Citizen(Visitor(open_as()), mail_folder, language="vi", looks=["wide"])
    citizen.comes_logged_in(EMAIL)
    citizen.opens("submission_new", submission.SERVICES["vi"])
    submission.presses_begin(citizen)
    citizen.follows("Continue")
    submission.goes_on(citizen, submission.FILER)
    return citizen.page


def presses(page: Page) -> None:
    with page.expect_navigation():
        page.locator(SUBMIT).first.click()


def goes_away_and_back(page: Page, holds: Callable[[], None]) -> None:
    """The page with errors stays the same over a reload, Back, and Forward; none of them is an error of the browser."""
    wrong = page.url
    assert "kept=" in wrong
    holds()
    assert page.reload().status == 200  # type: ignore[union-attr]  # there is an answer
    holds()
    page.goto("/")
    for leads, expected in ((page.go_back, wrong), (page.go_back, wrong.split("?")[0]), (page.go_forward, wrong)):
        answer = leads()
        assert answer is None or answer.status == 200
        assert page.url.startswith(expected)
        if page.url == wrong:
            holds()


@pytest.mark.parametrize(
    ("path", "typed"),
    [
        ("/tai-khoan/dang-nhap/", {"login": "ai-do@example.vn", "password": "sai-mat-khau"}),
        ("/tai-khoan/dang-ky/", {"full_name": TYPED, "email": "x"}),
        ("/tra-cuu/", {"code": "H56.21-261122-0001", "pin": "AAAA AAAA"}),
    ],
)
def test_back_and_forward_for_whoever_is_not_logged_in(visitor, path, typed):
    page = visitor.page
    page.goto(path)
    for name, text in typed.items():
        page.fill(f"main [name={name}]", text)
    presses(page)

    def holds():
        assert page.locator("main [role=alert]").count() == 1
        first = next(iter(typed))
        assert page.input_value(f"main [name={first}]") == typed[first]
        secret = [name for name in typed if name in ("password", "pin")]
        assert not [name for name in secret if page.input_value(f"main [name={name}]")]

    goes_away_and_back(page, holds)


def test_back_and_forward_in_a_step(step):
    step.fill("[name=full_name]", TYPED)
    step.fill("[name=phone]", "không phải số")
    with step.expect_navigation():
        step.get_by_role("button", name="Lưu và tiếp tục", exact=True).first.click()

    def holds():
        assert step.locator(".govuk-error-summary").count() == 1
        assert step.input_value("[name=phone]") == "không phải số"

    goes_away_and_back(step, holds)


def test_back_and_forward_at_the_desk(open_as, mail_folder):
    officer = OfficeWorker(Visitor(open_as()), mail_folder, account="canbo1.xaydung", looks=["wide"])
    page = officer.page
    page.goto("/can-bo/tat-ca/?sort=newest")
    page.locator("tr[data-code] th a").first.click()
    page.get_by_role("link", name="Viết ghi chú nội bộ").click()
    page.fill("main textarea", " ")
    presses(page)
    goes_away_and_back(page, lambda: expect(page.locator(".govuk-error-summary")).to_have_count(1))


def test_whoever_has_to_wait_comes_back_to_the_form(visitor):
    """The page that says so is an address of its own too."""
    page = visitor.page
    page.goto("/tra-cuu/")
    for _time in range(22):
        page.goto("/tra-cuu/")
        page.fill("[name=code]", "H56.21-261122-0001")
        page.fill("[name=pin]", "AAAAAAAA")
        presses(page) if page.locator(SUBMIT).count() else None
    assert page.locator("h1").inner_text() == "Hãy chờ một chút"
    page.goto("/")
    assert page.go_back().status == 429
    page.go_back()
    assert page.input_value("[name=pin]") == ""


def unsaved(page: Page) -> None:
    expect(page.locator("[data-unsaved]")).to_contain_text("Chưa lưu được", timeout=PATIENCE)


def saved(page: Page) -> None:
    expect(page.locator("[data-saved]")).to_be_visible(timeout=2 * PATIENCE)
    expect(page.locator("[data-unsaved]")).to_be_empty()


def test_a_broken_connection_is_told_and_mended(step):
    step.route("**/buoc/owner/**", lambda route: route.abort())
    step.fill("[name=full_name]", TYPED)
    unsaved(step)
    step.unroute("**/buoc/owner/**")
    step.evaluate("window.dispatchEvent(new Event('online'))")
    saved(step)


def test_a_log_in_in_another_window_is_noticed_by_the_draft_that_saves_itself(step, open_as, mail_folder):
    other = step.context.new_page()
    step.context.clear_cookies(name=re.compile("session"))
    step.fill("[name=full_name]", TYPED)
    unsaved(step)
    citizen = Citizen(Visitor(other), mail_folder, language="vi", looks=["wide"])
    citizen.opens("account_login")
    citizen.logs_in(EMAIL)
    step.bring_to_front()
    step.evaluate("window.dispatchEvent(new Event('focus'))")
    saved(step)
    with step.expect_navigation():
        step.get_by_role("button", name=citizen.words("Save and come back later")).click()
    assert "kept=" not in step.url, "the token of the form is the new one"


@pytest.mark.parametrize("scripts", [True, False], ids=["script", "no-script"])
def test_what_was_typed_before_a_log_in_in_another_window_is_not_lost(open_as, mail_folder, scripts):
    visitor = Visitor(open_as(java_script_enabled=scripts), scripts=scripts)
    officer = Citizen(visitor, mail_folder, language="vi", looks=["wide"])
    officer.goes_to_log_in("canbo2.xaydung@example.vn")
    page = officer.page
    page.goto("/can-bo/tat-ca/?sort=newest")
    page.locator("tr[data-code] th a").first.click()
    page.get_by_role("link", name="Viết ghi chú nội bộ").click()
    page.fill("main textarea", TYPED)
    other = Citizen(Visitor(page.context.new_page(), scripts=scripts), mail_folder, language="vi", looks=["wide"])
    other.page.goto("/can-bo/")
    other.page.get_by_role("button", name="Đăng xuất").first.click()
    other.opens("account_login")
    other.logs_in("canbo2.xaydung@example.vn")
    presses(page)
    assert page.input_value("main textarea") == TYPED
    assert "Chưa được lưu" in page.locator(".portal-notice").first.inner_text()
    officer.judges("given-back")
    assert officer.faults == []
    presses(page)
    assert TYPED in page.locator("main").inner_text()
