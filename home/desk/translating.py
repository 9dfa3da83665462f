"""The translators' screen: what waits for them, narrowed by state, department and kind, found by its name."""

from typing import Any
from urllib.parse import urlencode

from django import forms
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Count
from django.db.models.functions import Length
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe
from wagtail.models import Locale, Page, PageQuerySet, get_page_models
from wagtail_localize.models import Translation, TranslationSource
from wagtail_localize.operations import translate_object

from core.admin_search import found_keys
from core.row_numbers import PageChoiceField
from core.translation_states import TranslationState
from departments.models import DepartmentPage
from home.desk.translation_queue import in_order, may_translate, queue_of, task, with_translations
from services.admin_list.filters import departments

ON_A_PAGE = 50
STATES = [(state.value, state.label) for state in (TranslationState.BEHIND, TranslationState.MISSING)]


def kinds() -> list[tuple[str, Any]]:
    """Return the kinds of pages that have an address, by the names editors read."""
    models = [model for model in get_page_models() if getattr(model, "has_address", False)]
    return sorted(
        ((model._meta.model_name, model._meta.verbose_name) for model in models), key=lambda kind: str(kind[1])
    )


class QueueFilter(forms.Form):
    """What the queue is narrowed by; what is not understood narrows nothing."""

    q = forms.CharField(label=_("Name or procedure code"), required=False, max_length=200)
    state = forms.ChoiceField(label=_("State"), required=False, choices=[("", _("All")), *STATES])
    department = PageChoiceField(
        label=_("Department"), required=False, queryset=DepartmentPage.objects.none(), empty_label=_("All")
    )
    kind = forms.ChoiceField(label=_("Kind of page"), required=False, choices=lambda: [("", _("All")), *kinds()])

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["department"].queryset = departments(None)  # type: ignore[attr-defined]

    def narrowed(self, pages: PageQuerySet) -> PageQuerySet:
        """Return the pages that fit everything but the state, which is counted first."""
        self.full_clean()
        if question := self.cleaned_data.get("q", "").strip():
            pages = pages.filter(pk__in=found_keys(Page, question))
        if department := self.cleaned_data.get("department"):
            pages = pages.filter(path__startswith=department.path)
        if kind := self.cleaned_data.get("kind"):
            pages = pages.filter(content_type__model=kind)
        return pages


@require_safe
def translation_queue(request: HttpRequest) -> HttpResponse:
    """List what this person may translate, fifty lines at a time; the questions are as many whatever there is."""
    if not may_translate(request.user):  # type: ignore[arg-type]  # nobody else gets into the admin
        raise PermissionDenied
    form = QueueFilter(request.GET)
    pages = form.narrowed(queue_of(request.user))  # type: ignore[arg-type]
    counted = dict(pages.order_by().values_list("translation_state").annotate(Count("pk")))
    chosen = form.cleaned_data.get("state", "")
    if chosen:
        pages = pages.filter(translation_state=chosen)
    page = Paginator(in_order(pages), ON_A_PAGE).get_page(request.GET.get("p"))
    found = [task(row) for row in with_translations(page.object_list).select_related("content_type")]
    owners = _owners([one.page for one in found])
    query = {name: value for name, value in request.GET.items() if name in form.fields and value}
    context = {
        "form": form,
        "counts": [
            (label, counted.get(value, 0), urlencode({**query, "state": value}), value == chosen)
            for value, label in STATES
        ],
        "lines": [(one, owners.get(one.page.pk)) for one in found],
        "page": page,
        "query": urlencode(query),
    }
    return render(request, "home/admin/translation_queue.html", context)


def _owners(pages: list[Page]) -> dict[int, str]:
    """Return the title of the department above each page, in one question."""
    steps = {page.path[:end] for page in pages for end in range(Page.steplen, len(page.path) + 1, Page.steplen)}
    rows = DepartmentPage.objects.filter(path__in=steps).order_by(Length("path")).values_list("path", "title")
    return {page.pk: title for path, title in rows for page in pages if page.path.startswith(path)}


@require_POST
def continue_translation(request: HttpRequest, page_pk: int) -> HttpResponse:
    """Begin the translation of a page that waits, or hand it the newer words, and open its editor.

    The queue itself is asked for the page: translators see no Vietnamese page in their part of the tree.
    """
    page = get_object_or_404(queue_of(request.user), pk=page_pk)  # type: ignore[arg-type]
    language = Locale.objects.exclude(language_code=settings.LANGUAGE_CODE).order_by("pk")[0]
    source = TranslationSource.objects.get_for_instance_or_none(page.specific)
    if source and Translation.objects.filter(source=source, target_locale=language).exists():
        source.update_from_db()
    else:
        translate_object(page.specific, [language], user=request.user)
    return redirect("wagtailadmin_pages:edit", page.get_translation(language).pk)
