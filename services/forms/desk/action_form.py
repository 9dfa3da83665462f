"""What all forms of the desk have in common."""

from typing import TYPE_CHECKING, Any, cast

from django import forms
from django.core.exceptions import ValidationError

from accounts.models import User
from core.forms import PortalForm, TextField
from services.forms.models import Submission
from services.forms.rules.reasons import says_something, too_thin

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

LONGEST_REASON = 2_000


class ReasonField(TextField):
    """A reason the citizen reads and acts upon: it has to say something (services/forms/rules/reasons.py)."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=LONGEST_REASON, **kwargs)

    def clean(self, value: object) -> str:
        reason: str = super().clean(value)
        if reason and not says_something(reason):
            raise ValidationError(too_thin(), code="thin")
        return reason


def choices_of(form: forms.Form, name: str) -> forms.ChoiceField:
    """Return a field of a form that has choices."""
    return cast(forms.ChoiceField, form.fields[name])


class ActionForm(PortalForm):
    """The base: an act that says nothing more. `arguments` are those of its action."""

    words: "StrOrPromise" = ""
    """What the officer reads above the form."""
    facts_title: "StrOrPromise" = ""

    def __init__(self, submission: Submission, user: User, *args: Any, **kwargs: Any) -> None:
        self.submission, self.user = submission, user
        super().__init__(*args, **kwargs)
        self.prepare()

    def prepare(self) -> None:
        """Fill in what depends on the dossier."""

    @property
    def facts(self) -> list[str]:
        """Lines to read before the form is filled in."""
        return []

    @property
    def arguments(self) -> dict[str, Any]:
        return {}
