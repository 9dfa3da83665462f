"""What all forms of the desk have in common."""

from typing import Any, cast

from django import forms

from core.forms import PortalForm
from services.forms.models import Submission

LONGEST_REASON = 2_000


def choices_of(form: forms.Form, name: str) -> forms.ChoiceField:
    """A field of a form that has choices."""
    return cast(forms.ChoiceField, form.fields[name])


class ActForm(PortalForm):
    """The base: an act that says nothing more. `told` are the arguments of its action."""

    words: Any = ""
    """What the officer reads above the form."""
    facts_title: Any = ""

    def __init__(self, submission: Submission, user: Any, *args: Any, **kwargs: Any) -> None:
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
    def told(self) -> dict[str, Any]:
        return {}
