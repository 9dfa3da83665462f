"""Which dossiers of a queue are shown, and in what order: words to search for, filters, sorting."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import F, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from core.forms import LineField, PortalForm
from services.forms.desk.act_form import choices_of
from services.forms.desk.desk import Desk
from services.forms.desk.queues import Queue
from services.forms.lookup import asked_for
from services.forms.models import Submission
from services.forms.references import as_stored

PER_PAGE = 50

SORTS: dict[str, tuple[Any, tuple[Any, ...]]] = {
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
    since = forms.DateField(label=_("Filed since"), required=False, widget=forms.DateInput(attrs={"type": "date"}))
    until = forms.DateField(label=_("Filed until"), required=False, widget=forms.DateInput(attrs={"type": "date"}))
    sort = forms.ChoiceField(
        label=_("Order"), required=False, choices=[(name, sort[0]) for name, sort in SORTS.items()]
    )

    def __init__(self, data: Mapping[str, Any], desk: Desk, queue: Queue) -> None:
        super().__init__(data)
        self.queue = queue
        self.offered: dict[str, list[tuple[str, Any]]] = {}
        states = sorted(queue.states)
        self._choose("state", [(str(int(state)), state.label) for state in states])
        self._choose("service", _distinct(desk, "service_key", "service_title"))
        self._choose("agency", _distinct(desk, "agency_key", "agency_name"))
        for name in ("state", "service", "agency"):
            if len(self.offered[name]) < 2:  # nothing to choose
                del self.fields[name]

    def _choose(self, name: str, choices: list[tuple[str, Any]]) -> None:
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

    def applied(self, rows: QuerySet[Submission]) -> QuerySet[Submission]:
        """The rows that fit; none while something was asked for that cannot be."""
        if not self.is_valid():
            return rows.none()
        asked = self.cleaned_data
        plain = {"state": "state", "service": "service_key", "agency": "agency_key"}
        rows = rows.filter(**{column: asked[name] for name, column in plain.items() if asked.get(name)})
        dates = {"since": "filed_at__date__gte", "until": "filed_at__date__lte"}
        rows = rows.filter(**{column: asked[name] for name, column in dates.items() if asked.get(name)})
        if asked["q"]:
            rows = rows.filter(_words(asked["q"]))
        return rows.order_by(*SORTS[asked["sort"] or self.queue.order][1]).select_related("assigned_to").only(*NEEDED)


def _words(words: str) -> Q:
    """A part of the code, of a name (tone marks do not matter) or of a telephone number."""
    condition = Q(code__contains=as_stored(words))
    return condition | Q(lookup__contains=kept) if (kept := asked_for(words)) else condition


def _distinct(desk: Desk, key: str, title: str) -> list[tuple[str, Any]]:
    """What the officer's own dossiers speak of; a title that changed in between is shown as it was last."""
    pairs = desk.submissions.order_by(title).values_list(key, title).distinct()
    return sorted({str(found): name for found, name in pairs}.items(), key=lambda pair: str(pair[1]))
