"""The rows of one kind in a page's editor: a line for each, opened one at a time."""

import re
from collections.abc import Callable, Iterator
from typing import Any

from django.db.models import prefetch_related_objects
from django.forms import Media
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.safestring import SafeString, mark_safe
from wagtail.admin.panels import FieldPanel, InlinePanel, Panel
from wagtail.admin.telepath import register
from wagtail.models import TranslatableMixin

from core.draft_panels import RowsPanel
from core.manual_links import manual_address
from core.rows.formset import RowFormSet
from core.rows.summaries import RowSummary

EDITOR = "edit"
OPEN = "rows"
"""The address of the editor with `?rows=open` shows every row with its fields, as it is needed without JavaScript."""
BLANKS = re.compile(r"\s*\n\s*")
FILTERED_FROM = 8
"""Rows from which on it is worth looking for one by its words."""


class RowPanel(RowsPanel):
    """Rows as lines: `summary` tells a row in a line, `named_by` are the relations it reads for that, all at once.

    `named_after` is the field whose words the heading follows while they are typed; `prepare` tells rows beforehand
    what they read of the page's form; `pasted_at` is the name of the address that reads rows pasted from Word or Excel,
    where that is offered; `explained_at`, the heading of the editors' manual that tells how these rows are written, as
    it stands in addresses. Rows without a key of their own (links to other pages) are lines as well; their few fields
    are there from the beginning.
    """

    def __init__(
        self,
        relation_name: str,
        *args: Any,
        summary: Callable[[Any], RowSummary],
        named_by: tuple[str, ...] = (),
        named_after: str = "",
        prepare: Callable[[Any, list[Any]], None] | None = None,
        pasted_at: str = "",
        explained_at: str = "",
        **kwargs: Any,
    ) -> None:
        super().__init__(relation_name, *args, **kwargs)
        self.summary, self.named_by, self.named_after = summary, named_by, named_after
        self.prepare, self.pasted_at, self.explained_at = prepare, pasted_at, explained_at

    def clone_kwargs(self) -> dict[str, Any]:
        names = ("summary", "named_by", "named_after", "prepare", "pasted_at", "explained_at")
        return {**super().clone_kwargs(), **{name: getattr(self, name) for name in names}}

    @property
    def has_keys(self) -> bool:
        """Whether rows are known by a key in every version."""
        return issubclass(self.db_field.related_model, TranslatableMixin)

    @cached_property
    def child_edit_handler(self) -> Panel:
        """The fields of a row, without buttons for comments: Wagtail offers none where rows move."""
        handler = super().child_edit_handler
        for panel in _fields_in(handler):
            panel.disable_comments = True
        return handler

    def get_form_options(self) -> dict[str, Any]:
        options = super().get_form_options()
        if self.has_keys:
            options["formsets"][self.relation_name]["formset"] = RowFormSet
        return options

    @register
    class BoundPanel(InlinePanel.BoundPanel):
        """The rows of one page in one form."""

        template_name = "core/admin/rows/panel.html"
        telepath_adapter_name = "wagtail.panels.InlinePanel"

        def __init__(self, **kwargs: Any) -> None:
            super().__init__(**kwargs)
            if self.form is None:
                return
            rows = [child.form.instance for child in self.children]
            prefetch_related_objects(rows, *self.panel.named_by)
            if self.panel.prepare:
                self.panel.prepare(self.form, rows)
            for child in (*self.children, self.empty_child):
                child.prefix = f"row-{child.form.prefix}"  # as short as where the fields come by themselves
            for child in self.children:
                child.is_closed = self._is_closed(child.form)
                child.is_folded = child.is_closed or self._is_folded(child.form)
                child.key = self._key_of(child.form)
                child.summary = self.panel.summary(child.form.instance)

        def get_context_data(self, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
            context = super().get_context_data(parent_context)
            is_kept = self.request is not None and self._shows_latest_draft()
            return {
                **context,
                "is_filtered": len(self.children) >= FILTERED_FROM,
                "paste_address": self._paste_address(),
                "manual_address": self._manual_address(),
                "fields_address": self._fields_address() if is_kept else "",
                "empty_row": self._empty_row(context),
            }

        def _empty_row(self, context: dict[str, Any]) -> SafeString:
            """The row that is added; nothing is typed in it yet, so that the blanks of its templates can go."""
            shown = render_to_string("core/admin/rows/row.html", {**context, "self": self, "child": self.empty_child})
            return mark_safe(BLANKS.sub("\n", shown))  # noqa: S308 (rendered a line ago)

        @property
        def media(self) -> Media:
            return Media(js=["rows.js", "pasted-rows.js"])

        def _fields_address(self) -> str:
            return reverse("row_fields", args=[self.instance.pk, self.panel.relation_name])

        def _paste_address(self) -> str:
            return reverse(self.panel.pasted_at, args=[self.panel.relation_name]) if self.panel.pasted_at else ""

        def _manual_address(self) -> str:
            return manual_address(self.panel.explained_at) if self.panel.explained_at else ""

        def _is_closed(self, form: Any) -> bool:  # noqa: ANN401 (the form of a row)
            """Return whether a row is posted by its key alone."""
            if not self.panel.has_keys or not self._is_as_stored(form):
                return False
            return self.formset.is_closed(form) if self.formset.is_bound else OPEN not in self.request.GET

        def _is_folded(self, form: Any) -> bool:  # noqa: ANN401 (the form of a row)
            """Return whether a row without a key shows its line alone; its fields are there."""
            if self.panel.has_keys or not self._is_as_stored(form):
                return False
            return not form.has_changed() if self.formset.is_bound else OPEN not in self.request.GET

        def _is_as_stored(self, form: Any) -> bool:  # noqa: ANN401 (the form of a row)
            return self._shows_latest_draft() and not form._errors and form in self.formset.initial_forms

        def _key_of(self, form: Any) -> str:  # noqa: ANN401 (the form of a row)
            """Return what the row is found by when it is posted; "" for one that the latest draft does not have."""
            is_known = self.panel.has_keys and self._shows_latest_draft() and form in self.formset.initial_forms
            return str(form.instance.translation_key) if is_known else ""

        def _shows_latest_draft(self) -> bool:
            """Only there the rows that are posted by their key are those that are shown; not in an older version."""
            match = self.request.resolver_match if self.request else None
            return match is not None and match.url_name == EDITOR and self.instance.pk is not None


def _fields_in(panel: Panel) -> Iterator[FieldPanel]:
    for child in getattr(panel, "children", ()):
        if isinstance(child, FieldPanel):
            yield child
        else:
            yield from _fields_in(child)
