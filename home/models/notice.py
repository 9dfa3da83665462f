"""Notices: dated, and gone from the lists once they expire."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.api import APIField
from wagtail.fields import RichTextField, StreamField
from wagtail.models import PageManager, PageQuerySet
from wagtail.search import index

from core.blocks import BodyBlock
from core.dotted_path import DottedPath
from core.i18n import facts
from core.models import BasePage
from core.page_choosers import TypedPageChooserPanel
from core.problems import Problem
from core.searchable_text import stream_words
from core.visibility import visible


class NoticeQuerySet(PageQuerySet):
    def current(self):
        """Published notices whose last day has not passed, newest first."""
        today = timezone.localdate()
        return (
            visible(self)
            .filter(models.Q(shown_until__isnull=True) | models.Q(shown_until__gte=today), dated__lte=today)
            .order_by("-dated", "-pk")
        )


class NoticeIndexPage(BasePage):
    """All current notices."""

    introduction = RichTextField(_("introduction"), blank=True, features=["bold", "link", "ul"])

    content_panels = [*BasePage.content_panels, "introduction"]
    parent_page_types = ["home.HomePage"]
    subpage_types = ["home.NoticePage"]
    template = "home/notice_index_page.html"
    presenter = DottedPath("home.news.index_context")
    api_fields = [APIField("introduction")]

    class Meta:
        verbose_name = _("list of notices")

    def searchable_words(self) -> list[str]:
        return [self.introduction]


class NoticePage(BasePage):
    """Something the public must know from a given day on."""

    dated = models.DateField(_("date"), default=timezone.localdate)
    shown_until = models.DateField(
        _("shown until"), null=True, blank=True, help_text=_("The last day it is listed; blank = no end.")
    )
    department = models.ForeignKey(
        "departments.DepartmentPage",
        verbose_name=_("department"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="notices",
    )
    summary = models.CharField(_("summary"), max_length=300, blank=True)
    body = StreamField(BodyBlock(), verbose_name=_("body"), blank=True)

    objects = PageManager.from_queryset(NoticeQuerySet)()

    content_panels = [
        *BasePage.content_panels,
        FieldRowPanel(["dated", "shown_until"]),
        TypedPageChooserPanel("department", "departments.DepartmentPage"),
        FieldPanel("summary"),
        FieldPanel("body"),
    ]
    parent_page_types = ["home.NoticeIndexPage"]
    subpage_types: list[str] = []
    template = "home/notice_page.html"
    presenter = DottedPath("home.news.page_context")
    open_graph_type = "article"

    search_fields = [*BasePage.search_fields, index.FilterField("dated"), index.FilterField("shown_until")]
    api_fields = DottedPath("home.serializers.NOTICE_FIELDS")
    api_reading = DottedPath("home.serializers.NoticeReading")
    override_translatable_fields = facts("dated", "shown_until", "department")

    class Meta:
        verbose_name = _("notice")
        verbose_name_plural = _("notices")

    def content_problems(self):
        if self.dated and self.shown_until and self.shown_until < self.dated:
            yield Problem(_("The last day must not be before the first."), "shown_until")

    def searchable_words(self) -> list[str]:
        return [self.summary, *stream_words(self, self.body.stream_block, self.body)]
