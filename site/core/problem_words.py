"""How a problem of a page is told: its place by the names editors see, its words, the way to it in the editor."""

from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.db.models import Model
from django.db.models.fields.related import ForeignObjectRel
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from wagtail.models import Page

from core.problems import Problem

SHOW_PROBLEMS = "problems"
"""The query of an editor's address that shows beside each field what is wrong with it."""


def in_words(page: Page, problem: Problem) -> str:
    """Return place and words: "fee 2, amount in đồng: …"."""
    place = _place(page, problem)
    return f"{place}: {problem.message}" if place else str(problem.message)


def editor_address(page: Page, problem: Problem | None = None) -> str:
    """Return the address of the editor that shows the problems, at the place of this one."""
    address = f"{reverse('wagtailadmin_pages:edit', args=[page.pk])}?{SHOW_PROBLEMS}=1"
    return f"{address}#{_anchor(page, problem)}" if problem and problem.field else address


def linked(page: Page, problems: list[Problem]) -> SafeString:
    """Return a list of the problems, each leading to its place."""
    lines = [(editor_address(page, problem), in_words(page, problem)) for problem in problems]
    return format_html("<ul>{}</ul>", format_html_join("", '<li><a href="{}">{}</a></li>', lines))


def _place(page: Page, problem: Problem) -> str:
    if not problem.field:
        return ""
    if problem.row is None:
        return _name(_type(page), problem.field)
    rows: Any = _type(page)._meta.get_field(problem.field).related_model
    parts = [f"{rows._meta.verbose_name} {problem.row + 1}"]
    return ", ".join([*parts, _name(rows, problem.column)] if problem.column else parts)


def _type(page: Page) -> type[Page]:
    """Return what kind of page it is, be it read as that or as any page."""
    return page.specific_class or type(page)


def _name(model: type[Model], field: str) -> str:
    try:
        found = model._meta.get_field(field)
    except FieldDoesNotExist:
        return field
    if isinstance(found, ForeignObjectRel):
        rows: Any = found.related_model
        return str(rows._meta.verbose_name_plural)
    return str(getattr(found, "verbose_name", field))


def _anchor(page: Page, problem: Problem) -> str:
    """Return the id of the element in the editor's form."""
    if problem.row is not None:
        stem = f"{problem.field}-{problem.row}"
        return f"id_{stem}-{problem.column}" if problem.column else f"inline_child_{stem}"
    is_rows = isinstance(_type(page)._meta.get_field(problem.field), ForeignObjectRel)
    return f"id_{problem.field}-FORMS" if is_rows else f"id_{problem.field}"
