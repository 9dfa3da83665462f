"""Writes many pages without keeping the indexes on every save; they are built once at the end."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.core.management import call_command
from django.db import connection
from django.db.models.signals import post_save  # noqa: TID251 (silences the index's own receivers, adds none)
from modelsearch.index import get_indexed_models
from modelsearch.signal_handlers import post_save_signal_handler
from wagtail.contrib.redirects.signal_handlers import autocreate_redirects_on_slug_change
from wagtail.signal_handlers import disable_reference_index_auto_update
from wagtail.signals import page_slug_changed


@contextmanager
def quietly() -> Iterator[None]:
    """Inside, neither index follows a save, and an address nobody has seen yet leaves no redirect.

    It holds for the whole process, so it is only for a command.
    """
    silenced = [model for model in get_indexed_models() if post_save.disconnect(post_save_signal_handler, sender=model)]
    page_slug_changed.disconnect(autocreate_redirects_on_slug_change)
    try:
        with disable_reference_index_auto_update():
            yield
    finally:
        page_slug_changed.connect(autocreate_redirects_on_slug_change)
        for model in silenced:
            post_save.connect(post_save_signal_handler, sender=model)


def build_indexes() -> None:
    """Both indexes anew, from everything there is; PostgreSQL counts its rows too, else it plans for empty tables."""
    call_command("rebuild_references_index", verbosity=0)
    call_command("update_index", verbosity=0)
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
