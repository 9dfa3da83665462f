"""The editors' area keeps nobody out: axe, on the screens where people work."""

import json
from importlib.metadata import version
from pathlib import Path

import pytest

from tests.e2e.barriers import OF_WAGTAIL
from tests.e2e.stored import number_of

pytestmark = pytest.mark.walk

LONG = "SELECT page_ptr_id FROM services_servicepage WHERE procedure_code = '1.013236' ORDER BY 1"
SHORT = "SELECT page_ptr_id FROM services_servicepage WHERE procedure_code = '1.014102' ORDER BY 1"
FORM = "SELECT page_ptr_id FROM service_forms_serviceformpage ORDER BY length(steps) DESC, 1"
SCREENS = {
    "dashboard": "",
    "list of services": "services/?locale=vi",
    "long service": "pages/{service}/edit/#tab-ho_so_va_phi_le_phi",
    "service, rows open": "pages/{short}/edit/?rows=open",
    "form builder": "pages/{form}/edit/",
    "moderation": "reports/workflow/",
    "old pages": "reports/aging-pages/",
    "steps of moderation": "reports/workflow_tasks/",
    "who is touched": "pages/{service}/lien-quan/",
    "change notes": "pages/{service}/da-sua/",
    "manual": "huong-dan/",
    "accounts": "tai-khoan-vai-tro/",
    "a new account": "tai-khoan-vai-tro/moi/",
    "mails": "noi-dung-thu/",
    "a short message": "noi-dung-thu/vi/short/accept/dated/",
    "versions of the menus": "menu/cac-ban/",
    "translators' queue": "dich/?p=2",
    "groups": "groups/",
    "words of citizens": "snippets/search/lexiconentry/",
    "an entry of them": "snippets/search/lexiconentry/add/",
    "asked of the search": "tim-kiem/",
    "reception places": "snippets/departments/receptionplace/add/",
}
PICTURED = {"accounts": "administrator-accounts"}
"""Screens the manual shows, by the names of their pictures."""


def test_no_screen_has_a_barrier_that_wagtail_did_not_bring(staff, running_site):
    administrator = staff("quantri@example.vn")
    numbers = {
        name: number_of(running_site, question)
        for name, question in {"service": LONG, "short": SHORT, "form": FORM}.items()
    }
    for name, address in SCREENS.items():
        assert administrator.opens(f"/quan-tri/{address.format(**numbers)}") == 200, name
        administrator.page.locator("#wagtail-sidebar nav").first.wait_for()
        administrator.meets_no_barrier()
        if name in PICTURED:
            administrator.takes_a_picture(PICTURED[name])


def test_what_is_excused_is_found_on_a_stock_wagtail_of_the_versions_installed():
    measured = json.loads(Path(__file__).with_name("stock_barriers.json").read_text(encoding="utf-8"))
    installed = {package: version(package) for package in measured["versions"]}
    assert measured["versions"] == installed, "measure anew: make stock-barriers"
    assert {rule: sorted(selectors) for rule, selectors in OF_WAGTAIL.items()} == measured["found"]


def test_a_reader_without_an_account_meets_no_barrier(staff, running_site):
    editor = staff("quantri@example.vn")
    editor.opens(f"/quan-tri/pages/{number_of(running_site, LONG)}/kiem-tra/")
    editor.page.locator("[name=reader]").fill("Luật sư Minh Họa")
    editor.leads_on(editor.page.locator("button[name=make]").click)
    editor.takes_a_picture("fact-check-links")
    editor.meets_no_barrier()
    address = editor.page.locator("[id^=address-]").first.input_value()
    assert editor.opens(address) == 200
    editor.takes_a_picture("fact-check-reader")
    editor.meets_no_barrier()
