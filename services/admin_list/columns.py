"""The columns of the list of services: each cell is written from what the one question brought along."""

from collections.abc import Mapping
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.ui.tables import BaseColumn
from wagtail.admin.ui.tables.pages import BulkActionsColumn

from accounts.groups import SUBMIT_TRANSLATION
from core.editing_states import EditingState
from core.i18n import written_day
from core.translation_states import TranslationState
from services.models import ServicePage

Context = Mapping[str, Any]


NOTHING = SafeString("<td></td>")


class OwnPagesColumn(BulkActionsColumn):
    """A box to tick for what one may change; other people's services are there to be read."""

    def render_cell_html(self, instance: ServicePage, parent_context: Context) -> str:
        if not instance.is_own:
            return NOTHING
        html: str = super().render_cell_html(instance, parent_context)
        return html


class TextColumn(BaseColumn):
    """A cell of words, perhaps with a link; Wagtail's own cells each ask a template, fifty times a column."""

    def render_cell_html(self, instance: ServicePage, parent_context: Context) -> SafeString:
        return format_html('<td class="{}">{}</td>', self.classname or "", self.content(instance, parent_context))

    def content(self, service: ServicePage, _context: Context) -> str | SafeString:
        value = getattr(service, self.accessor)
        return "" if value is None else str(value)


class NameColumn(TextColumn):
    """The name leads to the editor of what is one's own, to the public page of the rest."""

    def content(self, service: ServicePage, context: Context) -> SafeString:
        name = format_html('<span id="page_{}_title">{}</span>', str(service.pk), service.draft_title)
        if service.is_own:
            return format_html('<a href="{}">{}</a>', reverse("wagtailadmin_pages:edit", args=[service.pk]), name)
        return format_html('<a href="{}">{}</a>', service.get_url(context["request"]) or "", name)


class LevelColumn(TextColumn):
    def content(self, service: ServicePage, _context: Context) -> str:
        return str(service.level or "–")


class CompletenessColumn(TextColumn):
    """How complete it is; that it promises more than it keeps is said in words."""

    def content(self, service: ServicePage, _context: Context) -> str | SafeString:
        if service.percent is None:
            return ""
        if service.is_kept:
            return f"{service.percent} %"
        return format_html('{} % <span class="th-mark th-mark--late">{}</span>', service.percent, _("level not earned"))


class StateColumn(TextColumn):
    def content(self, service: ServicePage, _context: Context) -> str:
        return str(EditingState(service.editing_state).label)


class MomentColumn(TextColumn):
    def content(self, service: ServicePage, _context: Context) -> str:
        moment = getattr(service, self.accessor)
        return written_day(timezone.localtime(moment).date()) if moment else ""


class ReviewColumn(TextColumn):
    """The day of the next review; whether it has passed is said in words."""

    def content(self, service: ServicePage, _context: Context) -> str | SafeString:
        due = service.review_due
        if due is None:
            return ""
        if due >= timezone.localdate():
            return written_day(due)
        return format_html('{} <span class="th-mark th-mark--late">{}</span>', written_day(due), _("late"))


class EnglishColumn(TextColumn):
    """How the translation stands; it leads there, or to where it is begun or brought up to date."""

    def content(self, service: ServicePage, context: Context) -> str | SafeString:
        state = TranslationState(service.translation_state)
        url = self._url(service, state) if context["request"].user.has_perm(SUBMIT_TRANSLATION) else ""
        return format_html('<a href="{}">{}</a>', url, state.label) if url else str(state.label)

    def _url(self, service: ServicePage, state: TranslationState) -> str:
        if state is TranslationState.BEHIND:
            return reverse("wagtail_localize:update_translations", args=[service.source])
        if service.english:
            return reverse("wagtailadmin_pages:edit", args=[service.english])
        return reverse("wagtail_localize:submit_page_translation", args=[service.pk])


COLUMNS = [
    OwnPagesColumn("bulk_actions"),
    TextColumn("procedure_code", label=gettext_lazy("Code"), sort_key="procedure_code", classname="th-code"),
    NameColumn("title", label=gettext_lazy("Name"), sort_key="title", classname="title"),
    TextColumn("owner_title", label=gettext_lazy("Department"), sort_key="department"),
    LevelColumn("level", label=gettext_lazy("Level"), sort_key="level"),
    CompletenessColumn("percent", label=gettext_lazy("Complete"), sort_key="percent"),
    StateColumn("editing_state", label=gettext_lazy("State"), sort_key="editing_state"),
    EnglishColumn("translation_state", label=gettext_lazy("English"), sort_key="translation_state"),
    MomentColumn("latest_revision_created_at", label=gettext_lazy("Changed"), sort_key="latest_revision_created_at"),
    ReviewColumn("review_due", label=gettext_lazy("Review"), sort_key="review_due"),
]
