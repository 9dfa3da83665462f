"""The page on which anybody works out when a dossier is due. It keeps nothing and knows nobody."""

import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.forms import PortalForm
from core.links import Link
from core.working_time import WorkingCalendar
from services.forms.views.calculator import (
    FIRST_YEAR,
    LAST_YEAR,
    CalculatedDate,
    CalculatorQuery,
    NotAMoment,
    cases_of,
    limits_of,
    read_moment,
    work_out,
)
from services.forms.views.calculator_agencies import agency_calendars
from services.forms.views.public_pages import addresses, service_at, to_original
from services.models import Duration, ServicePage
from services.pages.asking import whom_to_ask_about
from services.rules.cases import find_case
from services.rules.choices import ChannelKind

SHOWN_BY_THE_BOX = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2})?")
FEW = 3
"""Up to so many dates are shown with their working unfolded."""


class MomentInput(forms.TextInput):
    """The browser's own box for a date and a time, which sends ISO 8601; a plain one for what that box cannot show."""

    input_type = "datetime-local"

    def get_context(self, name: str, value: object, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        if value and not SHOWN_BY_THE_BOX.fullmatch(str(value)):
            context["widget"]["type"] = "text"
        return context


class MomentField(forms.CharField):
    """A moment as ISO 8601 tells it, by whatever it was typed."""

    widget = MomentInput(attrs={"step": 60, "class": "govuk-input--width-20"})
    calendar: WorkingCalendar

    def clean(self, value: object) -> datetime | None:
        try:
            typed = super().clean(value)
            return read_moment(typed, self.calendar.opens) if typed else None
        except NotAMoment as error:
            words = _("Give a date and a time between %(first)s and %(last)s, for example 2026-11-20T16:40.")
            raise ValidationError(words % {"first": FIRST_YEAR, "last": LAST_YEAR}) from error


class DueDateForm(PortalForm):
    """When it was accepted, how it was filed, and the case where limits differ by case."""

    received = MomentField(
        label=gettext_lazy("When the office accepts the complete application"),
        help_text=gettext_lazy("Day and hour, in the time of Việt Nam."),
        max_length=40,
    )
    channel = forms.ChoiceField(label=gettext_lazy("How it was filed"), required=False)
    case = forms.ChoiceField(label=gettext_lazy("Which case are you?"), required=False, widget=forms.RadioSelect)
    asked = MomentField(label=gettext_lazy("When documents were asked for, if they were"), required=False)
    complete = MomentField(label=gettext_lazy("When all of them were handed in"), required=False)
    agency = forms.ChoiceField(label=gettext_lazy("Which agency handles it"), required=False)

    def __init__(
        self, *args: Any, rows: list[Duration], calendar: WorkingCalendar, agencies: Mapping[str, str], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        for name in ("received", "asked", "complete"):
            self.fields[name].calendar = calendar  # type: ignore[attr-defined]
            self.fields[name].widget.attrs.pop("maxlength", None)
        self.cases = cases_of(rows)
        self.fields["channel"].choices = [("", _("Every channel")), *ChannelKind.choices]  # type: ignore[attr-defined]
        self.fields["case"].choices = [("", _("Every case")), *self.cases.items()]  # type: ignore[attr-defined]
        self.fields["agency"].choices = [("", _("Any agency")), *agencies.items()]  # type: ignore[attr-defined]
        if not agencies:
            del self.fields["agency"]
        if not self.cases:
            del self.fields["case"]
        if not any(row.channel for row in rows):
            del self.fields["channel"]
        if not self.tells_of_request:
            del self.fields["asked"], self.fields["complete"]

    @property
    def tells_of_request(self) -> bool:
        """Whether it is asked about a request for papers: only who wants that is asked when it was."""
        return "asked" in self.data or "complete" in self.data

    def clean(self) -> dict[str, Any]:
        """Refuse a reply without a request, and moments in the wrong order."""
        cleaned: dict[str, Any] = super().clean() or {}
        if not self.errors and not _query(cleaned).is_in_order:
            raise ValidationError(_("Documents are asked for after acceptance, and handed in after that."))
        return cleaned

    @property
    def query(self) -> CalculatorQuery:
        """What a form without errors asks."""
        return _query(self.cleaned_data)


def _query(values: dict[str, Any]) -> CalculatorQuery:
    return CalculatorQuery(
        values["received"],
        values.get("channel", ""),
        values.get("case", ""),
        values.get("asked"),
        values.get("complete"),
    )


def due_date(request: HttpRequest, slug: str) -> HttpResponse:
    """`?received=…&channel=…&case=…`: the dates with their working; without `received` those of an acceptance now."""
    page = service_at(slug)
    if elsewhere := to_original(page, "due_date", request.META.get("QUERY_STRING", "")):
        return elsewhere
    rows, agencies = limits_of(page), agency_calendars(page, request)
    calendar = agencies.of(request.GET.get("agency", ""))
    is_asked = "received" in request.GET
    now = timezone.now()
    opening = f"{calendar.next_working_moment(now):%Y-%m-%dT%H:%M}"
    typed = _typed(request.GET, cases_of(rows)) if is_asked else {"received": opening, "case": ""}
    form = DueDateForm(typed, rows=rows, calendar=calendar, agencies=agencies.names)
    worked = work_out(rows, form.query, calendar, page.translation_key) if form.is_valid() else []
    return render(
        request,
        "services/forms/due_date.html",
        _context(request, page, form)
        | _result(rows, worked, is_asked=is_asked)
        | {"ask": "" if worked else whom_to_ask_about(page, request)}
        | {"is_closed_now": not is_asked and not calendar.is_working_moment(now)}
        | {"with_request": _with_request(form)},
        status=400 if form.errors else 200,
    )


def _typed(query: QueryDict, cases: dict[str, str]) -> QueryDict:
    """Return what an address asks, with the key of the case where it names one as addresses did before."""
    key = find_case(cases, query.get("case", ""))
    if not key:
        return query
    typed = query.copy()
    typed["case"] = key
    return typed


def _with_request(form: DueDateForm) -> str:
    """Return the address at which it is asked about a request for papers too; "" where it is."""
    told = {name: form.data.get(name, "") for name in form.fields}
    return "" if form.tells_of_request else f"?{urlencode(told | {'asked': '', 'complete': ''})}"


def _context(request: HttpRequest, page: ServicePage, form: DueDateForm) -> dict[str, Any]:
    return {
        "title": _("Work out the appointment date"),
        "description": _("When an application is due, worked out step by step: %(service)s") % {"service": page.title},
        "service": page,
        "form": form,
        "above": [Link(page.title, page.get_url(request) or "")],
        "addresses": addresses(page, "due_date"),
    }


def _result(rows: list[Duration], worked: list[CalculatedDate], *, is_asked: bool) -> dict[str, Any]:
    return {
        "has_limits": bool(rows),
        "is_asked": is_asked,
        "worked": worked,
        "is_unfolded": len(worked) <= FEW,
    }
