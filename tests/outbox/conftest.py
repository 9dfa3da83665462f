"""A worker's surroundings: the tests' handlers, no routine unless asked for, and rows that other connections see."""

import pytest

from outbox.models import Circuit, Delivery, Routine
from tests.outbox import deliveries

HANDLERS = {
    "good": "tests.outbox.deliveries.deliver",
    "failing": "tests.outbox.deliveries.fail",
    "refused": "tests.outbox.deliveries.refuse",
    "watched": "tests.outbox.deliveries.write_and_wait",
}


@pytest.fixture(autouse=True)
def _handlers_of_the_tests(settings):
    settings.OUTBOX_HANDLERS = HANDLERS
    settings.OUTBOX_ROUTINES = {}
    settings.OUTBOX_CHANNELS = {}
    deliveries.REACHED.clear()
    deliveries.RAN.clear()


@pytest.fixture
def committed(django_db_setup, django_db_blocker):
    """Rows are really written, for other threads and processes to see; afterwards the tables are empty again.

    A flush, as pytest's transactional tests do, would take Wagtail's root page along.
    """
    with django_db_blocker.unblock():
        yield
        Delivery.objects.all().delete()
        Routine.objects.all().delete()
        Circuit.objects.all().delete()
