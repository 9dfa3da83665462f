"""How the result of a dossier is received: the way its owner chose, else the only one there is."""

from services.forms.definition.questions import Form
from services.forms.definition.sentences import lines
from services.forms.definition.standard_steps import DELIVERY
from services.forms.models import Submission


def way_of_delivery(row: Submission, form: Form) -> list[str]:
    """In the words of the form, never with an address; nothing where the form did not ask."""
    if question := form.question(DELIVERY):
        return lines(question, row.answers.get(DELIVERY))
    only = form.question(f"{DELIVERY}_way")
    return [only.hint] if only and only.hint else []
