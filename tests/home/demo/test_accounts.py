"""Accounts of the demo: each role may do its part and no more."""

import pytest

from accounts.models import Profile, User
from departments.models import DepartmentPage
from tests.home.demo.pages import vietnamese

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]


def test_accounts_of_each_role():
    for email in ("bientap", "duyet", "truyenthong", "dich", "quantri"):
        user = User.objects.get(email=f"{email}@example.vn")
        assert user.check_password("thanh-hoa-demo")
        assert user.has_perm("wagtailadmin.access_admin")


def test_citizens_of_the_demo_can_log_in_and_are_nobody_real(client):
    for number in (1, 2, 3):
        email = f"congdan{number}@example.vn"
        profile = Profile.objects.get(user__email=email)
        assert profile.identification_number.startswith("000")
        assert "Minh Họa" in profile.address
        assert not profile.user.has_perm("wagtailadmin.access_admin")
        answer = client.post("/tai-khoan/dang-nhap/", {"login": email, "password": "thanh-hoa-demo"})
        assert answer.url == "/tai-khoan/"
        client.post("/tai-khoan/dang-xuat/")


def test_staff_of_the_demo_log_in_without_a_code(client):
    answer = client.post("/tai-khoan/dang-nhap/", {"login": "bientap@example.vn", "password": "thanh-hoa-demo"})
    assert answer.url == "/tai-khoan/"
    assert client.get("/quan-tri/").status_code == 200


def test_an_editor_touches_only_the_own_department():
    editor = User.objects.get(email="bientap@example.vn")
    own = vietnamese(DepartmentPage).get(slug="so-xay-dung").permissions_for_user(editor)
    other = vietnamese(DepartmentPage).get(slug="so-y-te").permissions_for_user(editor)
    assert own.can_edit()
    assert own.can_add_subpage()
    assert not own.can_publish()
    assert not other.can_edit()


def test_an_approver_publishes_and_a_translator_submits():
    approver = User.objects.get(email="duyet@example.vn")
    assert vietnamese(DepartmentPage).get(slug="so-xay-dung").permissions_for_user(approver).can_publish()
    translator = User.objects.get(email="dich@example.vn")
    assert translator.has_perm("wagtail_localize.submit_translation")
    assert not translator.has_perm("core.change_portalsettings")
