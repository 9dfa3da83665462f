"""What the answers of one request point at: pages, files, pictures and terms, each kind read once, all of them public.

First everything that will be asked for is wanted, then it is asked for; what was not wanted is still found, in a query
of its own. All texts and addresses are in the language in force, which is that of the page being answered.
"""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.core.exceptions import ObjectDoesNotExist
from django.db.models import Model, Q
from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.translation import get_language
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page

from api.links import absolute, detail_url, html_url
from core.visibility import restricted, visible_media


class References:
    """Everything one request needs besides the objects it answers."""

    def __init__(self, request: HttpRequest, router: Any) -> None:
        self.request = request
        self.router = router
        self._wanted: dict[Any, set[Any]] = defaultdict(set)
        self._known: dict[Any, dict[Any, Any]] = defaultdict(dict)
        self._translations: dict[Any, dict[str, Page]] = defaultdict(dict)
        self._terms: dict[Any, dict[str, Model]] = defaultdict(dict)

    @cached_property
    def page_types(self) -> list[str]:
        """Page types with an endpoint of their own: those are read whole, since their cards and addresses need it."""
        models = [viewset.model for viewset in self.router._endpoints.values()]
        return [model._meta.model_name for model in models if issubclass(model, Page) and model is not Page]

    def want(self, kind: Any, keys: Iterable[Any]) -> None:
        """Announce keys that will be asked for: of "page", "path", "file", "picture", or of a model of terms."""
        self._wanted[kind].update(key for key in keys if key is not None)

    def page(self, pk: int | None) -> Page | None:
        """A page in the language in force, else in Vietnamese; None unless anyone may see it."""
        return self._in_language(self._find("page", pk))

    def page_at(self, path: str) -> Page | None:
        """The same for a page named by its place in the tree."""
        return self._in_language(self._find("path", path))

    def file(self, pk: int | None) -> Any:
        """A document outside every private collection, or None."""
        return self._find("file", pk)

    def picture(self, pk: int | None) -> Any:
        """An image outside every private collection, or None."""
        return self._find("picture", pk)

    def term(self, model: type[Model], pk: int | None) -> Any:
        """A term of a vocabulary in the language in force, else as it was pointed at."""
        found = self._find(model, pk)
        return found and self._terms[found.translation_key].get(get_language(), found)

    def plain(self, model: type[Model], pk: int | None) -> Any:
        """An object that is the same in every language, or None."""
        return self._find(model, pk)

    def html_url(self, page: Page) -> str | None:
        """Where people read the page."""
        return html_url(whole(page, self.page_types), self.request)

    def detail_url(self, item: Model) -> str | None:
        """Where programs read the object."""
        return detail_url(self.router, type(item), item.pk)

    def card(self, page: Page | None) -> dict[str, Any] | None:
        """A page in short, as other pages point at it."""
        return page and {
            "id": page.pk,
            "title": page.title,
            "locale": page.locale.language_code,
            "html_url": self.html_url(page),
            "detail_url": self.detail_url(page),
        }

    def file_data(self, pk: int | None) -> dict[str, Any] | None:
        """A file to download, with all one must know before fetching it."""
        document = self.file(pk)
        return document and {
            "id": document.pk,
            "title": document.title,
            "code": document.code,
            "url": absolute(document.url),
            "type": document.file_extension.lower(),
            "size": size_of(document),
            "is_sample": document.is_sample,
        }

    def picture_data(self, pk: int | None) -> dict[str, Any] | None:
        """A picture as it was uploaded."""
        image = self.picture(pk)
        return image and {
            "id": image.pk,
            "title": image.title,
            "url": absolute(image.file.url),
            "width": image.width,
            "height": image.height,
            "description": image.description,
            "credit": image.credit,
        }

    def _find(self, kind: Any, key: Any) -> Any:
        if key is None:
            return None
        if key not in self._known[kind]:
            self._wanted[kind].add(key)
            self._read(kind)
        return self._known[kind].setdefault(key, None)

    def _read(self, kind: Any) -> None:
        if kind in ("page", "path"):
            return self._read_pages()
        keys = self._wanted.pop(kind)
        if kind == "file":
            rows = visible_media(get_document_model().objects.filter(pk__in=keys))
        elif kind == "picture":
            rows = visible_media(get_image_model().objects.filter(pk__in=keys))
        elif hasattr(kind, "translation_key"):
            return self._read_terms(kind, keys)
        else:
            rows = kind.objects.filter(pk__in=keys)
        self._known[kind].update({row.pk: row for row in rows})
        return None

    def _read_terms(self, model: Any, keys: set[int]) -> None:
        wanted = model.objects.filter(pk__in=keys)
        rows = model.objects.filter(translation_key__in=wanted.values("translation_key")).select_related("locale")
        for row in rows:
            self._known[model][row.pk] = row
            self._terms[row.translation_key][row.locale.language_code] = row

    def _read_pages(self) -> None:
        """All wanted pages with their translations: an alias is answered by the page it stands in for."""
        wanted = Page.objects.filter(Q(pk__in=self._wanted.pop("page", ())) | Q(path__in=self._wanted.pop("path", ())))
        rows = Page.objects.filter(translation_key__in=wanted.order_by().values("translation_key"))
        rows = rows.annotate(is_restricted=restricted())
        for row in rows.select_related("locale", "content_type", *self.page_types):
            self._known["page"][row.pk] = self._known["path"][row.path] = row
            if _is_public(row):
                self._translations[row.translation_key][row.locale.language_code] = whole(row, self.page_types)

    def _in_language(self, page: Page | None) -> Page | None:
        found = self._translations[page.translation_key] if page else {}
        return found.get(get_language()) or found.get(settings.LANGUAGE_CODE)


def _is_public(page: Page) -> bool:
    """Whether a page read with `is_restricted` stands for itself and anybody may open it; no tree's root is one."""
    is_page = page.depth > 1 and getattr(page.content_type.model_class(), "has_address", True)
    return bool(is_page and page.live and page.alias_of_id is None and not page.is_restricted)


def whole(page: Page, children: Iterable[str]) -> Page:
    """A plain page as what it is, where that was read along with it."""
    for name in children if type(page) is Page else ():
        try:
            child = getattr(page, name)
        except ObjectDoesNotExist:
            continue
        child.locale = page.locale
        return child
    return page


def size_of(document: Any) -> int | None:
    """The size of a file in bytes; None when it is gone. Nothing is written, unlike in Wagtail's get_file_size."""
    if document.file_size is not None:
        return document.file_size
    try:
        return document.file.size
    except OSError:
        return None
