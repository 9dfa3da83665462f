"""The demo, loaded once for all tests of this folder and taken back afterwards."""

from collections.abc import Iterator

import pytest
from django.core.cache import cache
from django.db import transaction

from home.demo.loader import DemoLoader


@pytest.fixture(scope="package")
def demo(django_db_setup, django_db_blocker) -> Iterator[None]:
    """A database with the whole demo; whatever the tests of the folder do to it is rolled back."""
    with django_db_blocker.unblock():
        try:
            with transaction.atomic():
                DemoLoader(silent=True).load()
                yield
                transaction.set_rollback(True)
        finally:
            cache.clear()
