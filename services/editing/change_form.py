"""The form of a change of many services: which fields, how, and what becomes of the drafts."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.widgets import AdminDateInput

from core.i18n import IN_SOURCE_LANGUAGE
from core.models import Audience, Field, LifeEvent
from services.editing.change_plan import Then
from services.editing.field_changes import FieldChanges, How, ReviewChange, TermChange

UNCHANGED = ("", gettext_lazy("leave as it is"))


def _in_vietnamese(model: Any) -> Any:  # noqa: ANN401 (a vocabulary and its rows)
    return model.objects.filter(**IN_SOURCE_LANGUAGE)


class ChangesForm(forms.Form):
    """What to change in the services that were ticked; each field is left as it is unless one says otherwise."""

    field = forms.ModelChoiceField(
        label=gettext_lazy("Field of administration"),
        queryset=Field.objects.none(),
        required=False,
        empty_label=UNCHANGED[1],
    )
    audiences_how = forms.ChoiceField(
        label=gettext_lazy("Audiences"), choices=[UNCHANGED, *How.choices], required=False
    )
    audiences = forms.ModelMultipleChoiceField(
        label=gettext_lazy("Which audiences"),
        queryset=Audience.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    life_events_how = forms.ChoiceField(
        label=gettext_lazy("Life events"), choices=[UNCHANGED, *How.choices], required=False
    )
    life_events = forms.ModelMultipleChoiceField(
        label=gettext_lazy("Which life events"),
        queryset=LifeEvent.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    review_due_how = forms.ChoiceField(
        label=gettext_lazy("Next review due"), choices=[UNCHANGED, *ReviewChange.choices], required=False
    )
    review_due = forms.DateField(label=gettext_lazy("On which day"), required=False, widget=AdminDateInput)
    then = forms.ChoiceField(
        label=gettext_lazy("What becomes of the changed pages"),
        choices=Then.choices,
        initial=Then.DRAFT,
        widget=forms.RadioSelect,
        help_text=gettext_lazy("Where you may not publish or submit, and on pages never public, a draft is kept."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, model in (("field", Field), ("audiences", Audience), ("life_events", LifeEvent)):
            self.fields[name].queryset = _in_vietnamese(model)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        for name in ("audiences", "life_events"):
            self._ask_for_both(f"{name}_how", name, _("Choose what to add, remove or put in their place."))
        if cleaned.get("review_due_how") != ReviewChange.CLEAR:
            self._ask_for_both("review_due_how", "review_due", _("Type the day."))
        if not self.errors and self.changes() == FieldChanges():
            raise forms.ValidationError(_("Choose at least one field to change."))
        return cleaned

    def _ask_for_both(self, how: str, what: str, message: str) -> None:
        if self.cleaned_data.get(how) and not self.cleaned_data.get(what) and what not in self.errors:
            self.add_error(what, message)
        elif self.cleaned_data.get(what) and not self.cleaned_data.get(how):
            self.add_error(how, _("Choose what to do with them."))

    def changes(self) -> FieldChanges:
        """Return what was asked for."""
        cleaned = self.cleaned_data
        is_cleared = cleaned["review_due_how"] == ReviewChange.CLEAR
        return FieldChanges(
            field=cleaned["field"],
            audiences=self._terms("audiences"),
            life_events=self._terms("life_events"),
            review_due=ReviewChange.CLEAR if is_cleared else cleaned["review_due"],
        )

    def _terms(self, name: str) -> TermChange | None:
        how = self.cleaned_data[f"{name}_how"]
        return TermChange(How(how), tuple(self.cleaned_data[name])) if how else None
