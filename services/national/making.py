"""A page made from a record."""

from datetime import date

from django.conf import settings
from django.utils import timezone

from departments.models import DepartmentPage
from services.models import ServicePage
from services.models.facts import facts_of
from services.national.mapping.authority import find_owner
from services.national.mapping.procedure import MappedRecord, code_of
from services.national.mapping.record import Record
from services.national.shelf import shelf
from services.national.vocabulary import Vocabulary
from services.national.writing import PageWriter
from services.rules.levels import earned


def make_page(
    record: Record,
    mapped: MappedRecord,
    vocabulary: Vocabulary,
    fetched_on: date,
    *,
    department: DepartmentPage | None = None,
) -> ServicePage:
    """Make an unpublished page below this department, else below the one that the record names; its level is what it
    earns.
    """
    page = ServicePage(
        locale=vocabulary.locale,
        live=False,
        title=mapped.title,
        procedure_code=code_of(record),
        alt_names=mapped.alt_names,
        source_captured_on=fetched_on,
    )
    PageWriter(page, vocabulary).fill(mapped.facts)
    page.level = earned(facts_of(page, timezone.localdate()).promised)
    (department or _owner(record, vocabulary)).add_child(instance=page)
    return page


def _owner(record: Record, vocabulary: Vocabulary) -> DepartmentPage:
    key = find_owner(record, vocabulary.owners)
    return DepartmentPage.objects.get(pk=key) if key else shelf(vocabulary.locale)


def page_of(code: str) -> ServicePage | None:
    """Return the Vietnamese page of a procedure, the public one of several; it may be a draft."""
    found = ServicePage.objects.filter(procedure_code=code).select_related("locale", "latest_revision")
    own = [page for page in found if not page.alias_of_id and page.locale.language_code == settings.LANGUAGE_CODE]
    return min(own, key=lambda page: (not page.live, page.pk), default=None)
