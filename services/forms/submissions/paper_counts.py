"""How many originals and copies of each paper a service asks for, as its published page says it."""

from uuid import UUID

from django.conf import settings

from core.visibility import visible
from services.forms.definition.questions import Form
from services.models import RequiredDocument, ServicePage
from services.pages.required_documents import numbers_in_words


def paper_counts(service: UUID, form: Form) -> dict[str, str]:
    """Return the numbers in words by the key of the question that asks for the paper, in the language in force.

    A paper whose numbers nobody has published is not among them. `service` is the translation key of the page.
    """
    asked = {question.document: question.key for question in form.questions() if question.document}
    pages = visible(ServicePage.objects).filter(
        translation_key=service, locale__language_code=settings.LANGUAGE_CODE, alias_of__isnull=True
    )
    rows = RequiredDocument.objects.filter(page__in=pages.values("pk"), translation_key__in=list(asked))
    told = {asked[str(row.translation_key)]: numbers_in_words(row) for row in rows}
    return {key: numbers for key, numbers in told.items() if numbers}
