"""What editors decide about differences between their page and the record: taken, kept, left for later."""

from django.contrib.auth.models import AnonymousUser
from django.db.models import Case, When
from wagtail.models import Revision

from accounts.models import User
from services.models import KeptDifference, NationalRecord, ServicePage
from services.national.choices import Chosen
from services.national.comparing.differences import Difference, diff
from services.national.comparing.merging import undecided
from services.national.mapping.procedure import map_record
from services.national.page_facts import draft_of, facts_of_page
from services.national.vocabulary import Vocabulary
from services.national.writing import PageWriter


def record_of(page: ServicePage) -> NationalRecord | None:
    """Return the national record of a page's procedure: the one it was made from, else the oldest of its code."""
    if not page.procedure_code:
        return None
    made_first = Case(When(made_page=page.pk, then=0), default=1)
    return NationalRecord.objects.filter(code=page.procedure_code).order_by(made_first, "-is_ours", "pk").first()


def has_record(page: ServicePage) -> bool:
    """Return whether there is a national record of a page's procedure."""
    return bool(page.procedure_code) and NationalRecord.objects.filter(code=page.procedure_code).exists()


def differences(page: ServicePage, record: NationalRecord) -> list[Difference]:
    """Return everything that the latest draft of a page and the record tell differently."""
    return diff(facts_of_page(draft_of(page)), map_record(record.content).facts)


def kept_of(page: ServicePage) -> set[tuple[str, str]]:
    """Return places and digests that editors decided to keep."""
    return set(KeptDifference.objects.filter(page=page.pk).values_list("place", "digest"))


def open_differences(page: ServicePage, record: NationalRecord) -> list[Difference]:
    """Return those of them that nobody has kept."""
    return undecided(differences(page, record), kept_of(page))


def decide(page: ServicePage, record: NationalRecord, chosen: Chosen, user: User | AnonymousUser) -> Revision | None:
    """Write what was taken into a new draft of the page, and remember what is kept; return the draft, if there is one.

    A difference kept before that is taken now is forgotten, so that it is asked when the page is changed again.
    """
    for one in chosen.kept:
        KeptDifference.objects.update_or_create(
            page=page, place=one.place, defaults={"digest": one.digest, "kept_by": user}
        )
    if not chosen.taken:
        return None
    wanted = {(one.place, one.digest) for one in chosen.taken}
    KeptDifference.objects.filter(page=page, place__in=[place for place, _digest in wanted]).delete()
    draft = draft_of(page)
    found = diff(facts_of_page(draft), map_record(record.content).facts)  # their rows are those of this very draft
    PageWriter(draft, Vocabulary()).accept(one for one in found if (one.place, one.digest) in wanted)
    draft.source_captured_on = record.fetched_on
    revision: Revision = draft.save_revision(user=user, log_action=True)
    return revision
