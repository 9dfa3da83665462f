"""What editors decide about differences between their page and the record: taken, kept, left for later."""

from services.models import KeptDifference, NationalRecord, ServicePage
from services.national.comparing.differences import Difference, diff
from services.national.comparing.merging import undecided
from services.national.mapping.procedure import map_record
from services.national.page_facts import draft_of, facts_of_page


def record_of(page: ServicePage) -> NationalRecord | None:
    """Return the national record of a page's procedure: the one it was made from, else the oldest of its code."""
    if not page.procedure_code:
        return None
    found = NationalRecord.objects.filter(code=page.procedure_code)
    return found.filter(made_page=page.pk).first() or found.order_by("-is_ours", "pk").first()


def open_differences(page: ServicePage) -> list[Difference]:
    """Return what the latest draft of a page and its record tell differently and nobody has kept."""
    record = record_of(page)
    if record is None:
        return []
    kept = KeptDifference.objects.filter(page=page.pk).values_list("place", "digest")
    return undecided(differences(page, record), kept)


def differences(page: ServicePage, record: NationalRecord) -> list[Difference]:
    """Return everything that the latest draft of a page and the record tell differently."""
    return diff(facts_of_page(draft_of(page)), map_record(record.content).facts)
