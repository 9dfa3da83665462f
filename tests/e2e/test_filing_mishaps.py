"""What goes wrong while somebody files: two presses, two windows, a log-in that ran out. Nothing typed is lost."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.e2e import submission
from tests.e2e.citizen import Citizen
from tests.e2e.visitor import Visitor

EMAIL = "congdan1@example.vn"
PATIENCE = 15_000
TYPED = {
    "full_name": submission.NAME,
    "date_of_birth_day": "5",
    "date_of_birth_month": "9",
    "date_of_birth_year": "1999",
    "identity_paper": " ",
    "identification_number": "038199012345",
    "phone": "0912345678",
    "address-province": "Thanh H",
    "address-ward": submission.WARD,
    "address-street": "12 Lê Lợi",
}
"""Field by field what is typed; a blank presses a choice, the first letters choose from a list."""
MOST_TABS = 4
SAVED = "[data-saved]:not([hidden])"


@pytest.fixture
def arrive(open_as, mail_folder) -> Callable[..., Citizen]:
    """A citizen of the demo at a desk, logged in, before the choice of an agency."""

    def arrived(*, scripts: bool = True) -> Citizen:
        visitor = Visitor(open_as(java_script_enabled=scripts), scripts=scripts)
        citizen = Citizen(visitor, mail_folder, language="vi", looks=["wide"])
        citizen.comes_logged_in(EMAIL)
        citizen.opens("submission_new", submission.SERVICES["vi"])
        return citizen

    return arrived


@pytest.fixture
def citizen(arrive) -> Citizen:
    return arrive()


@pytest.fixture
def draft(citizen) -> Page:
    """The step about the owner, in a draft in which only the first step is done."""
    submission.presses_begin(citizen)
    citizen.follows("Continue")
    submission.goes_on(citizen, submission.FILER)
    return citizen.page


@pytest.mark.parametrize("scripts", [True, False], ids=["script", "no-script"])
def test_pressed_twice_and_again_after_going_back_it_is_one_dossier(arrive, scripts):
    citizen = arrive(scripts=scripts)
    citizen.opens("submissions")
    before = citizen.page.locator("tr[data-code]").count()
    citizen.opens("submission_new", submission.SERVICES["vi"])
    submission.presses_begin(citizen)
    submission.fills_in_at_once(citizen)
    check = citizen.page.url
    citizen.fills({"declared": True})
    citizen.page.get_by_role("button", name=citizen.words("Send the application")).dblclick()
    citizen.page.wait_for_url("**/bien-nhan/")
    code = citizen.page.locator("data#submission-code").get_attribute("value")
    citizen.page.emulate_media(media="print")
    assert citizen.page.locator("data#submission-code").evaluate("it => getComputedStyle(it).color") == "rgb(0, 0, 0)"
    citizen.page.emulate_media(media="screen")
    citizen.page.go_back()
    citizen.page.goto(check)
    assert code in citizen.page.locator("main").inner_text()
    citizen.opens("submissions")
    assert citizen.page.locator("tr[data-code]").count() == before + 1


def test_a_step_is_filled_in_with_the_keyboard_alone(citizen, draft):
    draft.locator("[name=full_name]").focus()
    for name, typed in TYPED.items():
        reaches(draft, name)
        draft.keyboard.type(typed)
    with draft.expect_navigation():
        draft.keyboard.press("Enter")
    assert draft.url.endswith("/buoc/plot/"), citizen.errors()


def reaches(page: Page, name: str) -> None:
    """Tab on, past few other fields, until the field with this name has the focus."""
    for _ in range(MOST_TABS):
        if page.evaluate("document.activeElement.name") == name:
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"{name} is not reached within {MOST_TABS} tabs")


def test_errors_take_the_focus_and_lead_to_their_fields(citizen, draft):
    draft.locator("[name=full_name]").fill("")
    citizen.presses("Save and continue")
    assert draft.evaluate("document.activeElement.className") == "govuk-error-summary"
    draft.keyboard.press("Tab")
    draft.keyboard.press("Enter")
    assert draft.evaluate("document.activeElement.name") == "full_name"


def test_draft_saves_itself_and_can_still_be_sent_by_hand(citizen, draft):
    draft.locator("[name=full_name]").fill("Nguyễn Văn Tự Lưu")
    expect(draft.locator(SAVED)).to_be_visible(timeout=PATIENCE)
    other = draft.context.new_page()
    other.goto(draft.url)
    assert other.locator("[name=full_name]").input_value() == "Nguyễn Văn Tự Lưu"
    other.close()
    submission.goes_on(citizen, submission.OWNER)
    assert draft.url.endswith("/buoc/plot/")


def test_what_was_typed_in_an_old_window_still_stands_there(citizen, draft):
    old, step = draft.context.new_page(), draft.url
    old.goto(step)
    submission.goes_on(citizen, {**submission.OWNER, "full_name": "Cửa sổ mới"})
    old.locator("[name=full_name]").fill("Cửa sổ cũ")
    button = old.get_by_role("button", name=citizen.words("Save and come back later"))
    with old.expect_navigation():
        button.click()
    assert old.locator("main [role=alert]").count() > 0
    assert old.locator("[name=full_name]").input_value() == "Cửa sổ cũ"
    with old.expect_navigation():
        button.click()
    draft.goto(step)
    assert draft.locator("[name=full_name]").input_value() == "Cửa sổ cũ"


def test_answers_posted_after_the_login_ran_out_are_given_back(citizen, draft):
    step = draft.url
    draft.context.clear_cookies(name=re.compile("session"))
    citizen.fills({**submission.OWNER, "full_name": "Người Hết Phiên"})
    citizen.presses("Save and continue")
    assert "/dang-nhap/" in draft.url
    citizen.logs_in(EMAIL)
    assert draft.url.startswith(step)
    assert draft.locator("[name=full_name]").input_value() == "Người Hết Phiên"
    citizen.judges("step-given-back")
    submission.goes_on(citizen, {})
    assert draft.url.endswith("/buoc/plot/")
    assert citizen.faults == []


def test_draft_is_deleted_only_after_being_asked(citizen, draft):
    overview = draft.url.split("buoc/", maxsplit=1)[0]
    draft.goto(overview)
    citizen.follows("Delete this draft")
    citizen.judges("delete")
    citizen.presses("Delete it")
    assert draft.goto(overview).status == 404
    assert citizen.faults == []
