"""The rows of the clock in the admin: for administrators alone, and the last of a kind stays."""

from datetime import date

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from services.forms.models import ClockRow
from services.forms.rules.clock_values import ClockKey
from tests.builders_accounts import make_editor

pytestmark = pytest.mark.django_db


def test_an_administrator_adds_what_holds_from_a_day_on(admin_client):
    told = {"key": "request_days", "value": "5", "valid_from": "2027-01-01", "law": "nd-118-2025", "article": "Điều 7"}
    answer = admin_client.post(reverse("clock_rules:add"), told | {"certainty": "read", "service": "", "note": ""})
    assert answer.status_code == 302
    assert ClockRow.objects.get(valid_from=date(2027, 1, 1)).value == "5"
    wrong = admin_client.post(reverse("clock_rules:add"), told | {"certainty": "read", "value": "five"})
    assert wrong.status_code == 200
    assert "restart" in admin_client.get(reverse("clock_rules:index")).content.decode()


def test_the_last_row_of_a_kind_cannot_be_deleted(admin_client):
    last = ClockRow.objects.get(key=ClockKey.CLOSING)
    assert admin_client.post(reverse("clock_rules:delete", args=[last.pk])).status_code == 302
    assert ClockRow.objects.filter(pk=last.pk).exists()
    older = ClockRow.objects.filter(key=ClockKey.RESUME).earliest("valid_from")
    admin_client.post(reverse("clock_rules:delete", args=[older.pk]))
    assert not ClockRow.objects.filter(pk=older.pk).exists()


def test_nobody_else_may_see_them(client):
    editor = make_editor()
    editor.is_superuser = False
    editor.save()
    editor.groups.set(Group.objects.all())
    client.force_login(editor)
    assert client.get(reverse("wagtailadmin_home")).status_code == 200
    assert client.get(reverse("clock_rules:index")).status_code == 302
