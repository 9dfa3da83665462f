"""All departments of all languages, read once per request: they are few, and most pages name several of them.

The single communes are many and few pages name one: they are read when the first of them is asked for.
"""

from collections.abc import Collection, Iterable
from functools import cached_property
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db.models import OuterRef, Subquery
from django.db.models.functions import JSONObject
from django.http import HttpRequest
from wagtail.models import Page

from core.i18n import reader_language
from core.links import Link, link_to
from core.visibility import with_restriction
from departments.models import DepartmentPage, ReceptionPlace
from departments.models.querysets import DepartmentQuerySet


class DepartmentCache:
    """Departments by their place in the tree and by translation key."""

    def __init__(self, request: HttpRequest | None) -> None:
        self._request = request

    @cached_property
    def _pages(self) -> list[DepartmentPage]:
        return list(_read(DepartmentPage.objects.listed()))

    @cached_property
    def _commune_pages(self) -> list[DepartmentPage]:
        """The single communes in all languages, without those that only stand in for a Vietnamese page."""
        return list(_read(DepartmentPage.objects.communes().filter(alias_of=None)))

    @cached_property
    def _by_path(self) -> dict[str, DepartmentPage]:
        return {page.path: page for page in self._pages}

    @cached_property
    def _shown(self) -> dict[UUID, DepartmentPage]:
        return _as_read(self.originals, self._pages)

    @cached_property
    def _shown_communes(self) -> dict[UUID, DepartmentPage]:
        return _as_read(self.communes, self._commune_pages)

    @cached_property
    def by_id(self) -> dict[int, DepartmentPage]:
        """Every department page of the list by its id."""
        return {page.pk: page for page in self._pages}

    def with_ids(self, ids: Collection[int]) -> dict[int, DepartmentPage]:
        """Return these department pages by id, single communes among them."""
        pages = self._pages if self.by_id.keys() >= set(ids) else [*self._pages, *self._commune_pages]
        return {page.pk: page for page in pages if page.pk in ids}

    @cached_property
    def originals(self) -> list[DepartmentPage]:
        """The Vietnamese pages of the list, in the order of the tree, drafts among them."""
        return _originals(self._pages)

    @cached_property
    def communes(self) -> list[DepartmentPage]:
        """The Vietnamese pages of the single communes, in the order of the tree, drafts among them."""
        return _originals(self._commune_pages)

    def communes_of(self, owner: DepartmentPage) -> list[DepartmentPage]:
        """Return the Vietnamese pages of the communes that one department of the list stands for, drafts among them."""
        source = next((page for page in self.originals if page.translation_key == owner.translation_key), owner)
        return [page for page in self.communes if page.path.startswith(source.path)]

    def communes_below(self, owner: DepartmentPage) -> list[tuple[DepartmentPage, Link]]:
        """Return the public communes that one department of the list stands for, each as the reader reads it."""
        shown = [(page, self._shown_communes.get(page.translation_key)) for page in self.communes_of(owner)]
        return [(page, link_to(one, self._request)) for page, one in shown if one]

    @property
    def public(self) -> list[DepartmentPage]:
        """The Vietnamese pages of the list a visitor may see."""
        return _public(self.originals)

    @property
    def named(self) -> list[tuple[DepartmentPage, Link]]:
        """The same, each with its name as the reader reads it."""
        return [(page, link_to(self._shown[page.translation_key], self._request)) for page in self.public]

    def is_hidden(self, key: UUID) -> bool:
        """Return whether that translation key is of a department that nobody may see;
        not so for one without any page.
        """
        return self.shown(key) is None and any(
            page.translation_key == key for page in (*self.originals, *self.communes)
        )

    def desk(self, key: UUID) -> ReceptionPlace | None:
        """Return the reception place of the department with that translation key; None where nobody gave it."""
        pages = self._pages if self._knows(key) else self._commune_pages
        told = next((page.desk for page in pages if page.translation_key == key), None)
        return ReceptionPlace(**told) if told else None

    @property
    def centre(self) -> ReceptionPlace | None:
        """The reception place of the province; None where nobody gave it."""
        told = next((page.centre for page in self._pages), None)
        return ReceptionPlace(**told) if told else None

    def _knows(self, key: UUID) -> bool:
        """Whether it is of a department of the list, be it hidden; then no commune is looked for."""
        return any(page.translation_key == key for page in self._pages)

    def versions(self, key: UUID) -> list[DepartmentPage]:
        """Return the department with that translation key in all languages in which it is published."""
        pages = self._pages if self._knows(key) else self._commune_pages
        return [page for page in pages if page.translation_key == key and page.live and page.alias_of_id is None]

    def at(self, path: str) -> DepartmentPage | None:
        """Return the department of the list at that place of the tree, in the language of that tree."""
        return self._by_path.get(path)

    def above(self, service: Page) -> DepartmentPage | None:
        """Return the department that owns a service; None for a service that stands under no department."""
        return self.at(service.path[: -service.steplen])

    def link_above(self, service: Page) -> Link | None:
        """Return a link to the department that owns a service; None for one that nobody may see."""
        owner = self.above(service)
        return self.link(owner.translation_key) if owner else None

    def shown(self, key: UUID | None) -> DepartmentPage | None:
        """Return the department with that translation key as the reader gets to see it;
        None where nobody may see it.
        """
        if key is None:
            return None
        return self._shown.get(key) or (None if self._knows(key) else self._shown_communes.get(key))

    def link(self, key: UUID | None) -> Link | None:
        """Return a link to the department with that key, in the reader's language where published;
        None like `shown`.
        """
        page = self.shown(key)
        return link_to(page, self._request) if page else None


def _read(pages: DepartmentQuerySet) -> DepartmentQuerySet:
    """Read with each page its reception place and that of the province: most pages of services show one of them."""
    desks = {
        "desk": _desk(department__translation_key=OuterRef("translation_key")),
        "centre": _desk(department__isnull=True),
    }
    return with_restriction(pages).annotate(**desks).select_related("locale").defer("functions")


def _desk(**whose: Any) -> Subquery:
    told = JSONObject(**{name: name for name in ("id", "name", "name_en", "address", "phone", "hours")})
    return Subquery(ReceptionPlace.objects.filter(**whose).order_by("pk").values(told=told)[:1])


def _originals(pages: Iterable[DepartmentPage]) -> list[DepartmentPage]:
    found = [page for page in pages if page.locale.language_code == settings.LANGUAGE_CODE]
    return sorted(found, key=lambda page: page.path)


def _public(originals: Iterable[DepartmentPage]) -> list[DepartmentPage]:
    return [page for page in originals if page.live and not page.is_restricted]


def _as_read(originals: Iterable[DepartmentPage], pages: Iterable[DepartmentPage]) -> dict[UUID, DepartmentPage]:
    """Return what the reader gets to see of each public one: the published translation, else the Vietnamese page."""
    public = {page.translation_key: page for page in _public(originals)}
    own = [page for page in pages if page.locale.language_code == reader_language()]
    translated = {page.translation_key: page for page in own if page.live and page.alias_of_id is None}
    return public | {key: page for key, page in translated.items() if key in public}


def department_cache(request: HttpRequest | None) -> DepartmentCache:
    """Return the register of this request."""
    if request is None:
        return DepartmentCache(None)
    known = request.__dict__
    if "_departments" not in known:
        known["_departments"] = DepartmentCache(request)
    return known["_departments"]
