"""The routines of the ground do what they say."""

from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.utils import timezone

from outbox import routines
from outbox.models import Delivery
from outbox.publication import publish_and_withdraw
from tests.builders import make_notice

pytestmark = [pytest.mark.clock, pytest.mark.django_db]


def test_a_page_is_published_and_withdrawn_when_its_time_has_come(monkeypatch):
    now, minute = timezone.now(), timedelta(minutes=1)
    coming = make_notice("Sắp đăng", live=False)
    coming.go_live_at = now + minute
    coming.save_revision().publish()
    going = make_notice("Sắp gỡ")
    going.expire_at = now + minute
    going.save_revision().publish()
    publish_and_withdraw()
    coming.refresh_from_db()
    going.refresh_from_db()
    assert (coming.live, going.live) == (False, True)
    monkeypatch.setattr(timezone, "now", lambda: now + 2 * minute)
    publish_and_withdraw()
    coming.refresh_from_db()
    going.refresh_from_db()
    assert (coming.live, going.live) == (True, False)


def test_what_was_done_long_ago_is_forgotten_and_dead_letters_are_not():
    now, day = timezone.now(), timedelta(days=1)
    rows = {
        "old": {"done_at": now - 31 * day},
        "fresh": {"done_at": now - 29 * day},
        "dead": {"failed_at": now - 90 * day},
        "waiting": {"created_at": now - 90 * day},
    }
    for key, fields in rows.items():
        Delivery.objects.create(kind="good", dedup_key=key, **fields)
    routines.forget_done()
    assert set(Delivery.objects.values_list("dedup_key", flat=True)) == {"fresh", "dead", "waiting"}


def test_sessions_that_ran_out_are_removed():
    now = timezone.now()
    Session.objects.create(session_key="old", session_data="x", expire_date=now - timedelta(days=1))
    Session.objects.create(session_key="new", session_data="x", expire_date=now + timedelta(days=1))
    routines.clear_sessions()
    assert list(Session.objects.values_list("session_key", flat=True)) == ["new"]
