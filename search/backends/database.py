"""The backend of the database the portal stands on: what settings.WAGTAILSEARCH_BACKENDS names."""

from typing import Any

from django.db import connection
from django.utils.module_loading import import_string

BACKENDS = {
    "postgresql": "search.backends.postgres.PostgresBackend",
    "sqlite": "search.backends.sqlite.SQLiteBackend",
}
"""By name: modelsearch defines tables for the one database alone, so that the other module cannot be imported."""


def SearchBackend(params: dict[str, Any]) -> Any:  # noqa: ANN401 (the name modelsearch looks for, and its type)
    """Return the backend of this database."""
    return import_string(BACKENDS[connection.vendor])(params)
