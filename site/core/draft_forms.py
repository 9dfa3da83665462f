"""Forms of pages and their rows that take whatever a database can hold: what is wrong with it is said at publishing.

Every button of the editor saves a draft first, also "publish" and "submit"; so nothing typed is ever refused because
something else is not ready.
"""

from typing import Any

from django.core.validators import EmailValidator, URLValidator
from django.forms import Field
from django.forms.formsets import ORDERING_FIELD_NAME
from django.forms.utils import ErrorDict, ErrorList
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy
from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.blocks import BlockField

from core.block_errors import stream_error
from core.problems import Problem

FORMAT_RULES = (EmailValidator, URLValidator)
"""Validators of form fields that a draft is not asked: the columns take any text."""

KEPT_BY_DATABASE = {"title", "slug"}
"""What a page cannot be stored without."""


class DraftRules:
    """Give it to a form before its base class: its model's rules are left to the gate of publishing."""

    fields: dict[str, Field]

    missing: Any = None
    """What is said of a field without which the database cannot keep it; None leaves Django's words."""

    def defer_required_fields(self) -> None:
        super().defer_required_fields()  # type: ignore[misc] # Wagtail's form, by what it is given to
        for field in self.fields.values():
            if self.missing:
                field.error_messages["required"] = self.missing
            field.validators = [rule for rule in field.validators if not isinstance(rule, FORMAT_RULES)]

    def _get_validation_exclusions(self) -> set[str]:
        left: set[str] = super()._get_validation_exclusions()  # type: ignore[misc]
        names = {field.name for field in self._meta.model._meta.get_fields()}  # type: ignore[attr-defined]
        return left | (names - KEPT_BY_DATABASE)


class DraftRowForm(DraftRules, WagtailAdminModelForm):
    """The form of a row. One that was opened and not filled in yet is no row: it is neither stored nor refused.

    `is_kept`: the latest draft has the row, though it may have no number yet.
    """

    is_kept = False
    missing = gettext_lazy(
        "This row cannot be kept without it: choose it, or remove the row. What you typed is still here."
    )

    @cached_property
    def changed_data(self) -> list[str]:
        names: list[str] = super().changed_data
        return names if self.instance.pk else [name for name in names if name != ORDERING_FIELD_NAME]

    def full_clean(self) -> None:
        if self.is_bound and self.instance.pk is None and not self.is_kept and not self.has_changed():
            self._errors, self.cleaned_data = ErrorDict(), {ORDERING_FIELD_NAME: None}
        else:
            super().full_clean()


def show_problems(form: Any, problems: list[Problem]) -> None:  # noqa: ANN401 (a form that has rows of its own)
    """Write each problem beside its field in a form nobody has sent yet."""
    form._errors = form._errors or ErrorDict()
    streams = [name for name, field in form.fields.items() if isinstance(field, BlockField)]
    for name in streams:
        if found := [problem for problem in problems if problem.field == name]:
            form._errors[name] = ErrorList([stream_error(found)])  # the editor of a stream shows one error
    for problem in problems:
        if problem.field in streams:
            continue
        if problem.field in form.formsets:
            _show_at_row(form.formsets[problem.field], problem)
        else:
            _add(form, problem.field if problem.field in form.fields else "__all__", problem)


def _show_at_row(rows: Any, problem: Problem) -> None:  # noqa: ANN401 (a set of forms)
    if problem.row is None or problem.row >= len(rows.forms):
        rows._errors = rows.errors
        rows._non_form_errors = ErrorList([*rows.non_form_errors(), str(problem.message)])
        return
    row = rows.forms[problem.row]
    row._errors = row._errors or ErrorDict()
    _add(row, problem.column if problem.column in row.fields else "__all__", problem)


def _add(form: Any, name: str, problem: Problem) -> None:  # noqa: ANN401 (a form of a page or of a row)
    form._errors[name] = ErrorList([*form._errors.get(name, ()), str(problem.message)])
