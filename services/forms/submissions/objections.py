"""How to object to a decision: what the service says, else what editors wrote for all, else what the law says of all.

No number of a law or of days is built in: they change, and the office that decided can tell them.
"""

from uuid import UUID

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from core.description import plain
from core.visibility import visible
from services.forms.submissions.citizen_texts import CitizenTexts
from services.models import ServicePage


def how_to_object(service: UUID, language: str) -> str:
    """In the language as far as somebody published it there; never empty."""
    written = CitizenTexts([service], language).objection(service)
    return _of_service(service, language) or written or built_in(language)


def built_in(language: str) -> str:
    """Return what holds for every decision of an office."""
    with translation.override(language):
        return _(
            "There is a right to complain to the agency that decided, or to bring the matter before a court, under the "
            "laws on complaints and on administrative procedure. Both have time limits: ask soon, at the reception "
            "place named here, until when and how."
        )


def _of_service(service: UUID, language: str) -> str:
    """Return what the published page of the service says, in the language or in Vietnamese;
    "" where it says nothing.
    """
    pages = visible(ServicePage.objects).filter(translation_key=service, alias_of__isnull=True)
    said = dict(pages.values_list("locale__language_code", "appeal"))
    return plain(said.get(language, "") or said.get(settings.LANGUAGE_CODE, ""))
