"""An editor compares a page with its national record in Chromium: takes one fact, keeps another; no barrier."""

import pytest
from playwright.sync_api import expect

from tests.e2e.stored import stored
from tests.services.national.made_up import made_up, written

pytestmark = pytest.mark.walk

CODE = "2.002288"
SERVICE = "SELECT page_ptr_id FROM services_servicepage WHERE procedure_code = ? ORDER BY 1"
OWNER = """
    SELECT parent.id FROM wagtailcore_page AS parent
    JOIN wagtailcore_page AS page ON parent.path = substr(page.path, 1, length(page.path) - 4)
    JOIN services_servicepage AS service ON service.page_ptr_id = page.id
    WHERE service.procedure_code = ? ORDER BY parent.id
"""


@pytest.fixture
def _recorded(running_site, tmp_path):
    running_site.manage(
        "import_procedures", str(written(tmp_path, made_up("9.000001") | {"code": CODE})), "--verbosity=0"
    )


@pytest.mark.usefixtures("_recorded")
def test_an_editor_takes_one_fact_keeps_another_and_is_led_there_by_the_code(staff, running_site):
    editor = staff("bientap@example.vn")
    service, owner = (stored(running_site, question, CODE)[0][0] for question in (SERVICE, OWNER))

    assert editor.opens(f"/quan-tri/pages/{owner}/lay-tu-cong-quoc-gia/") == 200
    editor.page.locator("#code").fill("1.99")
    editor.leads_on(editor.page.get_by_role("button", name="Tạo bản nháp").click)
    expect(editor.page.locator("#code-fault")).to_be_visible()
    editor.meets_no_barrier()
    editor.page.locator("#code").fill(f" {CODE} ")
    editor.leads_on(editor.page.get_by_role("button", name="Tạo bản nháp").click)
    assert editor.page.url.endswith(f"/quan-tri/pages/{service}/cong-quoc-gia/")

    lines = editor.page.locator(".th-national tbody tr:has([type=radio])")
    before = lines.count()
    assert before > 2
    editor.meets_no_barrier()
    lines.nth(0).locator("[value^='take:']").check()
    lines.nth(1).locator("[value^='keep:']").check()
    editor.leads_on(editor.page.get_by_role("button", name="Ghi vào bản nháp").click)
    expect(lines).to_have_count(before - 2)
    expect(editor.page.locator("details li")).to_have_count(1)
    editor.takes_a_picture("national-record")

    editor.page.locator("details summary").last.click()
    editor.leads_on(editor.page.locator("details button").first.click)
    expect(lines).to_have_count(before - 1)
