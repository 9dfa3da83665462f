"""Settings of worker processes that tests start: the tests' own handlers, a short lease, no routines."""

from config.settings.test import *

SECRET_KEY = "only-for-tests"
OUTBOX_HANDLERS = {"watched": "tests.outbox.deliveries.write_and_wait"}
OUTBOX_ROUTINES: dict[str, tuple[str, int]] = {}
OUTBOX_LEASE_SECONDS = 4
