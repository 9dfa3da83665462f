"""A citizen chooses the case once, on the page of the service, and finds it in the draft, with and without scripts."""

from secrets import token_hex

import pytest

from tests.e2e import submission
from tests.e2e.citizen import Citizen
from tests.e2e.visitor import Visitor

SERVICE = "cap-giay-phep-xay-dung-moi-cong-trinh-cap-dac-biet-cap-i-cap-ii"
"""A service of the demo that asks one plain question; each of its six cases has papers of its own."""


@pytest.mark.parametrize("scripts", [True, False])
def test_the_case_chosen_on_the_page_is_answered_in_the_draft(open_as, mail_folder, scripts):
    page = open_as(java_script_enabled=scripts)
    citizen = Citizen(Visitor(page, scripts=scripts), mail_folder, language="vi", looks=["narrow"])
    citizen.visitor.opens(f"/dich-vu/{SERVICE}/")
    page.locator("#case > form").get_by_label("Theo tuyến", exact=False).last.check(force=True)
    page.locator("#case > form").get_by_label("Không theo tuyến", exact=False).check(force=True)
    citizen.presses("Show my part")
    assert page.url.endswith("?truong-hop=doi-voi-cong-trinh-khong-theo-tuyen#case")
    assert "Loại công trình: Đối với công trình không theo tuyến" in page.locator("#case").inner_text()

    page.locator("main a[href*='/nop-ho-so/']").first.click()
    assert "công trình không theo tuyến" in page.locator("#case").inner_text()
    page.locator("main a[href*='/ho-so/moi/']").first.click()
    citizen.signs_up(submission.NAME, f"mot-lan-{token_hex(4)}@example.vn")
    if page.locator("main input[type=radio]").count():
        page.locator("main input[type=radio]").first.check(force=True)
    submission.presses_begin(citizen)
    draft = page.url
    assert "Loại công trình" in page.locator("main").inner_text()
    page.goto(f"{draft}buoc/papers/")
    papers = page.locator("main").inner_text()
    assert "tín ngưỡng" not in papers.lower()
    page.goto(f"{draft}buoc/case/")
    assert page.locator("main input:checked").get_attribute("value") == "doi-voi-cong-trinh-khong-theo-tuyen"
