"""Where the forms of the papers of a dossier are found, as the service's page says it today."""

from collections.abc import Mapping

from django import template

from core.i18n import IN_SOURCE_LANGUAGE
from core.models import PortalDocument
from core.visibility import visible_media
from services.forms.models import Submission
from services.models import RequiredDocument
from services.rules.paper_forms import PaperForm, paper_form

register = template.Library()


@register.simple_tag
def forms_of_papers(submission: Submission) -> dict[str, PaperForm]:
    """Return the forms by the keys of the questions that ask for their papers; none from a private collection.

    They are read from the page, not from the frozen version: a form that is put right helps who is filing already.
    """
    questions = submission.version.form().questions()
    asked = {question.document: question.key for question in questions if question.document}
    rows = list(RequiredDocument.objects.filter(translation_key__in=asked, **IN_SOURCE_LANGUAGE))
    files = visible_media(PortalDocument.objects).in_bulk({row.template_id for row in rows if row.template_id})
    found = {}
    for row in rows:
        row.template = files.get(row.template_id)
        found[asked[str(row.translation_key)]] = paper_form(row)
    return {key: form for key, form in found.items() if form}


@register.filter
def form_at(forms: Mapping[str, PaperForm], key: str) -> PaperForm | None:
    """Return the form of the paper that the question with this key asks for; None where none is known."""
    return forms.get(key)
