"""What an answer costs the database when nothing at all is remembered from before."""

from django.contrib.contenttypes.models import ContentType
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Site

MOST = 26
"""Queries that any public page may cost."""


def cold_cost(client, address: str, most: int = MOST) -> int:
    """Queries of one GET with no cache, no site and no content type at hand; fails above `most`, naming them."""
    cache.clear()
    Site.clear_site_root_paths_cache()
    ContentType.objects.clear_cache()
    with CaptureQueriesContext(connection) as queries:
        answer = client.get(address)
    assert answer.status_code in (200, 404), f"{address}: {answer.status_code}"
    told = "\n".join(query["sql"][:300] for query in queries)
    assert len(queries) <= most, f"{address} costs {len(queries)} queries:\n{told}"
    return len(queries)
