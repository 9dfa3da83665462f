"""What a file of a dossier is called: by its question, by the request it answers, or as the result."""

from collections.abc import Iterable, Mapping

from django.utils.translation import gettext as _

from services.forms.actions.desk import RESULT
from services.forms.questions import Form


def paper_name(key: str, form: Form, asked_for: Iterable[Mapping[str, str]]) -> str:
    """A paper of the form, or what the agency asked for besides, where two requests may use one key for two papers."""
    if key == RESULT:
        return _("Result of the dossier")
    question = form.question(key)
    if question:
        return question.label
    return " / ".join(dict.fromkeys(paper["name"] for paper in asked_for if paper["question"] == key))
