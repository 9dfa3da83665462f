"""The way back from a dossier to the public page of its service."""

from django.urls import reverse

from core.i18n import reader_language
from services.forms.models import Submission
from services.models import ServicePage


def apply_url(submission: Submission) -> str:
    """The page to read before filing, in the reader's language; "" when the service is not public any more."""
    pages = ServicePage.objects.on_site(reader_language()).filter(translation_key=submission.service_key)
    slug = pages.values_list("slug", flat=True).first()
    return reverse("apply", args=[slug]) if slug else ""
