"""Nothing typed in the editors' area is lost: the log-in ends meanwhile, or somebody else saves the same page."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.staff import PASSWORD, Staff
from tests.e2e.stored import number_of, stored

pytestmark = pytest.mark.walk

ACCOUNT = "bientap.yte@example.vn"
SERVICE = "SELECT page_ptr_id FROM services_servicepage WHERE procedure_code = '{}' ORDER BY 1"
ENGLISH_PAGE = (
    "SELECT page_ptr_id FROM services_servicepage JOIN wagtailcore_page p ON p.id = page_ptr_id"
    " JOIN wagtailcore_locale l ON l.id = p.locale_id WHERE l.language_code = 'en' AND p.alias_of_id IS NULL"
)
LANGUAGE = (
    "UPDATE wagtailusers_userprofile SET preferred_language = ?"
    " WHERE user_id = (SELECT id FROM accounts_user WHERE email = ?)"
)
NEW = "Dịch vụ gửi ngay khi đang tự lưu"
TYPED, OF_ANOTHER = "Gõ khi phiên đăng nhập đã hết", "Người khác vừa sửa"
TYPED_AFTER = "Gõ sau khi đăng xuất ở thẻ kia"
SETTLED = 2_500
"""Milliseconds until Wagtail's script has seen the form as it was, and looks for changes."""
ENGLISH = ("", "services/?locale=vi", "pages/{}/edit/?rows=open", "huong-dan/", "reports/workflow/", "account/")


def logs_in(page: Page) -> None:
    page.locator("input[name=login]").fill(ACCOUNT)
    page.locator("input[name=password]").fill(PASSWORD)
    with page.expect_navigation():
        page.locator("input[name=password]").press("Enter")


def types(page: Page, words: str) -> None:
    page.bring_to_front()
    page.locator("#id_summary").fill(words)
    page.keyboard.press("Tab")


def test_what_is_typed_after_the_log_in_ended_is_saved_after_the_next(open_as, running_site):
    page = open_as()
    page.goto("/quan-tri/")
    number = number_of(running_site, SERVICE.format("1.003006"))

    logs_in(page)
    page.goto(f"/quan-tri/pages/{number}/edit/")
    page.wait_for_timeout(SETTLED)
    page.context.clear_cookies(name="sessionid")
    page.locator("#id_summary").fill(TYPED)
    page.keyboard.press("Tab")
    expect(page.locator("footer")).to_contain_text(
        "Phiên đăng nhập đã hết. Bấm nút lưu để đăng nhập lại", timeout=20_000
    )
    with page.expect_navigation():
        page.keyboard.press("Control+s")
    logs_in(page)
    expect(page.locator("main")).to_contain_text("nội dung đã nhập chưa được lưu")
    with page.expect_navigation():
        page.get_by_role("button", name="Gửi ngay").click()
    page.goto(f"/quan-tri/pages/{number}/edit/")
    expect(page.locator("#id_summary")).to_have_value(TYPED)


def test_who_types_while_another_saves_is_asked_before_anything_is_overwritten(staff, running_site):
    first, second = staff(ACCOUNT), staff("truyenthong@example.vn")
    edit = f"/quan-tri/pages/{number_of(running_site, SERVICE.format('2.000655'))}/edit/"
    first.opens(edit)
    first.page.wait_for_timeout(SETTLED)
    second.begins()
    second.takes_a_picture("communications-desk")
    second.opens(edit)
    second.page.locator("#id_summary").fill(OF_ANOTHER)
    second.leads_on(lambda: second.page.keyboard.press("Control+s"))
    first.page.locator("#id_summary").fill(TYPED)
    first.page.keyboard.press("Tab")
    expect(first.page.locator("footer")).to_contain_text("Lưu bây giờ sẽ ghi đè lên bản mới hơn.")
    first.unfolds("[name=action-submit]").click()
    asked = first.page.get_by_role("dialog").filter(has_text="Truyền thông đã lưu một bản mới")
    expect(asked.get_by_role("link", name="Xem bản mới nhất")).to_be_visible()
    expect(first.page.locator("#id_summary")).to_have_value(TYPED)
    second.opens(edit)
    expect(second.page.locator("#id_summary")).to_have_value(OF_ANOTHER)


