"""Who reaches the screens that care for the portal: administrators all, communications their own, nobody else."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.test import Client
from django.urls import reverse

from accounts.models import User
from core.models import PortalSettings
from home.models import Banner, HomeSection, QuickLink
from outbox.models import LetterText
from tests.builders import trunk
from tests.builders_accounts import make_citizen, make_editor
from tests.builders_ownership import browser, make_communications, make_office, make_translator

pytestmark = pytest.mark.django_db

OF_COMMUNICATIONS, OF_ADMINISTRATORS = "communications", "administrators"
PRESSED = {
    "save": "1",
    "action-publish": "1",
    "roles": ["administrator"],
    "email": "ke.la@example.vn",
    "name": "Kẻ Lạ",
    "subject": "Đã nộp",
    "text": "{mã tra cứu} {địa chỉ tra cứu}",
    "title": "Đổi",
    "url": "https://example.vn",
}
"""What a form of any of them would send."""


def screens(user: User) -> dict[str, str]:
    """Address → who opens it; those about an account are about the person that asks."""
    home, settings = trunk().home, PortalSettings.load()
    group = user.groups.first() or Group.objects.create(name="Trợ lý")
    communications = (
        reverse("wagtailadmin_pages:edit", args=[home.pk]),
        reverse("wagtailsettings:edit", args=["core", "portalsettings", settings.pk]),
        reverse("letter_list"),
        reverse("letter_edit", args=["vi", "short/file"]),
        reverse("menu_versions"),
        reverse("letter_edit", args=["vi", "submissions/filed"]),
        reverse("wagtailsnippets_home_banner:add"),
        reverse("wagtailsnippets_home_quicklink:add"),
    )
    administrators = (
        reverse("staff_list"),
        reverse("staff_invite"),
        reverse("staff_account", args=[user.pk]),
        reverse("wagtailusers_users:index"),
        reverse("wagtailusers_users:edit", args=[user.pk]),
        reverse("wagtailusers_groups:edit", args=[group.pk]),
        f"/quan-tri/bulk/accounts/user/assign_role/?id={user.pk}",
    )
    return {**dict.fromkeys(communications, OF_COMMUNICATIONS), **dict.fromkeys(administrators, OF_ADMINISTRATORS)}


def facts() -> list[object]:
    return [
        *User.objects.order_by("pk").values_list("email", "is_superuser", "is_active", "groups__name"),
        *(model.objects.count() for model in (Banner, QuickLink, LetterText)),
        *HomeSection.objects.values_list("kind", "is_shown").order_by("pk"),
        len(PortalSettings.load().main_menu),
    ]


def test_each_screen_opens_for_those_it_is_for_and_nobody_else_changes_anything():
    office, administrator = make_office("Sở Y tế", "Cấp phép phòng khám"), make_editor()
    helpers = Group.objects.create(name="Người được giao quyền thêm tài khoản")
    helpers.permissions.add(*Permission.objects.filter(codename__in=("change_user", "add_user", "change_group")))
    office.approver.groups.add(helpers)
    people = {
        "editor": office.editor,
        "approver with rights on accounts": office.approver,
        "translator": make_translator(),
        "citizen": make_citizen(),
        "communications": make_communications(),
    }
    for name, person in people.items():
        client = browser(person)
        for address, whose in screens(person).items():
            opens = name == "communications" and whose == OF_COMMUNICATIONS
            assert (client.get(address).status_code == 200) is opens, f"{name} {address}"
            if not opens:
                before = facts()
                assert client.post(address, PRESSED).status_code in (302, 403, 405), f"{name} {address}"
                assert facts() == before, f"{name} {address}"
    client = browser(administrator)
    assert [address for address in screens(office.editor) if client.get(address).status_code != 200] == []
    assert [address for address in screens(office.editor) if Client().get(address).status_code != 302] == []
