"""The list of services; every service is answered below its address."""

from django.http import Http404
from django.utils.translation import gettext_lazy as _
from wagtail.api import APIField
from wagtail.fields import RichTextField

from core.dotted_path import DottedPath
from core.models import BasePage
from core.visibility import with_restriction
from services.models.service import ServicePage


class ServiceIndexPage(BasePage):
    """All services, with filters; /dich-vu/<slug>/ leads to one of them."""

    introduction = RichTextField(_("introduction"), blank=True, features=["bold", "link", "ul"])

    content_panels = [*BasePage.content_panels, "introduction"]
    parent_page_types = ["home.HomePage"]
    subpage_types: list[str] = []
    template = "services/service_index_page.html"
    presenter = DottedPath("services.catalogue.listing.page_context")
    api_fields = [APIField("introduction")]

    class Meta:
        verbose_name = _("list of services")

    def searchable_words(self) -> list[str]:
        return [self.introduction]

    def route(self, request, path_components):
        """Finds a service by slug, then routes on; anything else is Wagtail's 404."""
        if not path_components:
            return super().route(request, path_components)
        first, *rest = path_components
        services = ServicePage.objects.filter(locale_id=self.locale_id).with_facts()
        service = with_restriction(services).filter(slug=first).first()
        if service is None:
            raise Http404
        return service.route(request, rest)
