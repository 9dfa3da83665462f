"""The words of slips: those in force on the day of issue; what was issued keeps its own."""

from datetime import date

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse

from accounts.groups import Role, ensure_groups
from services.forms.models import SlipTemplate
from services.forms.rules.slip_kinds import ISSUED, SlipKind
from services.forms.rules.transitions import TRANSITIONS
from services.forms.slips.paper import slip_pdf
from services.forms.slips.wording import built_in, wording_in_force
from tests.builders_accounts import make_editor
from tests.builders_slips import filed, missing, perform, slips_of, text_of

pytestmark = pytest.mark.django_db


def write(day, **words):
    words = {"title": "Giấy hẹn mới", "legal_basis": "Thông tư thử nghiệm", "opening": "Lời mở đầu mới"} | words
    return SlipTemplate.objects.create(kind=SlipKind.RECEIPT, in_force_from=day, **words)


@pytest.mark.parametrize("kind", list(SlipKind))
def test_a_new_installation_has_words_for_every_kind(kind):
    row = SlipTemplate.objects.get(kind=kind)
    assert row.title == built_in(kind).title
    SlipTemplate.objects.all().delete()
    assert wording_in_force(kind, date(2026, 11, 20)) == built_in(kind)


@pytest.mark.parametrize(
    ("day", "title"),
    [(date(2025, 12, 31), "Giấy tiếp nhận hồ sơ và hẹn trả kết quả"), (date(2026, 1, 1), "Một"),
     (date(2026, 6, 30), "Một"), (date(2026, 7, 1), "Hai")],
)  # fmt: skip
def test_the_words_of_the_day_hold(day, title):
    write(date(2026, 1, 1), title="Một")
    write(date(2026, 7, 1), title="Hai")
    assert wording_in_force(SlipKind.RECEIPT, day).title == title


def test_what_an_editor_writes_stands_on_the_next_slip_and_never_on_one_that_was_issued(travel):
    travel("2026-11-20T09:00")
    words = write(date(2026, 11, 1))
    slip = slips_of(perform(filed(), "accept"))[0]
    assert missing(slip, "GIẤY HẸN MỚI", "Lời mở đầu mới", "Thông tư thử nghiệm") == []
    before = text_of(slip_pdf(slip))
    words.opening = "Sửa lại"
    words.save()
    slip.refresh_from_db()
    assert text_of(slip_pdf(slip)) == before
    assert missing(slips_of(perform(filed(), "accept"))[0], "Sửa lại") == []


def test_every_kind_that_is_issued_has_a_transition_that_issues_it():
    assert {spec.slip for spec in TRANSITIONS.values() if spec.slip} | {SlipKind.RECEIPT} == ISSUED
    assert TRANSITIONS["accept"].slips(receipt=True, refused=False) == [SlipKind.RECEIPT]
    assert TRANSITIONS["begin"].slips(receipt=False, refused=False) == []
    assert TRANSITIONS["resolve"].slips(receipt=False, refused=False) == []
    assert TRANSITIONS["resolve"].slips(receipt=False, refused=True) == [SlipKind.REFUSAL]


def test_words_are_changed_in_the_admin(client):
    client.force_login(make_editor())
    row = SlipTemplate.objects.get(kind=SlipKind.REFUSAL)
    address = reverse("wagtailsnippets_service_forms_sliptemplate:edit", args=[row.pk])
    told = {
        "kind": "03",
        "in_force_from": "2026-01-01",
        "legal_basis": "Thông tư",
        "title": "Phiếu",
        "opening": "Xin báo",
    }
    assert client.get(address).status_code == 200
    assert client.post(address, told).status_code == 302
    row.refresh_from_db()
    assert (row.opening, row.in_force_from) == ("Xin báo", date(2026, 1, 1))


def test_the_communications_staff_may_change_them():
    rights = Permission.objects.filter(group=ensure_groups()[Role.COMMUNICATIONS]).values_list("codename", flat=True)
    assert {f"{act}_sliptemplate" for act in ("add", "change", "delete", "view")} <= set(rights)
    translators = Permission.objects.filter(group=ensure_groups()[Role.TRANSLATORS]).values_list("codename", flat=True)
    assert "change_sliptemplate" not in set(translators)
