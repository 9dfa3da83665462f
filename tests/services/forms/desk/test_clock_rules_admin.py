"""The rows of the clock in the admin: for administrators alone, and the last of a kind stays."""

import re
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
    index = admin_client.get(reverse("clock_rules:index")).content.decode()
    assert "tính lại từ đầu" in index
    assert not re.search(r">\s*(restart|staff|yes|no)\s*<", index), "stored values are said in words"


def test_what_is_said_comes_first_and_decides_how_it_is_said(admin_client):
    address = reverse("clock_rules:add")
    assert f'href="?key={ClockKey.RESUME}"' in admin_client.get(address).content.decode()
    form = admin_client.get(f"{address}?key=resume").content.decode()
    assert re.search(r'<option value="restart"[^>]*>tính lại từ đầu</option>', form)
    assert re.search(r'<option value="resume"[^>]* selected', form), "the kind that was chosen stays chosen"
    assert "Một số nguyên" in admin_client.get(f"{address}?key=intake_hours").content.decode()
    assert 'name="value"' not in admin_client.get(f"{address}?key=nothing").content.decode()


def test_a_stored_value_is_chosen_from_the_words_of_its_kind(admin_client):
    row = ClockRow.objects.get(key=ClockKey.CLOSING)
    address = reverse("clock_rules:edit", args=[row.pk])
    form = admin_client.get(address).content.decode()
    assert re.search(r'<option value="staff" selected[^>]*>cán bộ</option>', form)
    kept = {"key": row.key, "valid_from": row.valid_from, "certainty": row.certainty, "law": row.law}
    assert admin_client.post(address, kept | {"value": "automatic"}).status_code == 302
    row.refresh_from_db()
    assert (row.value, row.value_label) == ("automatic", "cổng tự động")
    refused = admin_client.post(address, kept | {"value": "nobody"})
    assert "Hãy chọn trong danh sách" in refused.content.decode()


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
