"""The forms of the desk: what an officer says with each act."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.forms import LineField, TextField
from core.long_names import before_colon
from departments.models import DepartmentPage
from services.forms.answering.flow import visible_questions
from services.forms.clock import RequestEffect
from services.forms.definition.questions import Kind
from services.forms.desk.action_form import LONGEST_REASON, ActionForm, ReasonField, choices_of
from services.forms.desk.workplace import people_for
from services.forms.form_versions.communes import communes_of
from services.forms.form_versions.routing import service_of
from services.forms.models import Officer, Submission
from services.forms.rules.reasons import says_something, too_thin
from services.forms.rules.transition_data import OUTCOMES, REFUSED
from services.forms.submissions.paper_requests import effect_now, is_exceptional

EFFECTS = {
    RequestEffect.RESTART: gettext_lazy("When the documents are complete, the whole time limit begins anew."),
    RequestEffect.PAUSE: gettext_lazy("The time limit stands still until the reply; it does not begin anew."),
    RequestEffect.NOTHING: gettext_lazy("The application is overdue: this request does not change its date."),
}
OTHERS = (1, 2, 3)
"""Places for papers that the form does not know."""


class ReasonForm(ActionForm):
    """An act with a reason, which the citizen reads."""

    words = gettext_lazy("The citizen reads the reason as you write it here.")
    reason = ReasonField(label=gettext_lazy("Reason"))

    @property
    def arguments(self) -> dict[str, Any]:
        return {"reason": self.cleaned_data["reason"]}


class PapersForm(ActionForm):
    """Which papers are asked for. A reason for each: writing one asks for the paper."""

    words = gettext_lazy(
        "Write a reason beside each document you ask for, leave the others blank. The citizen gets one message with "
        "all."
    )
    facts_title = gettext_lazy("What this request does")

    @property
    def facts(self) -> list[str]:
        """What the request does to the time limit; papers are asked for once."""
        asked = _("Documents were asked for already. A second request is counted apart in the statistics.")
        effect = effect_now(self.submission)
        told = [str(asked)] if self.submission.supplement_count else []
        return [*told, str(EFFECTS[effect])] if effect else told

    def prepare(self) -> None:
        if is_exceptional(self.submission):
            self.fields["reason"] = ReasonField(label=_("Why documents are asked for late or a second time"))
        for key, label in self._papers():
            words = _("%(paper)s: what is wrong or missing") % {"paper": before_colon(label)}
            self.fields[f"reason-{key}"] = self._reason(words)
        for number in OTHERS:
            words = _("Another document (%(number)d)") % {"number": number}
            self.fields[f"other-{number}"] = LineField(label=words, required=False, max_length=200)
            words = _("Why another document (%(number)d) is needed") % {"number": number}
            self.fields[f"other-reason-{number}"] = self._reason(words)

    @staticmethod
    def _reason(label: str) -> ReasonField:
        return ReasonField(label=label, required=False, widget=forms.Textarea(attrs={"rows": 2}))

    def _papers(self) -> Iterator[tuple[str, str]]:
        form = self.submission.version.form(self.submission.language)
        for step in visible_questions(form, self.submission.answers):
            yield from ((one.key, one.label) for one in step.questions if one.kind == Kind.FILES)

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        for number in OTHERS:
            name, reason = cleaned.get(f"other-{number}", ""), cleaned.get(f"other-reason-{number}", "")
            if name and not reason:
                self.add_error(f"other-reason-{number}", _("Say why this document is needed."))
            if reason and not name:
                self.add_error(f"other-{number}", _("Name the document."))
        if not any(value for name, value in cleaned.items() if name != "reason") and not self.errors:
            raise ValidationError(_("Name at least one document, with a reason."))
        return cleaned

    @property
    def arguments(self) -> dict[str, Any]:
        typed = self.cleaned_data
        known = [
            {"question": key, "reason": typed[f"reason-{key}"]}
            for key, _label in self._papers()
            if typed[f"reason-{key}"]
        ]
        others = [
            {"name": typed[f"other-{number}"], "reason": typed[f"other-reason-{number}"]}
            for number in OTHERS
            if typed[f"other-{number}"]
        ]
        return {"detail": {"papers": known + others}, "reason": typed.get("reason", "")}


class AssignForm(ActionForm):
    """To whom the work is given."""

    to = forms.ChoiceField(label=gettext_lazy("Officer"))

    def prepare(self) -> None:
        self.people = {str(person.pk): person for person in people_for(self.submission)}
        self.people.pop(str(self.submission.owner_id), None)
        choices_of(self, "to").choices = [(key, str(person)) for key, person in self.people.items()]

    @property
    def arguments(self) -> dict[str, Any]:
        return {"to": self.people[self.cleaned_data["to"]]}


class TakeForm(ActionForm):
    @property
    def arguments(self) -> dict[str, Any]:
        return {"to": self.user}


class TransferForm(ActionForm):
    """To which agency of the same service it goes, and why."""

    words = gettext_lazy(
        "You will not see the application any more. The citizen reads the reason as you write it here."
    )
    to = forms.ChoiceField(label=gettext_lazy("Agency"))
    reason = ReasonField(label=gettext_lazy("Reason"))

    def prepare(self) -> None:
        choices_of(self, "to").choices = agencies_beside(self.submission)

    @property
    def arguments(self) -> dict[str, Any]:
        return {"to": UUID(self.cleaned_data["to"]), "reason": self.cleaned_data["reason"]}


def agencies_beside(submission: Submission) -> list[tuple[str, str]]:
    """Return the other agencies of its service; of communes, those at which somebody works."""
    service = service_of(submission.service_key)
    rows = service.handling_agencies.select_related("department") if service else []
    departments = [one for row in rows if row.department for one in _at_work(row.department)]
    others = [one for one in departments if one.translation_key != submission.agency_key]
    return [(str(one.translation_key), one.title) for one in others]


def _at_work(department: DepartmentPage) -> list[DepartmentPage]:
    communes = communes_of(department)
    if not communes:
        return [department]
    keys = [commune.translation_key for commune in communes]
    offices = Officer.objects.filter(department_key__in=keys, user__is_active=True)
    working = set(offices.values_list("department_key", flat=True))
    return [commune for commune in communes if commune.translation_key in working]


class NoteForm(ActionForm):
    words = gettext_lazy("Only officers who handle this application read it.")
    text = TextField(label=gettext_lazy("Internal note"), max_length=5_000)

    @property
    def arguments(self) -> dict[str, Any]:
        return {"text": self.cleaned_data["text"]}


class ResolveForm(ActionForm):
    """The decision, with the result as a file where there is one."""

    outcome = forms.ChoiceField(
        label=gettext_lazy("What is decided"), choices=list(OUTCOMES.items()), widget=forms.RadioSelect
    )
    reason = TextField(
        label=gettext_lazy("Reason or message to the citizen"),
        help_text=gettext_lazy("A refusal needs a reason."),
        required=False,
        max_length=LONGEST_REASON,
    )
    result = forms.FileField(
        label=gettext_lazy("Result as a file"),
        help_text=gettext_lazy("The owner of the application can download it from the account."),
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if cleaned.get("outcome") == REFUSED and not cleaned.get("reason"):
            self.add_error("reason", _("A refusal needs a reason."))
        elif cleaned.get("outcome") == REFUSED and not says_something(cleaned["reason"]):
            self.add_error("reason", too_thin())
        return cleaned

    @property
    def arguments(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in ("outcome", "reason", "result")}
