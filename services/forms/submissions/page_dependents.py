"""How many dossiers depend on a page of the CMS: numbers alone, of nobody in particular."""

from collections.abc import Iterator

from django.db.models import Count, Q
from django.utils.translation import ngettext
from wagtail.models import Page

from core.page_dependents import Dependent
from services.forms.models import ServiceFormPage, Submission
from services.forms.rules.workflow import UNFINISHED, State
from services.models import ServicePage


def dossiers_of_page(page: Page) -> Iterator[Dependent]:
    """Yield the dossiers in course and the drafts of citizens, of the services at, below and above the page, and of
    the department that it is.
    """
    found = Submission.objects.filter(_touched(page)).aggregate(
        in_course=Count("pk", filter=Q(state__in=sorted(UNFINISHED))),
        drafts=Count("pk", filter=Q(state=State.DRAFT)),
    )
    if count := found["in_course"]:
        words = ngettext("%(count)d dossier in course", "%(count)d dossiers in course", count)
        yield Dependent(words % {"count": count}, counts_people=True)
    if count := found["drafts"]:
        words = ngettext("%(count)d draft that a citizen fills in", "%(count)d drafts that citizens fill in", count)
        yield Dependent(words % {"count": count}, counts_people=True)


def _touched(page: Page) -> Q:
    stem = page.path[: -Page.steplen] if issubclass(page.specific_class, ServiceFormPage) else page.path
    services = ServicePage.objects.filter(path__startswith=stem)
    return Q(service_key__in=services.values("translation_key")) | Q(agency_key=page.translation_key)
