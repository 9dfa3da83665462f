"""Which acts are named: by the code and its templates by key, by pages and rows of the CMS by their row."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from django.contrib.contenttypes.models import ContentType
from django.db.models import BooleanField, Case, CharField, Exists, OuterRef, Q, QuerySet, Value, When
from django.db.models.functions import Cast
from wagtail.models import ReferenceIndex

from core.law_records import LAWS, records
from core.models import LegalDocument

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = ("departments", "home", "search", "services", "site/accounts", "site/core", "templates")
SUFFIXES = {".py", ".html", ".txt", ".json"}
QUOTED = re.compile(r"""["']([a-z]+(?:-[a-z0-9]+)+)["']""")


@cache
def keys_in_code() -> frozenset[str]:
    """Return the keys that code, templates and the words of slips name; read once by a process."""
    texts = (path.read_text(encoding="utf-8") for path in _files())
    return frozenset(key for text in texts for key in QUOTED.findall(text) if key in records())


def _files() -> Iterator[Path]:
    for folder in FOLDERS:
        for path in (ROOT / folder).rglob("*"):
            is_text = path.suffix in SUFFIXES and path != LAWS
            if is_text and not {"migrations", "content"} & set(path.parts):
                yield path


def with_uses(documents: QuerySet[LegalDocument]) -> QuerySet[LegalDocument]:
    """Give each document `is_cited`."""
    return documents.annotate(
        is_cited=Case(When(cited(), then=Value(True)), default=Value(False), output_field=BooleanField())
    )


def cited() -> Q:
    """Return the condition that code names the key of a document, or a page or a row of the CMS names it."""
    pointing = ReferenceIndex.objects.exclude(base_content_type__in=_itself()).filter(
        to_content_type__in=_itself(), to_object_id=Cast(OuterRef("pk"), CharField())
    )
    return Q(key__in=keys_in_code()) | Q(Exists(pointing))


def _itself() -> list[int]:
    return [ContentType.objects.get_for_model(LegalDocument).pk]
