"""Which dossiers of a queue are shown, and in what order: words to search for, filters, sorting."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import F, Q, QuerySet
from django.db.models.expressions import OrderBy
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.forms import DayField, LineField, PortalForm
from services.forms.desk.action_form import choices_of
from services.forms.desk.queues import Queue
from services.forms.desk.workplace import Workplace
from services.forms.models import Submission
from services.forms.models.submission import CODE_KEY
from services.forms.rules.references import possible_keys
from services.forms.submissions.search_keys import key_of_query, kind_of

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

PER_PAGE = 50
MOST = 5_000
"""So many dossiers are listed on the pages of a queue: counting and leafing on would cost more with every year."""

SORTS: dict[str, tuple["StrOrPromise", tuple[str | OrderBy, ...]]] = {
    "oldest": (_("Filed first"), ("filed_at", "pk")),
    "newest": (_("Filed last"), ("-filed_at", "-pk")),
    "changed": (_("Changed last"), ("-changed_at", "-pk")),
    "due": (_("Due first"), (F("due_at").asc(nulls_last=True), "pk")),
    "code": (_("By code"), ("code",)),
}

NEEDED = (
    *("id", "code", "state", "revision", "service_title", "agency_name", "filed_at", "accepted_at", "closed_at"),
    *("due_at", "intake_due_at", "limit"),
    *("changed_at", "answers", "assigned_to__first_name", "assigned_to__last_name", "assigned_to__email"),
)
"""The columns a list needs."""


class FilterForm(PortalForm):
    """What to show. Its choices are made of the dossiers of this officer alone."""

    q = LineField(label=_("Code, name or telephone number"), required=False, max_length=200)
    state = forms.ChoiceField(label=_("State"), required=False)
    service = forms.ChoiceField(label=_("Service"), required=False)
    agency = forms.ChoiceField(label=_("Agency"), required=False)
    since = DayField(label=_("Filed since"), required=False)
    until = DayField(label=_("Filed until"), required=False)
    sort = forms.ChoiceField(
        label=_("Order"), required=False, choices=[(name, sort[0]) for name, sort in SORTS.items()]
    )

    def __init__(self, data: Mapping[str, object], desk: Workplace, queue: Queue) -> None:
        super().__init__(data)
        self.queue = queue
        self.offered: dict[str, Sequence[tuple[str, StrOrPromise]]] = {}
        states = sorted(queue.states)
        self._choose("state", [(str(int(state)), state.label) for state in states])
        self._choose("service", _by_name(desk.choices.services))
        self._choose("agency", _by_name(desk.choices.agencies))
        for name in ("state", "service", "agency"):
            if len(self.offered[name]) < 2:  # nothing to choose
                del self.fields[name]

    def _choose(self, name: str, choices: "Sequence[tuple[str, StrOrPromise]]") -> None:
        self.offered[name] = choices
        choices_of(self, name).choices = [("", _("All")), *choices]

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        since, until = cleaned.get("since"), cleaned.get("until")
        if since and until and since > until:
            raise ValidationError(_("The first day is after the last one."))
        return cleaned

    @property
    def chosen(self) -> dict[str, str]:
        """What was asked for, for the addresses of the other pages and of the export."""
        return {name: str(self.data[name]) for name in self.fields if self.data.get(name)}

    @property
    def search(self) -> str | None:
        """By what it was searched, for the audit; None for no search, or one that was not made."""
        return kind_of(self.cleaned_data["q"]) if self.is_valid() and self.cleaned_data["q"] else None

    def applied(self, rows: QuerySet[Submission]) -> QuerySet[Submission]:
        """Return the rows that fit; none while something was asked for that cannot be."""
        if not self.is_valid():
            return rows.none()
        asked = self.cleaned_data
        plain = {"state": "state", "service": "service_key", "agency": "agency_key"}
        rows = rows.filter(**{column: asked[name] for name, column in plain.items() if asked.get(name)})
        if asked.get("since"):
            rows = rows.filter(filed_at__gte=_midnight(asked["since"]))
        if asked.get("until"):
            rows = rows.filter(filed_at__lt=_midnight(asked["until"] + timedelta(days=1)))
        if asked["q"]:
            rows = rows.alias(code_key=CODE_KEY).filter(_words(asked["q"]))
        return rows.order_by(*SORTS[asked["sort"] or self.queue.order][1]).select_related("assigned_to").only(*NEEDED)


def _words(words: str) -> Q:
    """Return a part of the code, of a name (tone marks do not matter) or of a telephone number."""
    condition = Q(lookup__contains=kept) if (kept := key_of_query(words)) else Q(pk__in=[])
    for key in possible_keys(words):
        condition |= Q(code_key__contains=key)
    return condition


def _midnight(day: date) -> datetime:
    """Return when a day begins here; compared as a moment, not as a date, so that an index can be used."""
    return timezone.make_aware(datetime.combine(day, time.min))


def _by_name(choices: Mapping[str, str]) -> list[tuple[str, str]]:
    return sorted(choices.items(), key=lambda pair: pair[1])
