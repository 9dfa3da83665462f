"""Tracking with code and tracking code, and what somebody learns who has neither."""

from collections import Counter
from uuid import UUID, uuid4

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from core.limits import LimitReached
from services.forms import actions
from services.forms.rules.exceptions import NotAllowed, StaleRevision
from services.forms.submissions import tracking
from services.forms.submissions.tracking import (
    ALPHABET,
    LENGTH,
    derive_tracking_code,
    find_submission,
    tracking_code_of,
)
from tests.builders_submissions import make_citizen, make_filled_draft, make_submission

LOOK_ALIKES = ("0O", "1IL", "2Z", "5S", "8B", "UV")


@pytest.fixture(autouse=True)
def _fresh_limits():
    cache.clear()


def guess(code, pin, sender="192.0.2.1"):
    return find_submission(code=code, pin=pin, sender=sender)


@given(st.uuids(), st.integers(0, 100))
def test_a_tracking_code_is_always_the_same_and_easy_to_read(submission, counter):
    pin = derive_tracking_code(submission, counter, "a secret")
    assert pin == derive_tracking_code(submission, counter, "a secret")
    assert len(pin) == LENGTH
    assert set(pin) <= set(ALPHABET)


def test_no_two_symbols_look_alike():
    assert not [pair for pair in LOOK_ALIKES if len(set(pair) & set(ALPHABET)) > 1]
    assert len(set(ALPHABET)) == len(ALPHABET)


def test_another_dossier_counter_or_secret_has_another_tracking_code():
    own = UUID(int=1)
    pins = {
        derive_tracking_code(own, 0, "a"),
        derive_tracking_code(own, 1, "a"),
        derive_tracking_code(own, 0, "b"),
        derive_tracking_code(UUID(int=2), 0, "a"),
    }
    assert len(pins) == 4


def test_every_symbol_is_as_likely_at_every_place():
    pins = [derive_tracking_code(UUID(int=number), 0, "a secret") for number in range(4_800)]
    for place in range(LENGTH):
        counts = Counter(pin[place] for pin in pins)
        assert len(counts) == len(ALPHABET)
        assert max(counts.values()) < 2 * min(counts.values())


@pytest.mark.django_db
@pytest.mark.parametrize("typed", ["{0}", "{1}", " {0} ", "{2}"])
def test_the_owner_of_both_codes_sees_it_however_they_are_typed(typed):
    filed = make_submission()
    pin = tracking_code_of(filed)
    forms = typed.format(pin, pin.lower(), f"{pin[:4]}-{pin[4:]}")
    assert guess(filed.code.lower(), forms) == filed


@pytest.mark.django_db
def test_what_is_wrong_is_not_told():
    filed, other, draft = make_submission(), make_submission(), make_filled_draft()
    for code, pin in (
        (filed.code, tracking_code_of(other)),
        ("H56-991231-0001", tracking_code_of(filed)),
        (filed.code, ""),
        (filed.code, "ạ" * 8),
        ("", tracking_code_of(filed)),
        ("\x00", "\x00"),
        (str(draft.pk), tracking_code_of(draft)),
        ("x" * 5_000, "y" * 5_000),
    ):
        assert guess(code, pin, sender=str(uuid4())) is None


@pytest.mark.django_db
def test_looking_takes_the_same_work_whether_it_exists_or_not(monkeypatch):
    filed = make_submission()
    compared = []
    monkeypatch.setattr(tracking, "constant_time_compare", lambda one, other: compared.append(len(other)) or False)
    work = []
    for code in (filed.code, "H56-991231-0001"):
        compared.clear()
        with CaptureQueriesContext(connection) as queries:
            guess(code, "AAAAAAAA")
        work.append((len(queries), list(compared)))
    assert work[0] == work[1] == (1, [LENGTH])


@pytest.mark.django_db
def test_a_new_tracking_code_replaces_the_old_one():
    filed = make_submission()
    old = tracking_code_of(filed)
    renewed = actions.issue_tracking_code(submission=filed, by=filed.owner, revision=filed.revision)
    assert guess(filed.code, old) is None
    assert guess(filed.code, tracking_code_of(renewed)) == filed
    assert renewed.events.last().move == "issue_new_pin"
    with pytest.raises(StaleRevision):
        actions.issue_tracking_code(submission=filed, by=filed.owner, revision=filed.revision)
    with pytest.raises(NotAllowed):
        actions.issue_tracking_code(submission=filed, by=make_citizen(), revision=renewed.revision)


@pytest.mark.django_db
def test_a_printed_tracking_code_outlives_a_change_of_the_secret(settings):
    filed = make_submission()
    old = tracking_code_of(filed)
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "a new one", [settings.SECRET_KEY]
    assert guess(filed.code, old) == filed


@pytest.mark.django_db
def test_guesses_from_many_addresses_find_nothing_and_are_stopped_and_its_owner_finds_it():
    filed = make_submission()
    answers = Counter()
    for number in range(1_000):
        pin = derive_tracking_code(UUID(int=number), 0, "not the secret")
        answers[outcome(filed.code, pin, sender=f"192.0.2.{number % 50}")] += 1
    assert answers["nothing"] + answers["stopped"] == 1_000
    assert tracking.TRIES.across <= answers["nothing"] <= 100
    assert guess(filed.code, tracking_code_of(filed), sender="203.0.113.7") == filed


def outcome(code, pin, sender):
    try:
        return "nothing" if guess(code, pin, sender) is None else "found"
    except LimitReached as stop:
        return "stopped" if stop.wait > 0 else "stopped for no time"


@pytest.mark.django_db
def test_one_address_cannot_try_many_codes():
    make_submission()
    tries = range(tracking.TRIES.sender + 5)
    answers = [outcome(f"H56-261122-{number:04d}", "AAAAAAAA", "192.0.2.1") for number in tries]
    assert answers.count("stopped") == 5
    assert guess("H56-261122-9999", "AAAAAAAA", sender="192.0.2.9") is None
