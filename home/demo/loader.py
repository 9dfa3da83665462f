"""The whole demo, in the order its parts need each other. Run again, it adds only what is missing."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.core.management import call_command
from django.db import transaction
from tqdm import tqdm
from wagtail.models import Page, Revision

from core.holiday_rows import ensure_holidays
from core.quiet_indexes import build_indexes, quietly
from departments.communes.planting import plant_communes
from departments.ownership.sync import sync_departments
from home.demo.accounts import load_accounts, load_citizens
from home.demo.content import Record
from home.demo.departments import load_departments
from home.demo.english import load_english, stand_in_for_the_rest
from home.demo.files import load_forms
from home.demo.forms import load_form_pages
from home.demo.front import load_front
from home.demo.guidance import Services, load_guidance, load_notices
from home.demo.officers import load_officers
from home.demo.services import ServiceLoader
from home.demo.standard_pages import load_standing
from home.demo.submissions import load_dossiers
from home.demo.terms import Directory, load_legal_documents, load_terms
from home.setup import ensure_trunk
from services.forms.models import Submission
from services.forms.statistics.recount import recount_tallies


@dataclass
class DemoLoader:
    """Loads the demo in one transaction: a load that is broken off leaves nothing behind."""

    silent: bool = False
    with_people: bool = True
    """Accounts, whose password everybody can read, and dossiers: never on a real site."""

    def load(self) -> bool:
        """Return whether anything was missing."""
        before = _size()
        with quietly(), transaction.atomic():
            self._load_all()
        changed = _size() != before
        if changed:
            build_indexes()
        return changed

    def _load_all(self) -> None:
        trunk = ensure_trunk()
        load_terms()
        load_legal_documents()
        call_command("load_lexicon", verbosity=0)
        ensure_holidays()
        directory = Directory()
        departments = load_departments(trunk.departments, directory)
        ServiceLoader(departments, directory, load_forms()).load(self.progress("Dịch vụ công"))
        services = Services()
        articles = load_guidance(trunk.guidance, directory, services)
        load_notices(trunk.notices, services)
        load_front(trunk, articles, services)
        load_standing(trunk, services)
        load_english(trunk, departments)
        load_form_pages()
        stand_in_for_the_rest()
        plant_communes(departments["uy-ban-nhan-dan-cap-xa"])
        sync_departments()
        if self.with_people:
            load_accounts(departments)
            load_citizens()
            load_officers(departments)
            load_dossiers()
        recount_tallies()

    def progress(self, words: str):
        def bar(items: Iterable[Record]) -> Iterable[Record]:
            return tqdm(items, desc=words, unit="", disable=self.silent)

        return bar


def _size() -> tuple[int, ...]:
    """Return how much content there is: enough to see whether a run added any."""
    return Page.objects.count(), Revision.objects.count(), Submission.objects.count()
