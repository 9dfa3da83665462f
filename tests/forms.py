"""What the admin's edit form of a page would post, read from the form itself."""

from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.forms import Form, MultiWidget
from django.forms.formsets import BaseFormSet
from wagtail.models import Page


def posted(page: Page, **changes: Any) -> dict[str, Any]:
    """The fields and rows of the form as it opens, with `changes`."""
    form_class = page.get_edit_handler().get_form_class()
    form = form_class(instance=page, for_user=AnonymousUser(), parent_page=page.get_parent() if page.path else None)
    data = _fields(form)
    for formset in form.formsets.values():
        data.update(_rows(formset))
    return {**data, **changes}


def _rows(formset: BaseFormSet) -> dict[str, Any]:
    data = _fields(formset.management_form)
    for number, form in enumerate(formset.initial_forms):
        data.update(_fields(form))
        data[form.add_prefix("ORDER")] = number + 1
    return data


def _fields(form: Form) -> dict[str, Any]:
    data: dict[str, Any] = {}
    for bound in form:
        data.update(_values(bound))
    for name, formset in getattr(form, "formsets", {}).items():
        assert name
        data.update(_rows(formset))
    return data


def _values(bound: Any) -> dict[str, Any]:
    widget, value = bound.field.widget, bound.value()
    if isinstance(widget, MultiWidget):
        parts = widget.decompress(value)
        return {f"{bound.html_name}_{number}": part for number, part in enumerate(parts) if part is not None}
    if value is None or value is False:
        return {}
    if hasattr(widget, "block_def"):
        return _stream(bound.html_name, value)
    shown = widget.format_value(value) if hasattr(widget, "format_value") else value
    return {} if shown is None else {bound.html_name: shown}


def _stream(name: str, value: Any) -> dict[str, Any]:
    assert not len(value), "a stream field with blocks is posted by the test itself"
    return {f"{name}-count": 0}
