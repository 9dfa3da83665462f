"""Accounts and roles in words: invited, given, taken, suspended; nobody raises themselves, one administrator stays."""

import pytest
from allauth.account.models import EmailAddress
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse

from accounts.models import User
from departments.staff.changes import ChangeRefused, set_roles, suspend
from departments.staff.roles import role_sets
from services.forms.models import AuditEntry
from tests.builders_accounts import PASSWORD, last_code, log_in, mails_to, make_editor
from tests.builders_ownership import browser, make_communications, make_office

pytestmark = pytest.mark.django_db

NEW = "Moi.Den@example.vn"


def every_role():
    return {role.name: role for one in role_sets() for role in one.roles}


def audited(action):
    return [entry.detail for entry in AuditEntry.objects.filter(action=f"staff.{action}").order_by("pk")]


def test_somebody_is_invited_chooses_a_password_and_edits_the_pages_of_their_department():
    office, administrator = make_office("Sở Y tế", "Cấp phép phòng khám"), make_editor()
    client = browser(administrator)
    editors = every_role()["Sở Y tế: biên tập"]
    page = client.get(reverse("staff_invite")).content.decode()
    assert "sửa trang và tệp của Sở Y tế" in page
    nobody = client.post(reverse("staff_invite"), {"email": NEW, "name": "Người Mới"})
    assert "Đánh dấu ít nhất một vai trò." in nobody.content.decode()
    client.post(reverse("staff_invite"), {"email": NEW, "name": "Người Mới", "roles": [editors.key]})
    user = User.objects.get(email="moi.den@example.vn")
    assert mails_to(user.email)[-1]["name"] == "invitation"
    assert audited("roles") == [{"account": user.pk, "given": [editors.key], "taken": []}]
    newcomer = Client()
    newcomer.post(reverse("account_reset_password"), {"email": NEW})
    newcomer.post(reverse("account_confirm_password_reset_code"), {"code": last_code(user.email)})
    newcomer.post(reverse("account_complete_password_reset"), {"password1": PASSWORD})
    log_in(newcomer := Client(), user)
    assert newcomer.get(reverse("wagtailadmin_pages:edit", args=[office.service.pk])).status_code == 200
    shown = client.get(reverse("staff_list"), {"q": "moi.den"}).content.decode()
    assert "Người Mới" in shown
    assert "bien-tap-" not in shown.partition("<table")[2]


def test_roles_are_given_and_taken_by_ticking_and_a_suspended_account_is_out_at_once():
    office, client = make_office("Sở Y tế", "Cấp phép phòng khám"), browser(make_editor())
    EmailAddress.objects.create(user=office.editor, email=office.editor.email, verified=True, primary=True)
    person = Client()
    log_in(person, office.editor)
    assert person.get(reverse("wagtailadmin_home")).status_code == 200
    address = reverse("staff_account", args=[office.editor.pk])
    roles = every_role()
    client.post(address, {"save": "1", "roles": [roles["Truyền thông"].key, roles["Biên dịch"].key]})
    assert {group.name for group in office.editor.groups.all()} == {"Truyền thông", "Biên dịch"}
    client.post(address, {"suspend": "1"})
    assert person.get(reverse("wagtailadmin_home"))["Location"].startswith(reverse("wagtailadmin_login"))
    assert "Đã tạm khóa" in client.get(address).content.decode()
    client.post(address, {"resume": "1"})
    assert User.objects.get(pk=office.editor.pk).is_active
    assert [entry.action for entry in AuditEntry.objects.order_by("pk")][-3:] == [
        "staff.roles",
        "staff.suspend",
        "staff.resume",
    ]
    gone = client.post(address, {"save": "1"})
    assert gone.url == reverse("staff_list")


def test_nobody_changes_their_own_roles_and_the_last_administrator_stays():
    administrator, other = make_editor(), make_editor()
    client = browser(administrator)
    client.post(reverse("staff_account", args=[administrator.pk]), {"save": "1"})
    assert User.objects.get(pk=administrator.pk).is_superuser
    make_communications()
    set_roles(other, [every_role()["Truyền thông"]], by=administrator)
    other.is_superuser = True  # as another administrator, who was one a moment ago, still has it in hand
    for deed in (lambda: suspend(administrator, by=other), lambda: set_roles(administrator, [], by=other)):
        with pytest.raises(ChangeRefused, match="cuối cùng"):
            deed()


def test_what_is_done_on_wagtails_own_screens_is_a_line_of_the_audit_too():
    helpers = Group.objects.create(name="Trợ lý")
    browser(make_editor()).post(reverse("wagtailusers_groups:edit", args=[helpers.pk]), {"name": "Trợ lý"})
    assert audited("stock") == [{"view": "wagtailusers_groups:edit"}]
