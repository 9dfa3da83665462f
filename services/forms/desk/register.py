"""What is asked of the register: which agency, from which day to which, as what."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.forms import DayField, PortalForm
from services.forms.desk.forms import choices_of
from services.forms.desk.workplace import Workplace
from services.forms.models import OfficerRole, Submission
from services.forms.models.officer import department_names
from services.forms.slips.register import Period

LONGEST_PERIOD = 366
"""Days."""
MOST_ROWS = {"pdf": 1_000, "csv": 50_000, "xlsx": 50_000}
"""A PDF is made in memory, the lists are not."""


class RegisterForm(PortalForm):
    """The agencies offered are those the officer works for."""

    agency = forms.ChoiceField(label=gettext_lazy("Agency"))
    since = DayField(label=gettext_lazy("Accepted since"))
    until = DayField(label=gettext_lazy("Accepted until"))

    def __init__(self, data: Mapping[str, object] | None, desk: Workplace) -> None:
        today = timezone.localdate()
        super().__init__(data, initial={"since": today.replace(day=1), "until": today})
        self.desk = desk
        names = department_names()
        keys = {str(office.department_key) for office in desk.offices if office.role != OfficerRole.SUPERVISOR}
        self.agencies = {key: name for key, name in names.items() if key in keys}
        choices_of(self, "agency").choices = [*self.agencies.items()]

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        since, until = cleaned.get("since"), cleaned.get("until")
        if since and until and since > until:
            raise ValidationError(_("The first day is after the last one."))
        if since and until and (until - since).days >= LONGEST_PERIOD:
            raise ValidationError(_("Choose a period of at most %(days)d days.") % {"days": LONGEST_PERIOD})
        return cleaned

    @property
    def agency_name(self) -> str:
        return self.agencies[self.cleaned_data["agency"]]

    @property
    def period(self) -> Period:
        return Period(self.cleaned_data["since"], self.cleaned_data["until"])

    def found(self) -> QuerySet[Submission]:
        """Return what that agency accepted in the period, in the order of acceptance, as far as this officer may see
        it.
        """
        begins, ends = _midnight(self.period.since), _midnight(self.period.until + timedelta(days=1))
        rows = self.desk.submissions.filter(agency_key=self.cleaned_data["agency"])
        return rows.filter(accepted_at__gte=begins, accepted_at__lt=ends).order_by("accepted_at", "pk")

    def refuse_if_too_many(self, kind: str, count: int) -> None:
        """Say it beside the form when the list would be longer than it can be made."""
        if count > MOST_ROWS[kind]:
            words = _(
                "These are %(count)d applications; this list takes %(most)d. Choose a shorter period or another format."
            )
            self.add_error(None, words % {"count": count, "most": MOST_ROWS[kind]})


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))
