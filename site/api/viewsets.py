"""The endpoints of pages, images and documents; page types of other apps build on PageTypeViewSet."""

from urllib.parse import urlsplit

from django.conf import settings
from django.db.models import Model, QuerySet
from django.http import HttpRequest
from wagtail.api.v2.utils import page_models_from_string
from wagtail.contrib.redirects.models import Redirect
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page, PageQuerySet

from api import filters
from api.endpoint import Expert, PartnerViewSet
from api.parameters import Parameter
from api.problems import Invalid
from api.references import References
from api.serializers import DocumentSerializer, ImageSerializer, PartnerPageSerializer, Reading
from core.moved_addresses import new_address
from core.page_routing import page_at_path
from core.visibility import visible, visible_media


class PageTypeViewSet(PartnerViewSet):
    """Public pages of one type: no drafts, nothing restricted, no aliases that only stand in for another language."""

    base_serializer_class = PartnerPageSerializer
    own_filters = {
        "locale": filters.by_locale,
        "updated_since": filters.updated_since,
        "child_of": filters.child_of,
        "descendant_of": filters.descendant_of,
        "ancestor_of": filters.ancestor_of,
        "translation_of": filters.translation_of,
    }
    find_query_parameters = frozenset({"id", "html_path", "slug", "locale"})
    body_fields = ["id", "title"]
    meta_fields = [
        "type", "detail_url", "html_url", "slug", "show_in_menus", "seo_title", "search_description",
        "first_published_at", "last_published_at", "locale", "parent",
    ]  # fmt: skip
    listing_default_fields = [
        "id", "title", "type", "detail_url", "html_url", "slug", "first_published_at", "last_published_at", "locale",
    ]  # fmt: skip
    detail_only_fields = ["parent"]
    naming_parameters = frozenset({"id", "child_of", "descendant_of", "ancestor_of", "translation_of"})
    """Parameters that name one page, and with it a language: without `locale`, all languages are searched then."""

    def visible_pages(self, model: type[Page]) -> PageQuerySet:
        """Return what anyone may see of a page type; the root of all trees is no page of the site."""
        return visible(model.objects.filter(alias_of__isnull=True, depth__gt=1))

    def get_queryset(self) -> PageQuerySet:
        return self.visible_pages(self.model)

    def narrow(self, queryset: QuerySet, expert: Expert, parameters: dict[str, Parameter]) -> QuerySet:
        if not parameters.keys() & {"locale", *self.naming_parameters}:
            parameters = {**parameters, "locale": Parameter("locale", (settings.LANGUAGE_CODE,))}
        return super().narrow(queryset, expert, parameters)

    def find(self, parameters: dict[str, Parameter]) -> int | None:
        if "slug" in parameters:
            return self.find_by_slug(parameters)
        if "html_path" not in parameters:
            return super().find(parameters)
        request, path = self.request._request, f"/{parameters['html_path'].text().lstrip('/')}"
        page = page_at_path(request, path) or self.moved_page(request, path)
        return page and self.get_queryset().filter(pk=page.pk).values_list("pk", flat=True).first()

    def find_by_slug(self, parameters: dict[str, Parameter]) -> int | None:
        """Return the page with this slug in the language asked for, else the one that had it; the oldest of several."""
        asked = {name: parameter for name, parameter in parameters.items() if name == "locale"}
        pages, slug = self.narrow(self.get_queryset(), type(self), asked), parameters["slug"].text()
        moved = Redirect.objects.filter(old_path__endswith=f"/{slug}", redirect_page__isnull=False)
        for found in (pages.filter(slug=slug), pages.filter(pk__in=moved.values("redirect_page"))):
            if pk := found.values_list("pk", flat=True).first():
                return pk
        return None

    def moved_page(self, request: HttpRequest, path: str) -> Page | None:
        """Return the page that had this address."""
        found = new_address(request, path)
        return page_at_path(request, urlsplit(found.url).path) if found else None

    @classmethod
    def whole(cls, queryset: QuerySet, references: References) -> QuerySet:
        plain = ("content_type", *references.page_types) if queryset.model is Page else ()
        return queryset.select_related("locale", *plain)

    @classmethod
    def headers(cls, items: list[Page]) -> dict[str, str]:
        languages = sorted({page.locale.language_code for page in items})
        return {"Content-Language": ", ".join(languages)} if languages else {}

    @classmethod
    def reading(cls, items: list[Page], names: list[str], references: References) -> Reading:
        reading_class = getattr(type(items[0]), "api_reading", Reading) if items else Reading
        return reading_class(items, names, references)


class PagesViewSet(PageTypeViewSet):
    """Public pages of every type. With `type`, the endpoint made for that type lends its filters and fields."""

    model = Page
    name = "pages"
    own_filters = {**PageTypeViewSet.own_filters, "type": lambda queryset, parameter, view: queryset}

    def get_queryset(self) -> PageQuerySet:
        """Return pages of the types asked for: of one type as what they are, of several as plain pages."""
        if not self.request.GET.get("type"):
            return self.visible_pages(Page)
        try:
            models = page_models_from_string(self.request.GET["type"])
        except (LookupError, ValueError) as error:
            raise Invalid("type", "must be one or more page types such as services.ServicePage") from error
        return self.visible_pages(models[0]) if len(models) == 1 else self.visible_pages(Page).type(*models)

    def get_object(self) -> Page:
        page: Page = super().get_object()
        model = page.content_type.model_class() or Page
        return self.expert_on(model).whole(model.objects.filter(pk=page.pk), self.references).get()

    def expert_on(self, model: type[Model]) -> Expert:
        _name, viewset = self.request.wagtailapi_router.get_model_endpoint(model)
        return viewset


class MediaViewSet(PartnerViewSet):
    """Uploaded things outside every private collection."""

    meta_fields = ["type", "detail_url", "tags", "download_url"]

    def get_queryset(self) -> QuerySet:
        return visible_media(self.model.objects.all())

    @classmethod
    def whole(cls, queryset: QuerySet, references: References) -> QuerySet:
        return queryset.prefetch_related("tags")


class ImagesViewSet(MediaViewSet):
    base_serializer_class = ImageSerializer
    model = get_image_model()
    name = "images"
    body_fields = ["id", "title", "description", "credit", "width", "height"]
    listing_default_fields = ["id", "title", "description", *MediaViewSet.meta_fields]


class DocumentsViewSet(MediaViewSet):
    base_serializer_class = DocumentSerializer
    model = get_document_model()
    name = "documents"
    body_fields = ["id", "title", "code", "is_sample", "file_type", "size"]
    listing_default_fields = [*body_fields, *MediaViewSet.meta_fields]
