"""All departments of all languages, read once per request: they are few, and most pages name several of them."""

from functools import cached_property
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest
from wagtail.models import Page

from core.i18n import reader_language
from core.links import Link, link_to
from core.visibility import with_restriction
from departments.models import DepartmentPage


class DepartmentCache:
    """Departments by their place in the tree and by translation key."""

    def __init__(self, request: HttpRequest | None) -> None:
        self._request = request

    @cached_property
    def _pages(self) -> list[DepartmentPage]:
        pages = with_restriction(DepartmentPage.objects)
        return list(pages.select_related("locale").defer("functions"))

    @cached_property
    def _by_path(self) -> dict[str, DepartmentPage]:
        return {page.path: page for page in self._pages}

    @cached_property
    def _shown(self) -> dict[UUID, DepartmentPage]:
        """What the reader gets to see of each public one: the published translation, else the Vietnamese page."""
        public = {page.translation_key: page for page in self.public}
        own = [page for page in self._pages if page.locale.language_code == reader_language()]
        translated = {page.translation_key: page for page in own if page.live and page.alias_of_id is None}
        return public | {key: page for key, page in translated.items() if key in public}

    @cached_property
    def by_id(self) -> dict[int, DepartmentPage]:
        """Every department page by its id."""
        return {page.pk: page for page in self._pages}

    @cached_property
    def originals(self) -> list[DepartmentPage]:
        """The Vietnamese pages, in the order of the tree, drafts among them."""
        pages = [page for page in self._pages if page.locale.language_code == settings.LANGUAGE_CODE]
        return sorted(pages, key=lambda page: page.path)

    @property
    def public(self) -> list[DepartmentPage]:
        """The Vietnamese pages a visitor may see."""
        return [page for page in self.originals if page.live and not page.is_restricted]

    @property
    def named(self) -> list[tuple[DepartmentPage, Link]]:
        """The same, each with its name as the reader reads it."""
        return [(page, link_to(self._shown[page.translation_key], self._request)) for page in self.public]

    def is_hidden(self, key: UUID) -> bool:
        """Return whether that translation key is of a department that nobody may see;
        not so for one without any page.
        """
        return key not in self._shown and any(page.translation_key == key for page in self.originals)

    def versions(self, key: UUID) -> list[DepartmentPage]:
        """Return the department with that translation key in all languages in which it is published."""
        return [page for page in self._pages if page.translation_key == key and page.live and page.alias_of_id is None]

    def at(self, path: str) -> DepartmentPage | None:
        """Return the department at that place of the tree, in the language of that tree."""
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
        return self._shown.get(key) if key else None

    def link(self, key: UUID | None) -> Link | None:
        """Return a link to the department with that key, in the reader's language where published;
        None like `shown`.
        """
        page = self.shown(key)
        return link_to(page, self._request) if page else None


def department_cache(request: HttpRequest | None) -> DepartmentCache:
    """Return the register of this request."""
    if request is None:
        return DepartmentCache(None)
    known = request.__dict__
    if "_departments" not in known:
        known["_departments"] = DepartmentCache(request)
    return known["_departments"]
