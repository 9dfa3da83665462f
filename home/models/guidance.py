"""Guidance articles, alone or in parts."""

from django.db import models
from django.forms import CheckboxSelectMultiple
from django.http import Http404
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.api import APIField
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Orderable
from wagtail.search import index

from core.blocks import BodyBlock
from core.dotted_path import DottedPath
from core.draft_panels import RowsPanel
from core.i18n import IN_SOURCE_LANGUAGE, facts
from core.models import BasePage
from core.models.base_page import Reviewed
from core.page_choosers import TypedPageChooserPanel
from core.searchable_text import stream_words
from core.visibility import with_restriction


class GuidanceIndexPage(BasePage):
    """All guidance articles."""

    introduction = RichTextField(_("introduction"), blank=True, features=["bold", "link", "ul"])

    content_panels = [*BasePage.content_panels, "introduction"]
    parent_page_types = ["home.HomePage"]
    subpage_types = ["home.GuidancePage"]
    template = "home/guidance_index_page.html"
    presenter = DottedPath("home.guides.index_context")
    api_fields = [APIField("introduction")]

    class Meta:
        verbose_name = _("list of guidance")

    def searchable_words(self) -> list[str]:
        return [self.introduction]

    def route(self, request, path_components):
        """As Wagtail's, but the article or its part is read at once as what it is."""
        if not path_components:
            return super().route(request, path_components)
        slugs = "/".join(path_components)
        article = with_restriction(GuidancePage.objects).filter(url_path=f"{self.url_path}{slugs}/").first()
        if article is None:
            raise Http404
        return article.route(request, [])


class GuidancePage(BasePage, Reviewed):
    """An article; pages below it are its further parts, read with previous and next."""

    summary = models.CharField(_("summary"), max_length=300, blank=True)
    audiences = ParentalManyToManyField(
        "core.Audience",
        verbose_name=_("audiences"),
        blank=True,
        related_name="guides",
        limit_choices_to=IN_SOURCE_LANGUAGE,
    )
    body = StreamField(BodyBlock(), verbose_name=_("body"), blank=True)
    sources = models.TextField(
        _("sources"), blank=True, default="", help_text=_("Where the facts come from, one a line.")
    )

    content_panels = [
        *BasePage.content_panels,
        "summary",
        FieldPanel("audiences", widget=CheckboxSelectMultiple),
        "body",
        RowsPanel("related_services", heading=_("Related services"), label=_("Service")),
    ]
    care_panels = [FieldRowPanel(["reviewed_on", "review_due"]), "sources"]
    edit_handler = BasePage.tabs((_("Main information"), content_panels), (_("Publishing and review"), care_panels))
    parent_page_types = ["home.GuidanceIndexPage", "home.GuidancePage"]
    subpage_types = ["home.GuidancePage"]
    template = "home/guidance_page.html"
    presenter = DottedPath("home.guides.page_context")
    open_graph_type = "article"

    search_fields = [*BasePage.search_fields, index.FilterField("reviewed_on")]
    api_fields = DottedPath("home.serializers.GUIDE_FIELDS")
    api_reading = DottedPath("home.serializers.GuideReading")
    override_translatable_fields = facts("audiences", "sources", "reviewed_on", "review_due", "related_services")

    class Meta:
        verbose_name = _("guidance article")
        verbose_name_plural = _("guidance articles")

    def searchable_words(self) -> list[str]:
        return [self.summary, *stream_words(self, self.body.stream_block, self.body)]


class GuidanceService(Orderable):
    """A service the article is about; the service links back to the article."""

    page = ParentalKey(GuidancePage, on_delete=models.CASCADE, related_name="related_services")
    service = models.ForeignKey(
        "services.ServicePage", verbose_name=_("service"), on_delete=models.CASCADE, related_name="guides"
    )

    panels = [TypedPageChooserPanel("service", "services.ServicePage")]

    class Meta(Orderable.Meta):
        verbose_name = _("related service")
        verbose_name_plural = _("related services")
