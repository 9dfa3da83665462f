"""Tracking with two codes: what it tells, what it keeps to itself, how often one may guess."""

import re

import pytest
from django.core import signing
from django.core.cache import cache

from services.forms.rules.workflow import State
from services.forms.slips.acknowledgement_data import LINK_SALT
from services.forms.submissions import tracking
from tests.builders_submissions import make_submission

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _no_earlier_tries():
    cache.clear()


def test_two_right_codes_tell_state_and_office(client):
    filed = make_submission(State.SUPPLEMENT)
    data = {"code": filed.code.lower(), "pin": tracking.format_tracking_code(tracking.tracking_code_of(filed)).lower()}
    page = client.post("/tra-cuu/", data).content.decode()
    assert filed.get_state_display() in page
    assert filed.agency_name in page
    assert "Nguyễn Thị Hoa" not in page
    assert "to-khai" not in page


SPELLINGS = {
    "blanks": (" ", str),
    "dots": (".", str),
    "dashes": ("–", str.lower),
    "none": ("", str),
    "wide": ("-", lambda text: "".join(chr(ord(sign) + 0xFEE0) for sign in text)),
    "letters": ("-", lambda text: text[:-4] + text[-4:].replace("0", "o")),
}


@pytest.mark.parametrize(("joint", "written"), SPELLINGS.values(), ids=SPELLINGS)
def test_codes_are_understood_however_they_are_typed(client, settings, joint, written):
    settings.SUBMISSION_MARK = "MINHHOA"
    filed = make_submission()
    typed = written(filed.code.replace("-", joint))
    pin = written(tracking.tracking_code_of(filed)) if joint != "-" else tracking.tracking_code_of(filed)
    page = client.post("/tra-cuu/", {"code": typed, "pin": f" {pin[:4]}-{pin[4:]}"}, follow=True).content.decode()
    assert filed.agency_name in page


def test_every_wrong_pair_is_answered_alike(client):
    filed = make_submission()
    wrong_pin = client.post("/tra-cuu/", {"code": filed.code, "pin": "AAAA AAAA"}).content.decode()
    wrong_code = client.post("/tra-cuu/", {"code": "H56-000000-0000", "pin": "AAAA AAAA"}).content.decode()
    token = re.compile(r'name="csrfmiddlewaretoken" value="\w+"|kept=[0-9a-f-]+')
    assert token.sub("", wrong_pin).replace(filed.code, "H56-000000-0000") == token.sub("", wrong_code)


def test_too_many_guesses_are_stopped(client):
    answers = [client.post("/tra-cuu/", {"code": f"H56-261122-{n:04}", "pin": "AAAAAAAA"}) for n in range(61)]
    assert answers[0].status_code == 200
    assert answers[-1].status_code == 429
    assert int(answers[-1]["Retry-After"]) > 0


def test_forged_sender_widens_nothing(client):
    for number in range(61):
        data = {"code": f"H56-261122-{number:04}", "pin": "AAAAAAAA"}
        last = client.post("/tra-cuu/", data, headers={"X-Forwarded-For": f"10.0.0.{number}"})
    assert last.status_code == 429


def test_scanned_code_is_filled_in_when_it_is_genuine(client):
    filed = make_submission()
    signed = signing.Signer(salt=LINK_SALT).sign(filed.code)
    assert f'value="{filed.code}"' in client.get("/tra-cuu/", {"ho-so": signed}).content.decode()
    assert filed.code not in client.get("/tra-cuu/", {"ho-so": f"{filed.code}:forged"}).content.decode()


def test_code_typed_on_another_page_is_filled_in_and_nothing_is_told_of_it(client):
    filed = make_submission()
    page = client.get("/tra-cuu/", {"code": filed.code}).content.decode()
    assert f'value="{filed.code}"' in page
    made_up = client.get("/tra-cuu/", {"code": "H56-000000-9999"}).content.decode()
    token = re.compile(r'name="csrfmiddlewaretoken" value="\w+"')
    assert token.sub("", page).replace(filed.code, "H56-000000-9999") == token.sub("", made_up)


def test_filled_in_code_is_text_and_no_longer_than_a_code(client):
    page = client.get("/tra-cuu/", {"code": '"><script>alert(1)</script>' + "9" * 500}).content.decode()
    assert "<script>alert" not in page
    assert "9" * 61 not in page
    assert "9" * 20 in page


def test_tracking_page_is_kept_by_nobody(client):
    response = client.get("/tra-cuu/")
    assert "no-store" in response["Cache-Control"]
    assert "csrfmiddlewaretoken" in response.content.decode()
