"""One record into the portal: kept as it came, then made a page, merged into one, or told why not."""

from dataclasses import dataclass, field
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from core.procedure_codes import read_code
from services.models import KeptDifference, NationalRecord, ServicePage
from services.national.comparing.differences import Difference, diff
from services.national.comparing.merging import news, undecided
from services.national.comparing.words import in_a_line
from services.national.making import make_page, page_of
from services.national.mapping.authority import find_owner, is_ours
from services.national.mapping.procedure import MappedRecord, code_of, map_record
from services.national.mapping.record import Record, UnreadableRecord, line
from services.national.outcomes import Outcome, Result
from services.national.page_facts import draft_of, facts_of_page
from services.national.publishing import is_theirs, publish
from services.national.reading import digest
from services.national.vocabulary import Vocabulary
from services.national.writing import PageWriter


@dataclass
class Importer:
    """Takes records one by one, each in a transaction of its own: one that fails leaves nothing and stops nothing."""

    source: str
    fetched_on: date
    publish: bool = False
    department: int | None = None
    """Key of the department whose records alone are taken; None for all."""
    vocabulary: Vocabulary = field(default_factory=Vocabulary)
    touched: list[int] = field(default_factory=list)
    """Pages that were written; their indexes are made up at the end."""

    def take(self, record: Record) -> Result | None:
        """Return what became of a record; None when it is none of the department's."""
        result = Result(code_of(record), line(record, "name"), Outcome.REFUSED)
        try:
            if self.department and not self._is_of_department(record):
                return None
            with transaction.atomic():
                self._take(record, result)
        except UnreadableRecord as error:
            result.reason = _("not readable: %(error)s") % {"error": error}
        except Exception as error:  # whatever is wrong with one record, the next one is taken
            self.vocabulary = Vocabulary()  # this one may know words that went with the transaction
            result.outcome, result.reason = Outcome.REFUSED, f"{type(error).__name__}: {error}"
        return result

    def _is_of_department(self, record: Record) -> bool:
        return is_ours(record) and find_owner(record, self.vocabulary.owners) == self.department

    def _take(self, record: Record, result: Result) -> None:
        sha256 = digest(record)
        stored = NationalRecord.objects.filter(national_id=line(record, "id")).first()
        if stored and stored.sha256 == sha256:
            self._take_again(stored, record, result)
            return
        mapped = map_record(record)
        result.oddities = [f"{one.flag.label}: {one.read}" for one in mapped.oddities]
        kept = self._keep(record, sha256)
        if refuse(kept, result):
            return
        if page := page_of(kept.code):
            self._merge(page, mapped, stored.content if stored else None, record, result)
        else:
            self._make(kept, mapped, record, result)

    def _keep(self, record: Record, sha256: str) -> NationalRecord:
        values = {
            "code": code_of(record),
            "name": line(record, "name"),
            "is_ours": is_ours(record),
            "sha256": sha256,
            "fetched_on": self.fetched_on,
            "source": self.source,
            "content": record,
        }
        return NationalRecord.objects.update_or_create(national_id=line(record, "id"), defaults=values)[0]

    def _make(self, kept: NationalRecord, mapped: MappedRecord, record: Record, result: Result) -> None:
        page = make_page(record, mapped, self.vocabulary, self.fetched_on)
        NationalRecord.objects.filter(pk=kept.pk).update(made_page=page)
        self.touched.append(page.pk)
        result.outcome, result.page = Outcome.CREATED, page.pk
        revision = page.save_revision()
        if self.publish:
            publish(revision, record, result)

    def _merge(
        self, page: ServicePage, mapped: MappedRecord, before: Record | None, record: Record, result: Result
    ) -> None:
        draft = draft_of(page)
        own = facts_of_page(draft)
        fresh = news(own, map_record(before).facts, mapped.facts) if before and not is_theirs(page) else []
        kept = KeptDifference.objects.filter(page=page).values_list("place", "digest")
        taken = {one.place for one in fresh}
        open_ones = [one for one in undecided(diff(own, mapped.facts), kept) if one.place not in taken]
        result.page = page.pk
        result.to_decide = [in_a_line(one) for one in open_ones if not one.is_offered]
        result.changed = [in_a_line(one) for one in fresh]
        result.outcome = Outcome.UPDATED if result.changed or result.to_decide else Outcome.UNCHANGED
        if fresh:
            self._write(page, draft, fresh, record, result)

    def _write(
        self, page: ServicePage, draft: ServicePage, fresh: list[Difference], record: Record, result: Result
    ) -> None:
        """Write what the record says anew; it is published only where nothing else would go public with it."""
        is_published = page.live and not page.has_unpublished_changes
        is_as_made = page.first_published_at is None and NationalRecord.objects.filter(made_page=page).exists()
        PageWriter(draft, self.vocabulary).accept(fresh)
        draft.source_captured_on = self.fetched_on
        revision = draft.save_revision()
        self.touched.append(page.pk)
        if self.publish and (is_published or is_as_made):
            publish(revision, record, result)

    def _take_again(self, stored: NationalRecord, record: Record, result: Result) -> None:
        """A record that has not changed changes nothing, but a page that an earlier run left a draft is published now;
        one that a person touched, or took down, is theirs.
        """
        if refuse(stored, result):
            return
        result.outcome = Outcome.UNCHANGED
        page = stored.made_page
        result.page = page.pk if page else None
        if not (self.publish and page) or page.first_published_at or is_theirs(page):
            return
        if revision := page.latest_revision:
            publish(revision, record, result)
        if result.is_published:
            result.outcome = Outcome.UPDATED
            self.touched.append(page.pk)


def refuse(stored: NationalRecord, result: Result) -> bool:
    """Note why no page is made of a record; return whether that is so."""
    if not stored.is_ours:
        result.reason = _("not within the province's authority")
    elif read_code(stored.code) != (stored.code, ""):
        result.reason = _("A procedure code looks like 1.004222.")
    elif first := _older_of_same_code(stored):
        result.reason = _("another record has this code: %(name)s") % {"name": first.name}
    else:
        return False
    result.outcome = Outcome.REFUSED
    return True


def _older_of_same_code(stored: NationalRecord) -> NationalRecord | None:
    others = NationalRecord.objects.filter(code=stored.code, is_ours=True, pk__lt=stored.pk)
    return others.order_by("pk").only("name").first()
