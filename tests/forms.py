"""What the admin's edit form of a page would post, read from the form itself."""

from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.forms import Form, MultiWidget
from django.forms.formsets import BaseFormSet
from wagtail.blocks import ListBlock, StreamBlock, StructBlock
from wagtail.contrib.settings.models import BaseGenericSetting
from wagtail.contrib.settings.views import get_setting_edit_handler
from wagtail.models import Page


def posted(page: Page, **changes: Any) -> dict[str, Any]:
    """The fields and rows of the form as it opens, with `changes`."""
    form_class = page.get_edit_handler().get_form_class()
    form = form_class(instance=page, for_user=AnonymousUser(), parent_page=page.get_parent() if page.path else None)
    data = _fields(form)
    for formset in form.formsets.values():
        data.update(_rows(formset))
    return {**data, **changes}


def posted_setting(setting: BaseGenericSetting, **changes: Any) -> dict[str, Any]:
    """The fields of the form of a setting as it opens, with `changes`."""
    form_class = get_setting_edit_handler(type(setting)).get_form_class()
    return {**_fields(form_class(instance=setting, for_user=AnonymousUser())), **changes}


def _rows(formset: BaseFormSet) -> dict[str, Any]:
    data = _fields(formset.management_form)
    for number, form in enumerate(formset.initial_forms):
        data.update({form.add_prefix("id"): "", **_fields(form)})
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
    """The children of a stream or a list, each with its place and id."""
    data: dict[str, Any] = {f"{name}-count": len(value)}
    children = value if hasattr(value, "stream_block") else value.bound_blocks
    for number, child in enumerate(children):
        stem = f"{name}-{number}"
        place = {f"{stem}-order": number, f"{stem}-deleted": "", f"{stem}-id": child.id or ""}
        kind = {f"{stem}-type": child.block_type} if hasattr(value, "stream_block") else {}
        data |= {**place, **kind, **_block(f"{stem}-value", child.block, child.value)}
    return data


def _block(name: str, block: Any, value: Any) -> dict[str, Any]:
    if isinstance(block, StructBlock):
        parts = [_block(f"{name}-{key}", child, value.get(key)) for key, child in block.child_blocks.items()]
        return {key: item for part in parts for key, item in part.items()}
    if isinstance(block, (StreamBlock, ListBlock)):
        return _stream(name, value)
    return {} if value is None or value is False else {name: getattr(value, "pk", value)}
