"""The report of translations: what a person may see of it, in as many questions as there are kinds of things."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Model, Q, QuerySet
from wagtail.models import Page, get_page_models
from wagtail.permissions import page_permission_policy
from wagtail_localize.models import Translation, get_edit_url
from wagtail_localize.views.report import TranslationsReportView

Place = tuple[Any, int]
"""A translation key and a language."""


@dataclass(frozen=True)
class ReportLine:
    """A translation with both things it is about, where they are still there."""

    translation: Translation
    source: Model | None
    target: Model | None

    @property
    def source_url(self) -> str:
        return get_edit_url(self.source) if self.source else ""

    @property
    def target_url(self) -> str:
        return get_edit_url(self.target) if self.target else ""

    @property
    def target_name(self) -> str:
        return self.target.get_admin_display_title() if isinstance(self.target, Page) else str(self.target or "")


class TranslationsReport(TranslationsReportView):
    """Translations of pages a person may see in one of the languages, and of what is no page."""

    results_template_name = "core/admin/translations_report_results.html"

    def get_queryset(self) -> QuerySet[Translation]:
        own = page_permission_policy.explorable_instances(self.request.user).values("translation_key")
        no_page = ~Q(source__specific_content_type__model__in=[model._meta.model_name for model in get_page_models()])
        translations: QuerySet[Translation] = super().get_queryset()
        translations = translations.filter(no_page | Q(source__object_id__in=own))
        translations = translations.select_related("source__specific_content_type", "source__locale", "target_locale")
        return translations.order_by("source__object_repr", "pk")

    def get_context_data(self, **more: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**more)
        return {**context, "lines": report_lines(context["object_list"])}


def report_lines(translations: Iterable[Translation]) -> list[ReportLine]:
    """Return the lines of the report; sources and targets of one kind are read together."""
    translations = list(translations)
    keys: dict[type[Model], set[Any]] = defaultdict(set)
    for translation in translations:
        keys[_kind(translation)].add(translation.source.object_id)
    found = {kind: _by_place(kind, of_kind) for kind, of_kind in keys.items()}
    return [
        ReportLine(
            translation,
            found[_kind(translation)].get((translation.source.object_id, translation.source.locale_id)),
            found[_kind(translation)].get((translation.source.object_id, translation.target_locale_id)),
        )
        for translation in translations
    ]


def _kind(translation: Translation) -> type[Model]:
    """Return the model of both things; pages of all types are read as pages."""
    model: type[Model] = translation.source.specific_content_type.model_class()
    return Page if issubclass(model, Page) else model


def _by_place(kind: type[Model], keys: set[Any]) -> dict[Place, Any]:
    rows: Iterable[Any] = kind._default_manager.filter(translation_key__in=keys)
    return {(row.translation_key, row.locale_id): row for row in rows}
