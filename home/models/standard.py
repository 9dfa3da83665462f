"""The standing pages that every portal has: contact, accessibility, personal data, open data, terms of use."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.api import APIField
from wagtail.fields import StreamField

from core.blocks import BodyBlock
from core.i18n import facts
from core.models import BasePage
from core.models.base_page import Reviewed
from core.searchable_text import stream_words


class Role(models.TextChoices):
    """What a standing page is for; there is one of each in a language."""

    CONTACT = "contact", _("Contact")
    ACCESSIBILITY = "accessibility", _("Accessibility statement")
    PRIVACY = "privacy", _("Protection of personal data")
    OPEN_DATA = "open_data", _("Open data and API")
    TERMS = "terms", _("Terms of use")


class StandardPage(BasePage, Reviewed):
    """A page with a fixed role below the home page. It is made as a draft: its words must be true of this portal."""

    role = models.CharField(_("role"), max_length=20, choices=Role, editable=False)
    summary = models.CharField(_("summary"), max_length=300, blank=True)
    body = StreamField(BodyBlock(), verbose_name=_("body"), blank=True)

    content_panels = [*BasePage.content_panels, "summary", "body", "reviewed_on", "review_due"]
    parent_page_types = ["home.HomePage"]
    subpage_types: list[str] = []
    is_creatable = False
    template = "home/standard_page.html"

    api_fields = [APIField("role"), APIField("summary"), APIField("body"), APIField("reviewed_on")]
    override_translatable_fields = facts("role", "reviewed_on", "review_due")

    class Meta:
        verbose_name = _("standing page")
        verbose_name_plural = _("standing pages")

    @property
    def is_contact(self) -> bool:
        return self.role == Role.CONTACT

    def searchable_words(self) -> list[str]:
        return [self.summary, *stream_words(self, self.body.stream_block, self.body)]
