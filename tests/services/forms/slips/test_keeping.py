"""What is left of a slip when its dossier's time is over: that it was genuine, and nothing about a person."""

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils import translation

from services.forms.models import Slip, Submission
from services.forms.privacy import erasure, retention
from services.forms.rules.workflow import State
from tests.builders_accounts import make_citizen
from tests.builders_slips import extend, filed, perform, slips_of
from tests.builders_submissions import make_submission
from tests.markup import words

pytestmark = pytest.mark.django_db

REASON = "Không đúng thẩm quyền"


@pytest.fixture(autouse=True)
def _fresh():
    cache.clear()


def checked(slip):
    with translation.override("en"):
        answer = Client().get(reverse("slip_check", args=[slip.token]))
    assert answer.status_code == 200
    return words(answer.content)


def test_after_its_time_the_slip_is_still_genuine_and_about_nobody(settings):
    settings.RETENTION_YEARS = 0
    row = make_submission(State.NOT_ACCEPTED)
    slip = slips_of(row)[0]
    assert REASON in str(slip.payload)
    retention.apply_retention()
    slip = Slip.objects.get(pk=slip.pk)
    assert not Submission.objects.filter(pk=row.pk).exists()
    assert (slip.submission, slip.event, slip.payload, slip.issued_by, slip.number) == (None, None, {}, "", "")
    said = checked(slip)
    assert "This notice is genuine" in said
    assert "Notice of refusal to accept" in said
    assert "Sở Xây dựng" in said
    assert row.code not in said


def test_how_it_stood_is_kept_when_it_can_be_worked_out_no_more(travel, settings):
    travel("2026-11-20T09:00")
    settings.RETENTION_YEARS = 0
    row = extend(perform(filed(), "accept"))
    row = perform(row, "stop", reason="Không còn căn cứ")
    receipt, apology, stop = slips_of(row)
    travel("2026-11-21T09:00")
    retention.apply_retention()
    assert "The appointment on this notice holds no longer" in checked(receipt)
    assert "A newer notice was issued" in checked(apology)
    assert "This is the latest notice" in checked(stop)


def test_an_anonymised_dossier_keeps_its_slips_by_number_alone(settings):
    settings.ERASURE_OF_ENDED = "anonymise"
    owner = make_citizen()
    row = make_submission(State.NOT_ACCEPTED, owner=owner)
    slip = slips_of(row)[0]
    erasure.erase_person(owner, by=None)
    slip.refresh_from_db()
    assert (slip.submission_id, slip.number, slip.payload) == (row.pk, f"{row.code}/03", {})
    assert "This notice is genuine" in checked(slip)


def test_a_sheet_that_was_emptied_cannot_be_had(settings):
    row = make_submission(State.NOT_ACCEPTED)
    slip = slips_of(row)[0]
    client = Client()
    client.force_login(row.owner)
    address = reverse("submission_slip", args=[row.pk, slip.pk])
    assert client.get(address).status_code == 200
    Slip.objects.filter(pk=slip.pk).update(payload={})
    assert client.get(address).status_code == 404
    assert address not in client.get(reverse("submission", args=[row.pk])).content.decode()
