"""The index of editors' lists and choosers: which version of it stands in the database, and building it anew."""

import logging
from collections.abc import Iterator
from hashlib import sha256

from django.db import transaction
from django.db.models import Model
from django.utils import timezone
from modelsearch.index import RelatedFields, get_indexed_models
from wagtail.search.backends import get_search_backend

from core.health import Finding
from core.table_statistics import count_rows
from search.backends.folding import ANALYZER_VERSION
from search.models import IndexState

log = logging.getLogger("search")

AT_ONCE = 200
"""Objects that are read and written together."""


def index_version() -> str:
    """Return what the index has to be built with: how words are read, and what is indexed of which model."""
    fields = sorted(f"{model._meta.label} {_told(model.get_search_fields())}" for model in get_indexed_models())
    return f"{ANALYZER_VERSION}.{sha256(repr(fields).encode()).hexdigest()[:16]}"


def _told(fields: list) -> list[str]:
    """Return the fields of a model, and those of what it points at."""
    return sorted(
        f"{field.field_name} {_told(field.fields)}"
        if isinstance(field, RelatedFields)
        else f"{type(field).__name__} {field.field_name} {getattr(field, 'boost', None)}"
        for field in fields
    )


def is_current() -> bool:
    """Return whether the index was built with this version."""
    return IndexState.objects.filter(version=index_version()).exists()


def count_objects() -> int:
    """Return how many objects the index is built from."""
    return sum(model.get_indexed_objects().count() for model in get_indexed_models())


def build() -> Iterator[int]:
    """Build the index anew while the portal goes on; yield how many objects each step has done.

    What is searched meanwhile finds by old words and by new ones; what is saved meanwhile is indexed at once.
    """
    backend = get_search_backend()
    [index] = backend.all_indexes()
    rebuilder = backend.rebuilder_class(index)
    rebuilder.start()
    for model in get_indexed_models():
        for keys in _parts(model):
            objects = list(model.get_indexed_objects().filter(pk__in=keys))
            index.add_items(model, objects)
            yield len(keys)
    rebuilder.finish()
    with transaction.atomic():
        IndexState.objects.all().delete()
        IndexState.objects.create(version=index_version(), built_at=timezone.now())
    count_rows()


def _parts(model: type[Model]) -> Iterator[list]:
    """Yield the numbers of a model's objects, some at a time."""
    keys = list(model.get_indexed_objects().order_by("pk").values_list("pk", flat=True))  # type: ignore[attr-defined]  # indexed models have it
    for start in range(0, len(keys), AT_ONCE):
        yield keys[start : start + AT_ONCE]


def build_if_outdated() -> None:
    """Build the index where an upgrade forgot to; a routine of the worker."""
    if is_current():
        return
    log.warning("the index of editors' lists is of another version: it is built anew")
    log.warning("index built anew from %d objects", sum(build()))


def check() -> Finding:
    """Whether editors find what there is; the citizens' search does not depend on it."""
    return Finding(ok=True, facts={"is_current": is_current()})