def test_one_person_with_two_tabs_loses_nothing_and_is_told(open_as, running_site):
    first = open_as()
    first.goto("/quan-tri/")
    logs_in(first)
    second = first.context.new_page()
    edit = f"/quan-tri/pages/{number_of(running_site, SERVICE.format('1.014099'))}/edit/"
    for tab in (first, second):
        tab.goto(edit)
        tab.wait_for_timeout(SETTLED)
    types(first, "Lưu ở thẻ thứ nhất")
    with first.expect_navigation():
        first.keyboard.press("Control+s")
    types(second, TYPED)
    expect(second.locator("footer")).to_contain_text("Lưu bây giờ sẽ ghi đè lên bản mới hơn.")
    assert second.locator("footer").bounding_box()["height"] < 250, "the warning has room"
    second.keyboard.press("Control+s")
    asked = second.get_by_role("dialog").filter(has_text="Bạn đã lưu một bản mới ở cửa sổ khác")
    expect(asked.get_by_role("link", name="Xem bản mới nhất")).to_be_visible()
    with second.expect_navigation():
        asked.get_by_role("button", name="Lưu", exact=True).click()
    second.wait_for_timeout(SETTLED)  # it is another form now
    first.goto(edit)
    expect(first.locator("#id_summary")).to_have_value(TYPED)
    logs_out_and_in_again_while_somebody_types(first, second)
    with second.expect_navigation():
        second.get_by_role("button", name="Gửi ngay").click()
    second.goto(edit)
    expect(second.locator("#id_summary")).to_have_value(TYPED_AFTER)


def logs_out_and_in_again_while_somebody_types(first: Page, second: Page) -> None:
    first.goto("/tai-khoan/dang-xuat/")
    with first.expect_navigation():
        first.locator("main button[type=submit]").click()
    types(second, TYPED_AFTER)
    expect(second.locator("footer")).to_contain_text("Phiên đăng nhập đã hết.", timeout=20_000)
    first.goto("/quan-tri/")
    logs_in(first)
    second.bring_to_front()
    with second.expect_navigation():
        second.keyboard.press("Control+s")


def test_who_types_while_many_pages_are_changed_at_once_is_told_and_finds_both(staff, running_site):
    editor, other = staff(ACCOUNT), staff("truyenthong@example.vn")
    number = number_of(running_site, SERVICE.format("1.014101"))
    editor.opens(f"/quan-tri/pages/{number}/edit/")
    editor.page.wait_for_timeout(SETTLED)
    other.opens(f"/quan-tri/bulk/wagtailcore/page/change_fields/?id={number}&next=/quan-tri/services/")
    other.page.locator("[name=review_due_how]").select_option("set")
    other.page.locator("[name=review_due]").fill("31/12/2027")
    other.leads_on(other.page.get_by_role("button", name="Xem trước khi đổi").click)
    other.leads_on(other.page.locator("button[name=confirmed]").click)
    types(editor.page, TYPED)
    expect(editor.page.locator("footer")).to_contain_text("Lưu bây giờ sẽ ghi đè lên bản mới hơn.")
    expect(editor.page.locator("#id_summary")).to_have_value(TYPED)
    editor.page.locator("[data-side-panel-toggle=standing]").click()
    foot, panel = (editor.page.locator(part).bounding_box() for part in ("footer .th-change-note", ".form-side"))
    assert foot["x"] + foot["width"] <= panel["x"], "the foot ends where the panel begins"
    latest = editor.page.context.new_page()
    latest.goto(f"/quan-tri/pages/{number}/edit/")
    expect(latest.locator("#id_review_due")).to_have_value("31/12/2027")
    latest.close()


def test_a_button_pressed_while_a_new_page_is_being_kept_makes_no_second_one(staff, running_site):
    editor = staff(ACCOUNT)
    editor.begins()
    editor.leads_on(editor.page.get_by_role("link", name="Thêm dịch vụ").first.click)
    editor.page.wait_for_timeout(SETTLED)
    editor.page.locator("#id_official_name").fill(NEW)
    editor.page.locator("#id_title").fill(NEW)
    with editor.page.expect_request(lambda request: request.method == "POST" and "/add/" in request.url):
        editor.page.keyboard.press("Tab")
    submit = editor.page.locator("[name=action-submit]").first
    submit.evaluate("button => button.click()")
    editor.page.wait_for_url("**/quan-tri/pages/*/")
    expect(editor.page.get_by_text(f"Đã gửi trang “{NEW}” để duyệt").first).to_be_visible()
    made = stored(running_site, "SELECT 1 FROM wagtailcore_page WHERE title = ? AND alias_of_id IS NULL", NEW)
    assert len(made) == 1


@pytest.fixture
def in_english(staff, running_site) -> Iterator[Staff]:
    """The translator, for as long as the test runs with English as the language of the editors' area."""
    translator = staff("dich@example.vn")
    translator.opens("/quan-tri/account/")
    stored(running_site, LANGUAGE, "en", "dich@example.vn")
    yield translator
    stored(running_site, LANGUAGE, "", "dich@example.vn")


def test_who_works_in_english_meets_no_fault(in_english, running_site):
    number = number_of(running_site, ENGLISH_PAGE)
    for address in ENGLISH:
        assert in_english.opens(f"/quan-tri/{address.format(number)}") == 200, address
        expect(in_english.page.locator("html")).to_have_attribute("lang", "en")
