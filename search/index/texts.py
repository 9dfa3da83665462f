"""What is searched of pages: their names, what they are also called, what they ask for and give."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import Any

from django.db.models import QuerySet
from wagtail.models import Page

from core.procedure_codes import read_code
from search.engine.corpus import BODY, CASES, CATEGORY, OTHER_NAMES, PAPERS, RESULTS, TEXT, Document
from search.kinds import PAGE_KINDS, Kind
from services.models import RequiredDocument, Result, ServiceCase, ServicePage
from services.rules.everyday_names import everyday_names

AT_ONCE = 500
"""Pages that are read together."""
COLUMNS = (
    "pk", "title", "official_name", "alt_names", "procedure_code", "legacy_code", "summary", "search_description",
    "field__name", "english_title", "english_alt_names",
)  # fmt: skip


def documents(pages: Iterable[int], services: Collection[int]) -> Iterable[Document]:
    """Return what is searched of these pages, some of which are services; a part of them at a time."""
    ids = list(pages)
    for start in range(0, len(ids), AT_ONCE):
        part = ids[start : start + AT_ONCE]
        yield from _services([pk for pk in part if pk in services])
        yield from _others([pk for pk in part if pk not in services])


def _services(ids: list[int]) -> list[Document]:
    found = ServicePage.objects.filter(pk__in=ids)
    texts = _texts_of_rows(found)
    return [_service(row, texts) for row in found.values(*COLUMNS)]


def _service(row: dict[str, Any], texts: dict[str, dict[int, list[str]]]) -> Document:
    """Return what is searched of a service, given its columns and the texts of its rows."""
    pk, official = row["pk"], row["official_name"]
    names = [
        *row["alt_names"].splitlines(),
        official if official != row["title"] else "",
        *everyday_names(official),
        row["english_title"],
        *row["english_alt_names"].splitlines(),
    ]
    codes = (read_code(row["procedure_code"]), read_code(row["legacy_code"]))
    body = ("procedure_code", "legacy_code", "summary", "search_description")
    return Document(
        pk=pk,
        kind=Kind.SERVICE,
        name=row["title"],
        codes=tuple(read.code for read in codes if read),
        fields={
            OTHER_NAMES: "\n".join(names),
            CATEGORY: "\n".join([row["field__name"] or "", *texts[CATEGORY].get(pk, ())]),
            RESULTS: "\n".join(texts[RESULTS].get(pk, ())),
            CASES: "\n".join(texts[CASES].get(pk, ())),
            PAPERS: "\n".join(texts[PAPERS].get(pk, ())),
            BODY: "\n".join(row[name] for name in body),
        },
    )


def _texts_of_rows(pages: QuerySet[ServicePage]) -> dict[str, dict[int, list[str]]]:
    """Return the names of what services give, ask for, tell apart and belong to, by field and page."""
    own = pages.order_by().values("pk")
    events = ServicePage.life_events.through.objects.filter(servicepage_id__in=own)
    sources = {
        RESULTS: Result.objects.filter(page__in=own).values_list("page_id", "name"),
        CASES: ServiceCase.objects.filter(page__in=own).values_list("page_id", "name"),
        PAPERS: RequiredDocument.objects.filter(page__in=own).values_list("page_id", "name"),
        CATEGORY: events.values_list("servicepage_id", "lifeevent__name"),
    }
    found: dict[str, dict[int, list[str]]] = {}
    for name, rows in sources.items():
        texts = found[name] = defaultdict(list)
        for page, text in rows:
            texts[page].append(text)
    return found


def _others(ids: list[int]) -> list[Document]:
    """Return what is searched of pages of all other types."""
    pages = Page.objects.filter(pk__in=ids).specific() if ids else []
    return [
        Document(
            pk=page.pk,
            kind=PAGE_KINDS.get(type(page), Kind.GUIDANCE),
            name=page.title,
            fields={TEXT: "\n".join(part for part in page.searchable_words() if part)},
        )
        for page in pages
    ]
