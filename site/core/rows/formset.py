"""The rows of a page's form as they come back. A row nobody opened is posted by its key and stays as it is."""

from functools import cached_property
from typing import Any

from django import forms
from django.db.models import Model
from django.forms.formsets import DELETION_FIELD_NAME, ORDERING_FIELD_NAME
from django.forms.models import BaseModelFormSet
from modelcluster.forms import BaseChildFormSet

KEY, CLOSED = "known", "closed"
"""What posts the translation key of a row with its fields, and of one without: its name in every version, whether the
row has a number already or not.
"""
OF_EVERY_ROW = ("id", ORDERING_FIELD_NAME, DELETION_FIELD_NAME)
"""Fields of a row that are no columns an editor types."""


class RowFormSet(BaseChildFormSet):
    """Rows found by their key in the latest draft, where Wagtail asks the database for each by its number."""

    def is_closed(self, form: forms.ModelForm) -> bool:
        """Return whether a posted row was not opened."""
        return self.is_bound and form.add_prefix(CLOSED) in self.data

    def _construct_form(self, i: int, **kwargs: Any) -> forms.ModelForm:
        if self.is_bound and i < self.initial_form_count() and (row := self._posted_row(self.add_prefix(i))):
            # past the class below, which would look for the row by its number
            form = super(BaseModelFormSet, self)._construct_form(i, instance=row, **kwargs)  # type: ignore[misc] # untyped
            form.is_kept = True
            return form
        return super()._construct_form(i, **kwargs)

    def add_fields(self, form: forms.ModelForm, index: int | None) -> None:
        super().add_fields(form, index)
        form.fields["id"] = forms.IntegerField(
            initial=form.instance.pk, required=False, localize=False, widget=forms.HiddenInput
        )
        if self.is_closed(form):
            for name in set(form.fields).difference(OF_EVERY_ROW):
                del form.fields[name]

    def save(self, commit: bool = True) -> list[Model]:
        saved = super().save(commit=False)
        rows = getattr(self.instance, self.rel_name)
        # Wagtail takes rows without a number out and back in as they were posted; those found by their key were not new
        deleted = self.deleted_forms
        rows.add(*(form.instance for form in self.initial_forms if self._stays_unnumbered(form, deleted)))
        if commit:
            rows.commit()
        return saved

    def _stays_unnumbered(self, form: forms.ModelForm, deleted: list[forms.ModelForm]) -> bool:
        return form.instance.pk is None and form not in deleted and str(form.instance.translation_key) in self._by_key

    def _should_delete_form(self, form: forms.ModelForm) -> bool:
        # a closed row that the draft no longer has was taken out by somebody else
        gone = self.is_closed(form) and str(form.instance.translation_key) not in self._by_key
        return gone or super()._should_delete_form(form)

    def _posted_row(self, prefix: str) -> Model | None:
        keys = (self.data.get(f"{prefix}-{name}", "") for name in (KEY, CLOSED))
        return next((self._by_key[key] for key in keys if key in self._by_key), None)

    @cached_property
    def _by_key(self) -> dict[str, Model]:
        return {str(row.translation_key): row for row in self.get_queryset()}
