"""The communes as pages: made at once from the official list, nothing invented, nothing made twice."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from wagtail.models import Page

from accounts.groups import ensure_groups
from departments.communes.official_list import official_communes
from departments.models import DepartmentGroups, DepartmentPage
from departments.ownership.page_owner import owner_key
from departments.ownership.sync import sync_departments
from services.forms.definition.administrative_units import wards_of
from tests.builders import make_department, make_service, translate
from tests.builders_communes import OWNER, make_communes
from tests.builders_ownership import make_member


def test_the_list_has_the_names_forms_have():
    communes = official_communes()
    assert sorted(one.name for one in communes) == sorted(wards_of("Thanh Hóa"))
    assert len({one.code for one in communes}) == len(communes) == 166
    assert sum(one.since is None for one in communes) == 21
    assert max(len(one.short_committee) for one in communes) <= 40


@pytest.mark.django_db
def test_pages_are_made_by_rule_in_every_language_and_once(admin_client):
    english = translate(make_department(OWNER, kind="ubnd_xa"), {OWNER: "Commune-level People’s Committees"})
    told = StringIO()
    call_command("load_communes", stdout=told)
    call_command("load_communes", stdout=told)
    assert [line.split()[0] for line in told.getvalue().splitlines()] == ["166", "0"]
    page = DepartmentPage.objects.get(area_code="14797", alias_of=None)
    assert (page.title, page.slug, page.area_name) == (
        "Ủy ban nhân dân phường Hạc Thành",
        "phuong-hac-thanh",
        "Phường Hạc Thành",
    )
    assert {page.address, page.phone, page.email, page.unit_code, page.functions} == {""}
    stand_in = page.get_translation(english.locale)
    assert stand_in.alias_of_id == page.pk
    assert stand_in.get_parent().pk == english.pk
    assert admin_client.get(f"/en{stand_in.get_url().removeprefix('/en')}").status_code == 302
    assert Page.find_problems() == ([], [], [], [], [])
    assert admin_client.get(f"/quan-tri/pages/{page.pk}/edit/").status_code == 200
    assert page.publication_problems() == []
    page.save_revision().publish()
    call_command("sync_locale_trees", verbosity=0)
    assert DepartmentPage.objects.communes().count() == 2 * 166


@pytest.mark.django_db
def test_without_a_department_for_all_communes_the_command_says_what_to_do():
    make_department("Sở Y tế")
    with pytest.raises(CommandError, match="make and publish one first"):
        call_command("load_communes")


@pytest.mark.django_db
def test_pages_of_communes_belong_to_the_groups_of_the_department_above_them():
    ensure_groups()
    owner, (commune,) = make_communes("Xã Sơn Thủy")
    sync_departments()
    groups = DepartmentGroups.objects.get()
    assert groups.department_key == owner.translation_key == owner_key(commune)
    editor, stranger = make_member(groups.editors), make_member(groups.editors)
    stranger.groups.clear()
    assert commune.permissions_for_user(editor).can_edit()
    assert not commune.permissions_for_user(stranger).can_edit()


@pytest.mark.django_db
def test_only_the_department_for_all_communes_takes_departments_below_it_and_communes_take_nothing():
    owner, (commune,) = make_communes("Xã Sơn Thủy")
    health = make_department("Sở Y tế")
    service = make_service("Đăng ký khai sinh", department=owner)
    assert DepartmentPage.can_create_at(owner)
    assert DepartmentPage.can_create_at(health.get_parent())
    assert not DepartmentPage.can_create_at(health)
    assert not DepartmentPage.can_create_at(commune)
    assert not health.can_move_to(commune)
    assert commune.can_move_to(owner)
    assert type(service).can_create_at(owner)
    assert not type(service).can_create_at(commune)
