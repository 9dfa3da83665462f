"""The fields of one row, for the editor that opens it."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.forms.models import BaseModelFormSet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from wagtail.admin.panels import Panel
from wagtail.models import Page

from core.row_numbers import row_number
from core.rows.formset import OF_EVERY_ROW
from core.rows.panel import RowPanel


def row_fields(request: HttpRequest, page_id: int, relation: str) -> HttpResponse:
    """Answer the fields of the row with `key`, as the latest draft has it, for the form's row `number`."""
    page = editable_page(request, page_id)
    panel, formset = rows_of(page, relation)
    key, number = request.GET.get("key", ""), row_number(request.GET.get("number", ""))
    row = next((row for row in formset.get_queryset() if str(row.translation_key) == key), None)
    if row is None or number is None:
        raise Http404
    form = formset.form(instance=row, prefix=formset.add_prefix(number), **formset.get_form_kwargs(None))
    return HttpResponse(shown(panel, form, request))


def editable_page(request: HttpRequest, page_id: int) -> Page:
    """Return the latest draft of a page this person may edit."""
    page = get_object_or_404(Page, pk=page_id)
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    return page.get_latest_revision_as_object()


def rows_of(page: Page, relation: str) -> tuple[RowPanel, BaseModelFormSet]:
    """Return the panel of one kind of rows in the editor of a page, and the rows as its form has them."""
    editor = page.get_edit_handler()
    panel = _panel_of(editor, relation)
    if panel is None:
        raise Http404
    formset_class = editor.get_form_class().formsets[relation]
    return panel, formset_class(instance=page, prefix=relation)


def shown(panel: RowPanel, form: Any, request: HttpRequest) -> str:  # noqa: ANN401 (the form of a row)
    """Return the fields of a row, without those its line in the editor has already."""
    for name in OF_EVERY_ROW:
        form.fields.pop(name, None)
    bound = panel.child_edit_handler.get_bound_panel(
        instance=form.instance, request=request, form=form, prefix=f"row-{form.prefix}"
    )
    return bound.render_form_content()


def _panel_of(panel: Panel, relation: str) -> RowPanel | None:
    if isinstance(panel, RowPanel):
        return panel if panel.relation_name == relation else None
    return next((found for child in getattr(panel, "children", ()) if (found := _panel_of(child, relation))), None)
