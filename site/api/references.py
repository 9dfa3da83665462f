"""What the answers of one request point at: pages, files, pictures and terms, each kind read once, all of them public.

First everything that will be asked for is wanted, then it is asked for; what was not wanted is still found, in a query
of its own. All texts and addresses are in the language in force, which is that of the page being answered.
"""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any, Literal, TypeAlias, TypedDict, TypeVar
from uuid import UUID

from django.conf import settings
from django.core.exceptions import ObjectDoesNotExist
from django.db.models import Model, Q, QuerySet
from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.translation import get_language
from wagtail.api.v2.router import WagtailAPIRouter
from wagtail.documents import get_document_model
from wagtail.documents.models import AbstractDocument
from wagtail.images import get_image_model
from wagtail.images.models import AbstractImage
from wagtail.models import Page, TranslatableMixin

from api.links import absolute, detail_url, html_url
from core.models import Term
from core.visibility import restricted, visible_media

Kind: TypeAlias = Literal["page", "path", "file", "picture"] | type[Model]
Key: TypeAlias = int | str
"""The id of an object, or the place of a page in the tree."""

AnyTerm = TypeVar("AnyTerm", bound=Term)
AnyRow = TypeVar("AnyRow", bound=Model)


class PageCard(TypedDict):
    """A page in short, as other pages point at it."""

    id: int
    title: str
    locale: str
    html_url: str | None
    detail_url: str | None


class FileData(TypedDict):
    """A file to download, with all one must know before fetching it."""

    id: int
    title: str
    code: str
    url: str
    type: str
    size: int | None
    is_sample: bool


class PictureData(TypedDict):
    """A picture as it was uploaded."""

    id: int
    title: str
    url: str
    width: int
    height: int
    description: str
    credit: str


class References:
    """Everything one request needs besides the objects it answers."""

    def __init__(self, request: HttpRequest, router: WagtailAPIRouter) -> None:
        self.request = request
        self.router = router
        self._wanted: dict[Kind, set[Key]] = defaultdict(set)
        self._known: dict[Kind, dict[Key, Any]] = defaultdict(dict)
        self._translations: dict[UUID, dict[str, Page]] = defaultdict(dict)
        self._terms: dict[UUID, dict[str, Any]] = defaultdict(dict)

    @cached_property
    def page_types(self) -> list[str]:
        """Page types with an endpoint of their own: those are read whole, since their cards and addresses need it."""
        models = [viewset.model for viewset in self.router._endpoints.values()]
        return [model._meta.model_name for model in models if issubclass(model, Page) and model is not Page]

    def want(self, kind: Kind, keys: Iterable[Key | None]) -> None:
        """Announce keys that will be asked for: of "page", "path", "file", "picture", or of a model of terms."""
        self._wanted[kind].update(key for key in keys if key is not None)

    def page(self, pk: int | None) -> Page | None:
        """Return a page in the language in force, else in Vietnamese; None unless anyone may see it."""
        return self._in_language(self._find("page", pk))

    def page_at(self, path: str) -> Page | None:
        """Return the same for a page named by its place in the tree."""
        return self._in_language(self._find("path", path))

    def file(self, pk: int | None) -> AbstractDocument | None:
        """Return a document outside every private collection, or None."""
        return self._find("file", pk)

    def picture(self, pk: int | None) -> AbstractImage | None:
        """Return an image outside every private collection, or None."""
        return self._find("picture", pk)

    def term(self, model: type[AnyTerm], pk: int | None) -> AnyTerm | None:
        """Return a term of a vocabulary in the language in force, else as it was pointed at."""
        found = self._find(model, pk)
        return found and self._terms[found.translation_key].get(get_language(), found)

    def terms(self, model: type[AnyTerm], keys: Iterable[int]) -> list[AnyTerm]:
        """Return those of several terms that are known."""
        return [term for key in keys if (term := self.term(model, key))]

    def plain(self, model: type[AnyRow], pk: int | None) -> AnyRow | None:
        """Return an object that is the same in every language, or None."""
        return self._find(model, pk)

    def html_url(self, page: Page) -> str | None:
        """Return where people read the page."""
        return html_url(whole(page, self.page_types), self.request)

    def detail_url(self, item: Model) -> str | None:
        """Return where programs read the object."""
        return detail_url(self.router, type(item), item.pk)

    def card(self, page: Page | None) -> PageCard | None:
        """Return a page in short, as other pages point at it."""
        return (
            None
            if page is None
            else {
                "id": page.pk,
                "title": page.title,
                "locale": page.locale.language_code,
                "html_url": self.html_url(page),
                "detail_url": self.detail_url(page),
            }
        )

    def file_data(self, pk: int | None) -> FileData | None:
        """Return a file to download, with all one must know before fetching it."""
        document = self.file(pk)
        return (
            None
            if document is None
            else {
                "id": document.pk,
                "title": document.title,
                "code": document.code,
                "url": absolute(document.url),
                "type": document.file_extension.lower(),
                "size": size_of(document),
                "is_sample": document.is_sample,
            }
        )

    def picture_data(self, pk: int | None) -> PictureData | None:
        """Return a picture as it was uploaded."""
        image = self.picture(pk)
        return (
            None
            if image is None
            else {
                "id": image.pk,
                "title": image.title,
                "url": absolute(image.file.url),
                "width": image.width,
                "height": image.height,
                "description": image.description,
                "credit": image.credit,
            }
        )

    def _find(self, kind: Kind, key: Key | None) -> Any:  # noqa: ANN401 (the kind decides what is found)
        if key is None:
            return None
        if key not in self._known[kind]:
            self._wanted[kind].add(key)
            self._read(kind)
        return self._known[kind].setdefault(key, None)

    def _read(self, kind: Kind) -> None:
        match kind:
            case "page" | "path":
                self._read_pages()
            case "file":
                self._read_rows(kind, visible_media(get_document_model().objects.all()))
            case "picture":
                self._read_rows(kind, visible_media(get_image_model().objects.all()))
            case _ if issubclass(kind, TranslatableMixin):
                self._read_terms(kind)
            case _:
                self._read_rows(kind, kind._default_manager.all())

    def _read_rows(self, kind: Kind, allowed: QuerySet) -> None:
        rows = allowed.filter(pk__in=self._wanted.pop(kind))
        self._known[kind].update({row.pk: row for row in rows})

    def _read_terms(self, model: type[TranslatableMixin]) -> None:
        wanted = model.objects.filter(pk__in=self._wanted.pop(model))
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
    """Return whether a page read with `is_restricted` stands for itself and anybody may open it;
    no tree's root is one.
    """
    is_page = page.depth > 1 and getattr(page.content_type.model_class(), "has_address", True)
    return bool(is_page and page.live and page.alias_of_id is None and not page.is_restricted)


def whole(page: Page, children: Iterable[str]) -> Page:
    """Return a plain page as what it is, where that was read along with it."""
    for name in children if type(page) is Page else ():
        try:
            child = getattr(page, name)
        except ObjectDoesNotExist:
            continue
        child.locale = page.locale
        return child
    return page


def size_of(document: AbstractDocument) -> int | None:
    """Return the size of a file in bytes; None when it is gone. Nothing is written,
    unlike in Wagtail's get_file_size.
    """
    if document.file_size is not None:
        return document.file_size
    try:
        return document.file.size
    except OSError:
        return None
