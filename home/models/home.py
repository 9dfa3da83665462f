"""The home page."""

from django.db import models
from django.http import Http404
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.api import APIField
from wagtail.fields import RichTextField
from wagtail.models import Orderable

from core.dotted_path import DottedPath
from core.draft_panels import RowsPanel
from core.i18n import facts
from core.models import BasePage
from core.page_choosers import TypedPageChooserPanel
from core.page_tree import tops_of
from core.problems import Problem
from core.searchable_text import rich_text_words


class HomePage(BasePage):
    """Search first; everything that can be counted is computed, never typed."""

    lead = models.CharField(_("lead"), max_length=300, blank=True, help_text=_("One sentence under the title."))
    filing_guide = RichTextField(_("how to file"), blank=True, features=["bold", "link", "law", "ol", "ul"])
    introduction_page = models.ForeignKey(
        "home.GuidancePage",
        verbose_name=_("introduction to public services"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    content_panels = [
        *BasePage.content_panels,
        "lead",
        "filing_guide",
        TypedPageChooserPanel("introduction_page", "home.GuidancePage"),
        RowsPanel("popular_services", heading=_("Popular services"), label=_("Service"), max_num=12),
        RowsPanel(
            "sections",
            heading=_("Blocks of the page"),
            label=_("Block"),
            help_text=_(
                "What stands below the search, in this order. A block that is switched off or not listed is not shown, "
                "in English neither; while none is listed, all are shown in their usual order. The title, the sentence "
                "under it, the search and the tracking of applications always come first. Look at it with the preview "
                "before you publish."
            ),
        ),
    ]
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = [
        "services.ServiceIndexPage",
        "departments.DepartmentIndexPage",
        "home.GuidanceIndexPage",
        "home.NoticeIndexPage",
        "home.StandardPage",
    ]
    max_count_per_parent = 2
    template = "home/home_page.html"
    presenter = DottedPath("home.home_page.page_context")
    api_fields = [APIField("lead"), APIField("filing_guide")]
    override_translatable_fields = facts("introduction_page", "popular_services")

    class Meta:
        verbose_name = _("home page")

    def content_problems(self):
        kinds = [row.kind for row in self.sections.all()]
        for number, kind in enumerate(kinds):
            if kind in kinds[:number]:
                yield Problem(_("This block is listed already. Delete one of the two."), "sections", number, "kind")

    def searchable_words(self) -> list[str]:
        return [self.lead, rich_text_words(self, self.filing_guide)]

    def route(self, request, path_components):
        """As Wagtail's, but what is known of the head of the tree is not asked again, and no list is read in full."""
        tops = tops_of(request)
        if not path_components:
            self.is_restricted = next((top.is_restricted for top in tops if top.pk == self.pk), None)
            return super().route(request, path_components)
        child = next((top for top in tops if top.slug == path_components[0] and top.is_child_of(self)), None)
        if child is None:
            raise Http404
        section = child.specific_deferred
        section.is_restricted = child.is_restricted
        return section.route(request, path_components[1:])


class PopularService(Orderable):
    """A service the editors put on the home page."""

    page = ParentalKey(HomePage, on_delete=models.CASCADE, related_name="popular_services")
    service = models.ForeignKey(
        "services.ServicePage", verbose_name=_("service"), on_delete=models.CASCADE, related_name="+"
    )

    panels = [TypedPageChooserPanel("service", "services.ServicePage")]

    class Meta(Orderable.Meta):
        verbose_name = _("popular service")
        verbose_name_plural = _("popular services")
