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
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    if problem is None or not problem.field:
        return f"{address}?{SHOW_PROBLEMS}=1"
    place = problem.field if problem.row is None else f"{problem.field}-{problem.row}"
    # the place stands in the query, too: a browser then opens the page anew, on the tab that holds the place
    return f"{address}?{SHOW_PROBLEMS}={place}#{anchor(problem)}"


def linked(page: Page, problems: list[Problem]) -> SafeString:
    """Return a list of the problems, each leading to its place."""
    lines = [(link(editor_address(page, problem), in_words(page, problem)),) for problem in problems]
    return format_html('<ul class="errorlist">{}</ul>', format_html_join("", "<li>{}</li>", lines))


def link(address: str, words: str) -> SafeString:
    """Return a link that can be read on the ground of Wagtail's messages, whose own colour of links cannot."""
    return format_html('<a href="{}" style="color: inherit; text-decoration: underline">{}</a>', address, words)


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


def anchor(problem: Problem) -> str:
    """Return what Wagtail's editor opens a tab for and scrolls to: a row by its element, a field by its path."""
    if problem.row is not None:
        return f"inline_child_{problem.field}-{problem.row}"
    return f":w:contentpath={problem.field}"
