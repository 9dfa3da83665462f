"""Offices are given and taken away in the admin, by administrators alone."""

import pytest
from django.test import Client
from django.urls import reverse

from accounts.second_factor import needs_mfa
from services.forms.models import Officer
from tests.builders_accounts import make_editor
from tests.builders_submissions import make_citizen, make_officer


@pytest.fixture
def administrator(province):
    client = Client()
    client.force_login(make_editor())
    return client


def give(client, user, role="officer", department=None):
    key = str(department.translation_key) if department else ""
    return client.post(reverse("officers:add"), {"email": user.email.upper(), "role": role, "department": key})


def test_an_administrator_gives_an_office_and_takes_it_away(administrator, province):
    user = make_citizen()
    assert give(administrator, user, department=province.health.department).status_code == 302
    office = Officer.objects.get(user=user)
    assert office.department_key == province.health.department.translation_key
    listed = administrator.get(reverse("officers:index")).content.decode()
    assert user.email in listed
    assert "Sở Y tế" in listed
    assert administrator.get(reverse("officers:edit", args=[office.pk])).status_code == 200
    administrator.post(reverse("officers:delete", args=[office.pk]))
    assert not Officer.objects.filter(user=user).exists()


def test_what_makes_no_sense_is_refused(administrator, province):
    user, department = make_citizen(), province.health.department
    assert give(administrator, user, role="supervisor", department=department).status_code == 200
    assert give(administrator, user, role="head").status_code == 200
    assert give(administrator, province.health.officer, department=department).status_code == 200
    user.is_active = False
    user.save()
    assert give(administrator, user, department=department).status_code == 200
    assert not Officer.objects.filter(user=user).exists()


def test_the_admin_shows_no_list_of_all_accounts(administrator):
    citizen = make_citizen("mot-cong-dan-nao-do")
    for place in ("officers:index", "officers:add"):
        assert citizen.email not in administrator.get(reverse(place)).content.decode()


@pytest.mark.parametrize("role", ["one_stop", "officer", "head", "supervisor"])
def test_officers_need_a_second_factor(province, role):
    assert needs_mfa(make_officer(role=role))
    assert not needs_mfa(make_citizen())


def test_account_of_an_officer_leads_to_the_desk_and_that_of_a_citizen_does_not(province):
    for user, leads in ((province.building.officer, True), (province.building.dossier.owner, False)):
        client = Client()
        client.force_login(user)
        page = client.get(reverse("account_overview")).content.decode()
        assert (f'href="{reverse("desk")}"' in page) is leads
