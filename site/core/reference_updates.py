"""Who uses what is noted once for a page with all its rows, where Wagtail reads the whole page again for each row."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db.models import Model
from wagtail.signal_handlers import (
    disable_reference_index_auto_update,
    reference_index_auto_update_disabled,
    update_reference_index_on_save,
)


@contextmanager
def one_index_of_references(page: Model) -> Iterator[None]:
    """Save a page inside: its rows are stored after it, and what all of them refer to is noted at the end."""
    if getattr(reference_index_auto_update_disabled, "value", False):
        yield
        return
    with disable_reference_index_auto_update():
        yield
    update_reference_index_on_save(page)
