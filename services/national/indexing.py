"""Makes up, in batches, what the indexes of search and references missed while pages were written quietly."""

from collections.abc import Iterator, Sequence

from django.db import connection
from wagtail.models import ReferenceIndex
from wagtail.search.backends import get_search_backend

from core.models import Audience, Field, LegalDocument
from services.models import ServicePage

BATCH = 200


def index_pages(keys: Sequence[int]) -> Iterator[int]:
    """Bring the indexes of these pages up to date, and those of the words they point at; yield how many were done."""
    backend = get_search_backend()
    for start in range(0, len(keys), BATCH):
        batch = keys[start : start + BATCH]
        pages = list(ServicePage.objects.filter(pk__in=batch).select_related("locale"))
        backend.add_bulk(ServicePage, [page for page in pages if page.live])
        for page in pages:
            ReferenceIndex.create_or_update_for_object(page)
        yield len(batch)
    for model in (Audience, Field, LegalDocument):
        backend.add_bulk(model, list(model.objects.all()))
    if keys and connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")  # else it plans for the tables it knew
