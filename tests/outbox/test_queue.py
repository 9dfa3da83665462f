"""What is put into the outbox belongs to the transaction it was put in, and is there once."""

from datetime import timedelta

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import transaction
from django.utils import timezone
from django.utils.module_loading import import_string

from config.settings import outbox
from outbox.models import Delivery
from outbox.queue import put

pytestmark = [pytest.mark.clock, pytest.mark.django_db]


def test_the_same_key_is_one_delivery_and_the_transaction_goes_on():
    with transaction.atomic():
        put("good", {"id": 1}, key="filed:1")
        put("good", {"id": 2}, key="filed:1")
        put("good", {"id": 3}, key="filed:3")
    assert list(Delivery.objects.order_by("pk").values_list("payload", flat=True)) == [{"id": 1}, {"id": 3}]


def test_a_transaction_that_is_rolled_back_takes_the_delivery_along():
    def file_and_fail() -> None:
        put("good", {"id": 1}, key="filed:1")
        assert Delivery.objects.count() == 1
        raise LookupError

    with pytest.raises(LookupError), transaction.atomic():
        file_and_fail()
    assert not Delivery.objects.exists()


def test_a_delivery_may_be_for_later():
    later = timezone.now() + timedelta(days=3)
    put("good", {"id": 1}, key="reminder:1", run_after=later)
    delivery = Delivery.objects.get()
    assert (delivery.run_after, delivery.due_at) == (later, later)
    assert not Delivery.objects.due(timezone.now()).exists()
    assert Delivery.objects.due(later).exists()


def test_a_kind_without_a_handler_is_refused_at_once():
    with pytest.raises(ImproperlyConfigured, match="telegram"):
        put("telegram", {}, key="x")


@pytest.mark.parametrize("key", ["", "x" * 201])
def test_a_key_that_cannot_be_kept_is_refused(key):
    with pytest.raises(ValueError, match="1 to 200"):
        put("good", {}, key=key)


@pytest.mark.parametrize("value", [timezone.now(), "NUL \x00"])
def test_a_payload_that_cannot_be_kept_is_refused_and_the_transaction_goes_on(value):
    with pytest.raises((TypeError, ValueError)):
        put("good", {"value": value}, key="x")
    assert not Delivery.objects.exists()


def test_every_handler_and_routine_of_the_settings_can_be_loaded():
    paths = [*outbox.OUTBOX_HANDLERS.values(), *(path for path, _seconds in outbox.OUTBOX_ROUTINES.values())]
    assert paths
    assert all(callable(import_string(path)) for path in paths)
