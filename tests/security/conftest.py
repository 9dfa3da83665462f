"""The people and dossiers every test of safety starts from."""

import pytest
from django.core.cache import cache

from tests.security.world import World, build_world


@pytest.fixture(autouse=True)
def _limits_begin_anew():
    """Everybody comes from one address here."""
    cache.clear()


@pytest.fixture
def world(db) -> World:
    return build_world()
