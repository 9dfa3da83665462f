"""Whom the owner of a dossier can ask: the reception place of the agency that has it."""

from dataclasses import replace

from django.conf import settings

from departments.models import DepartmentPage
from services.forms.models import Submission
from services.reception import ReceptionPlace, reception_place


def whom_to_ask(submission: Submission) -> ReceptionPlace:
    """The place of the agency, in the language in force; under the name the dossier keeps where its page is gone."""
    pages = DepartmentPage.objects.live().filter(locale__language_code=settings.LANGUAGE_CODE)
    page = pages.filter(translation_key=submission.agency_key).first() if submission.agency_key else None
    place = reception_place(page)
    return place if page else replace(place, name=submission.agency_name)
