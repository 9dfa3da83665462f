"""A change that was approved for the day a decree takes effect is public from midnight, and not before, in Chromium."""

import json
from datetime import datetime, timedelta
from urllib.parse import quote
from urllib.request import urlopen

import pytest
from playwright.sync_api import expect

from core.working_time import ZONE
from tests.e2e.answers import answers_of
from tests.e2e.staff import Staff

pytestmark = pytest.mark.walk

CHANGED = "Cấp lại chứng chỉ hành nghề dược bị mất hoặc hư hỏng"
REFUSED = "Cấp số tiếp nhận Phiếu công bố sản phẩm mỹ phẩm sản xuất trong nước"
NEW = "Xin cấp lại chứng chỉ đã mất; từ ngày mai trả trong ba ngày làm việc."
NEW_CODE = "1.999888"
THE_CLOCK = """
from datetime import datetime, timedelta
import time_machine
from django.utils import timezone
from core.working_time import ZONE
from outbox.publication import publish_and_withdraw
from services.models import ServicePage

midnight = timezone.localtime(timezone=ZONE).replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)
other = ServicePage.objects.live().exclude(procedure_code="").filter(locale__language_code="vi").last()
"""
A_SECOND_BEFORE = """
with time_machine.travel(midnight - timedelta(seconds=1), tick=False):
    publish_and_withdraw()
assert not ServicePage.objects.filter(summary=NEW).exists(), "public before its day"
"""
MEANWHILE = """
ServicePage.objects.filter(pk=other.pk).update(procedure_code=NEW_CODE, unique_code=f"vi:{NEW_CODE}")
"""
"""Another service was published under the code."""
A_SECOND_AFTER = """
with time_machine.travel(midnight + timedelta(seconds=1), tick=False):
    publish_and_withdraw()
"""
NIGHT = f"NEW, NEW_CODE = {NEW!r}, {NEW_CODE!r}\n" + THE_CLOCK + A_SECOND_BEFORE + MEANWHILE + A_SECOND_AFTER


def read(address: str) -> str:
    with urlopen(address) as answer:
        text: str = answer.read().decode()
    return text


def service(site_url: str, title: str) -> dict:
    found = json.loads(read(f"{site_url}/api/v2/services/?search={quote(title)}&fields=_,id,title"))
    number = next(item["id"] for item in found["items"] if item["title"] == title)
    known: dict = json.loads(read(f"{site_url}/api/v2/services/{number}/"))
    return known


def is_submitted_for_midnight(editor: Staff, number: int, field: str, words: str) -> None:
    """The editor changes a page and says from when it holds."""
    editor.opens(f"/quan-tri/pages/{number}/edit/")
    editor.page.locator(f"#id_{field}").fill(words)
    panel = editor.page.locator("[data-side-panel-toggle=status]").first
    if panel.get_attribute("aria-expanded") != "true":  # it stays as one left it
        panel.click()
    editor.page.locator("[data-a11y-dialog-show=schedule-publishing-dialog]:visible").first.click()
    tomorrow = datetime.now(ZONE).date() + timedelta(days=1)
    editor.page.locator("#id_go_live_at").fill(f"{tomorrow:%d/%m/%Y} 00:00")
    keep = editor.page.locator("#schedule-publishing-dialog button[type=submit]")
    keep.focus()  # the calendar of the field, which lies over it, goes
    editor.takes_a_picture("editor-schedule")
    editor.leads_on(lambda: keep.press("Enter"))
    editor.sends("button[name=action-submit]")


def is_approved(approver: Staff, title: str) -> None:
    approver.begins()
    waiting = approver.page.locator("section[aria-labelledby=my-work-waiting]")
    approver.leads_on(waiting.get_by_role("link", name=title).click)
    approver.sends("[data-workflow-action-name=approve]")


def shown(site_url: str, known: dict) -> dict[str, bool]:
    """Where outsiders meet the new words."""
    return {
        "page": NEW in read(known["meta"]["html_url"]),
        "api": service(site_url, known["title"])["summary"] == NEW,
        "search": NEW in answers_of(read(f"{site_url}/tim-kiem/?q={quote(known['title'])}")),
    }


def test_what_was_approved_is_public_from_midnight_and_what_was_refused_is_told(staff, running_site, site_url):
    editor, approver = staff("bientap.yte@example.vn"), staff("duyet.yte@example.vn")
    changed, refused = service(site_url, CHANGED), service(site_url, REFUSED)
    is_submitted_for_midnight(editor, changed["id"], "summary", NEW)
    is_submitted_for_midnight(editor, refused["id"], "procedure_code", NEW_CODE)
    is_approved(approver, CHANGED)
    is_approved(approver, REFUSED)

    nowhere = dict.fromkeys(shown(site_url, changed), False)
    assert shown(site_url, changed) == nowhere
    running_site.manage("shell", "-c", NIGHT)
    assert shown(site_url, changed) == dict.fromkeys(nowhere, True)
    assert service(site_url, REFUSED)["procedure_code"] == refused["procedure_code"]
    for person in (editor, approver):
        person.begins()
        told = person.page.locator("section[aria-labelledby=my-work-refused]")
        expect(told.get_by_role("link", name=REFUSED)).to_be_visible()
        expect(told.get_by_role("link", name=CHANGED)).to_have_count(0)
