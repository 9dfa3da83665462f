"""The buttons at the foot of an editor: what stands in front for whom, and what is told beside them."""

import pytest
from django.urls import reverse
from wagtail.models import Page

from accounts.models import User
from tests.builders import make_notice
from tests.builders_ownership import branch_groups, browser, make_communications, make_member, make_office, submit
from tests.markup import soup

pytestmark = [pytest.mark.django_db, pytest.mark.once]  # buttons are the same on every database


def actions_of(user: User, page: Page) -> tuple[list[str], str]:
    """The buttons at the foot of the editor in their order, and the words of the first one that can be seen."""
    shown = soup(browser(user).get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content)
    buttons = [button for button in shown.select("footer button[type=submit]") if not button.has_attr("hidden")]
    return [button.get("name", "save") for button in buttons], buttons[0].get_text(strip=True)


@pytest.mark.parametrize("kind", ["service", "notice"])
def test_who_cannot_publish_hands_in_first_and_who_can_finds_wagtails_order(kind):
    health = make_office("Sở Y tế", "Cấp phép")
    page, editor, approver = health.service, health.editor, health.approver
    if kind == "notice":
        page = make_notice()
        editor, approver = make_member(branch_groups(page)[0]), make_communications()
    assert actions_of(editor, page) == (["action-submit", "save"], "Gửi duyệt")
    names, _first = actions_of(approver, page)
    assert names[0] == "save"
    assert {"action-publish", "action-submit"} < set(names)
    step = submit(editor, page)
    assert actions_of(editor, page)[1] == "Trang bị khóa", "not the button that calls it off"
    step.task.specific.on_action(step, approver, "reject", comment="Ghi rõ hơn")
    assert actions_of(editor, page)[1] == "Gửi duyệt lại"


def test_a_page_the_gate_would_refuse_is_told_beside_the_button():
    health, construction = make_office("Sở Y tế", "Cấp phép"), make_office("Sở Xây dựng", "Cấp giấy phép")
    page = health.service
    address = reverse("publication_warning", args=[page.pk])
    assert browser(health.editor).get(address).content.strip() == b""
    page.official_name = ""
    page.save_revision(user=health.editor)
    told = soup(browser(health.editor).get(address).content)
    assert "Còn 1 điều phải sửa" in told.get_text()
    assert told.a["href"] == f"{reverse('wagtailadmin_pages:edit', args=[page.pk])}?problems=1"
    assert browser(construction.editor).get(address).status_code == 302
