"""Doors of wagtail-localize that let a translator publish or see more than the own pages, each with the lock it lacks.

It asks for one right, to submit for translation, where the page itself has to be asked.
"""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, path
from wagtail.models import Page
from wagtail.snippets.permissions import user_can_edit_snippet_type
from wagtail_localize.views.convert import convert_to_alias
from wagtail_localize.views.submit_translations import SubmitSnippetTranslationView
from wagtail_localize.views.update_translations import UpdateTranslationsForm, UpdateTranslationsView

from core.translations_report import TranslationsReport


class UpdateTranslations(UpdateTranslationsView):
    """Brings translations up to date: of pages one may edit; publishes them for whoever may publish all of them."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        source = self.get_object()
        self.rights = list(_rights_on(request, source.translations.filter(enabled=True)))
        if not all(may_edit for may_edit, _may_publish in self.rights):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_form(self) -> UpdateTranslationsForm:
        form: UpdateTranslationsForm = super().get_form()
        if not all(may_publish for _may_edit, may_publish in self.rights):
            field = form.fields["publish_translations"]
            field.disabled, field.widget = True, forms.HiddenInput()
        return form


def _rights_on(request: HttpRequest, translations: Any) -> Iterator[tuple[bool, bool]]:  # noqa: ANN401 (a queryset)
    """Yield of each translation whether this person may edit it, and whether publish it."""
    for translation in translations:
        target = translation.get_target_instance()
        if isinstance(target, Page):
            rights = target.permissions_for_user(request.user)
            yield rights.can_edit(), rights.can_publish()
        else:
            may = user_can_edit_snippet_type(request.user, type(target))
            yield may, may


class SubmitSnippetTranslation(SubmitSnippetTranslationView):
    """Makes a translation of a row for whoever may change such rows: it is in use at once."""

    def get_object(self) -> Any:  # noqa: ANN401 (a row of any translatable model)
        row = super().get_object()
        if not user_can_edit_snippet_type(self.request.user, type(row)):
            raise PermissionDenied
        return row


def convert_back(request: HttpRequest, page_id: int) -> HttpResponse:
    """Make a translation a stand-in again for whoever may publish: what readers get changes at once."""
    if not get_object_or_404(Page, pk=page_id).permissions_for_user(request.user).can_publish():
        raise PermissionDenied
    answer: HttpResponse = convert_to_alias(request, page_id)
    return answer


def translation_urls() -> list[URLPattern]:
    """Return the same addresses as wagtail-localize's; they are asked first."""
    return [
        path("localize/update/<int:translation_source_id>/", UpdateTranslations.as_view()),
        path(
            "localize/submit/snippet/<slug:app_label>/<slug:model_name>/<str:pk>/", SubmitSnippetTranslation.as_view()
        ),
        path("localize/page/<int:page_id>/convert_to_alias/", convert_back),
        path("localize/reports/translations/", TranslationsReport.as_view()),
        path("localize/reports/translations/results/", TranslationsReport.as_view(results_only=True)),
    ]
