"""The list of departments: today's, and former ones with what became of them."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest

from core.links import Link
from core.text import sort_key
from departments.communes.listing import all_communes
from departments.department_cache import department_cache
from departments.models import DepartmentIndexPage, Succession


@dataclass(frozen=True)
class DirectoryEntry:
    """A department in the list. `path` is where its Vietnamese page stands in the tree; services are counted by it."""

    link: Link
    path: str
    successors: list[Link]


@dataclass(frozen=True)
class Directory:
    """All departments by name."""

    today: list[DirectoryEntry]
    former: list[DirectoryEntry]


def page_context(page: DepartmentIndexPage, request: HttpRequest) -> dict[str, Any]:
    """Return what the template of the list page shows besides its own fields."""
    return {"directory": directory(request), "communes": all_communes(request)}


def directory(request: HttpRequest | None, *, with_successors: bool = True) -> Directory:
    """Return every published department once, in the reader's language where translated."""
    register = department_cache(request)
    links = {page.translation_key: link for page, link in register.named}
    successors = _successors(links) if with_successors else {}
    entries = [
        (
            page.is_former,
            DirectoryEntry(links[page.translation_key], page.path, successors.get(page.pk, [])),
        )
        for page in register.public
    ]
    entries.sort(key=lambda row: sort_key(row[1].link.text))
    return Directory(
        today=[entry for is_former, entry in entries if not is_former],
        former=[entry for is_former, entry in entries if is_former],
    )


def _successors(links: dict[UUID, Link]) -> dict[int, list[Link]]:
    """Return the published successors of each department, each once, by the id of the former one."""
    rows = Succession.objects.filter(page__locale__language_code=settings.LANGUAGE_CODE).order_by(
        "page_id", "sort_order"
    )
    found: dict[int, list[Link]] = {}
    for page_id, key in rows.values_list("page_id", "successor__translation_key"):
        known = found.setdefault(page_id, [])
        if key in links and links[key] not in known:
            known.append(links[key])
    return found
