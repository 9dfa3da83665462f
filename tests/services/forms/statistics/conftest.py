"""Two services and what became of their dossiers."""

from typing import Any

import pytest

from services.forms.models import Submission
from tests.builders_statistics import make_building, make_health, make_october


@pytest.fixture
def building(db) -> Any:
    return make_building()


@pytest.fixture
def health(db) -> Any:
    return make_health()


@pytest.fixture
def october(building, health) -> dict[str, Submission]:
    return make_october(building, health)
