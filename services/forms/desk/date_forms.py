"""The forms of the desk that speak of dates: which time limit holds, and by how much a date is put off."""

from typing import Any

from django import forms
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.forms import DayField
from departments.calendars import agency_calendar
from services.forms.actions.apologies import names_a_day
from services.forms.actions.dates import EXTENSION_UNITS, LONGEST_EXTENSION, wrong_number
from services.forms.desk.action_form import ActionForm, ReasonField
from services.forms.submissions.due_date_text import in_words, would_be
from services.forms.submissions.due_dates import offered_limits
from services.forms.submissions.handing_on import forward_until
from services.rules.choices import DurationUnit


class LimitChoice(ActionForm):
    """An act by which a dossier is accepted: where several time limits may hold, the officer says which."""

    def prepare(self) -> None:
        super().prepare()
        self.offered = offered_limits(self.submission) if self.submission.accepted_at is None else []
        self.dates = self._dates() if self.offered else []
        if len(self.offered) > 1:
            self.fields["limit"] = forms.ChoiceField(
                label=_("Which time limit holds for this application?"),
                choices=[(str(one.number), text) for one, text in zip(self.offered, self.dates, strict=True)],
                widget=forms.RadioSelect,
            )

    def _dates(self) -> list[str]:
        """Return each limit with the date it would give now, by the calendar of the agency."""
        calendar = agency_calendar(self.submission.agency_key)
        return [would_be(one, calendar) for one in self.offered]

    @property
    def limit(self) -> dict[str, Any]:
        return {"limit": int(self.cleaned_data["limit"])} if "limit" in self.fields else {}


class AcceptForm(LimitChoice):
    words = gettext_lazy("The citizen is told; the time limit begins with the acceptance.")
    facts_title = gettext_lazy("Time limit")

    @property
    def facts(self) -> list[str]:
        return self.dates if len(self.offered) == 1 else []

    def prepare(self) -> None:
        super().prepare()
        if any(one.row.get("unit") == DurationUnit.IMMEDIATE for one in self.offered):
            self.fields["slip_asked"] = forms.BooleanField(label=_("The applicant asks for a receipt"), required=False)

    @property
    def arguments(self) -> dict[str, Any]:
        asked = bool(self.cleaned_data.get("slip_asked"))
        return {**self.limit, "detail": {"slip_asked": True}} if asked else self.limit


class ApologyForm(ActionForm):
    """Why the result is late, and by when it comes now."""

    words = gettext_lazy(
        "The citizen gets an apology with the reason as you write it here. The application stays overdue."
    )
    facts_title = gettext_lazy("Due since")
    reason = ReasonField(label=gettext_lazy("Reason"))

    def prepare(self) -> None:
        if names_a_day(self.submission):
            self.fields["return_on"] = DayField(label=_("Day on which the result comes"))

    @property
    def facts(self) -> list[str]:
        due_at = self.submission.due_at
        return [in_words(due_at)] if due_at else []

    @property
    def arguments(self) -> dict[str, Any]:
        return {"reason": self.cleaned_data["reason"], "return_on": self.cleaned_data.get("return_on")}


class ForwardForm(ActionForm):
    """The stamp of handing on; until when it is due is told by it."""

    facts_title = gettext_lazy("To be handed on until")

    @property
    def facts(self) -> list[str]:
        until = forward_until(self.submission, agency_calendar(self.submission.agency_key))
        return [in_words(until)] if until else []


class CloseForm(ActionForm):
    """What did not come, and until when it was awaited."""

    words = gettext_lazy("The citizen reads the reason as you write it here.")
    reason = ReasonField(label=gettext_lazy("Reason"))

    def prepare(self) -> None:
        until = self.submission.reply_due_at
        if until is not None:
            day = timezone.localtime(until).strftime("%d/%m/%Y")
            with translation.override(self.submission.language):
                self.initial["reason"] = _("The documents asked for were not handed in until %(day)s.") % {"day": day}

    @property
    def arguments(self) -> dict[str, Any]:
        return {"reason": self.cleaned_data["reason"]}


class ExtendForm(ActionForm):
    """By how much the date is put off, and why."""

    words = gettext_lazy(
        "The citizen gets an apology with the new date and the reason as you write it here. This is possible once."
    )
    facts_title = gettext_lazy("Date until now")
    value = forms.IntegerField(label=gettext_lazy("Put off by"))
    unit = forms.ChoiceField(
        label=gettext_lazy("Hours or days"),
        choices=[(unit.value, unit.label) for unit in EXTENSION_UNITS],
        initial=DurationUnit.WORKING_DAY,
    )
    reason = ReasonField(label=gettext_lazy("Reason"))

    def prepare(self) -> None:
        self.fields["value"].error_messages["invalid"] = wrong_number()

    def clean_value(self) -> int:
        value: int = self.cleaned_data["value"]
        if not 0 < value <= LONGEST_EXTENSION:
            raise forms.ValidationError(wrong_number())
        return value

    @property
    def facts(self) -> list[str]:
        due_at = self.submission.due_at
        return [in_words(due_at)] if due_at else []

    @property
    def arguments(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in ("value", "unit", "reason")}
