"""How often an editor presses, typing apart, from the dashboard to what is submitted: never more than promised."""

import pytest
from playwright.sync_api import expect

from tests.e2e.new_service import TITLE, is_typed
from tests.e2e.presses import keeps_to_its_presses

pytestmark = pytest.mark.walk

FIELDS, ROWS = 63, 20
"""The median of the services of the demo."""
NEEDS_A_PAPER = "Đăng ký hành nghề khám bệnh, chữa bệnh"


def test_a_paper_with_its_name_and_originals_is_added(staff):
    editor = staff("bientap.yte@example.vn")
    editor.begins()
    editor.finds("dang ky hanh nghe kham benh", NEEDS_A_PAPER)
    editor.turns_to("Hồ sơ và phí")
    number = editor.page.locator("#id_documents-TOTAL_FORMS").input_value()
    editor.page.locator("#id_documents-ADD").click()
    editor.page.locator(f"#id_documents-{number}-name").fill("Bản cam kết hành nghề")
    editor.page.locator(f"#id_documents-{number}-originals").fill("1")
    editor.sends("button[name=action-submit]")
    keeps_to_its_presses(editor, "a paper is added")


def test_a_service_of_median_size_is_typed_and_pasted(staff):
    editor = staff("bientap.yte@example.vn")
    assert is_typed(editor) >= FIELDS
    keeps_to_its_presses(editor, "a service of 63 fields and 20 rows is made")
    editor.begins()
    editor.leads_on(editor.page.locator("section[aria-labelledby=my-work-sent]").get_by_role("link", name=TITLE).click)
    expect(editor.page.locator(".th-row")).to_have_count(ROWS)
