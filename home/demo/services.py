"""Services with their rows, each below the department that handles it today."""

from collections.abc import Callable, Iterable

from core.models import PortalDocument
from departments.models import DepartmentPage
from home.demo import content
from home.demo.content import Record, day, key
from home.demo.locales import vietnamese
from home.demo.terms import Directory
from services.models import ServicePage
from services.models.row_kinds import KINDS

REFERENCES = {"owner", "former_department", "field", "audiences", "life_events", "alt_names"}
DATES = {"decision_date", "source_captured_on", "valid_from", "valid_to"}


class ServiceLoader:
    """Makes service pages from records, with the departments, terms and files they refer to."""

    def __init__(
        self, departments: dict[str, DepartmentPage], directory: Directory, files: dict[str, PortalDocument]
    ) -> None:
        self.departments = departments
        self.directory = directory
        self.files = files
        self.locale = vietnamese()
        self.english = content.read("english_services")

    def load(self, progress: Callable[[Iterable[Record]], Iterable[Record]]) -> None:
        """Make the missing services."""
        known = set(ServicePage.objects.values_list("translation_key", flat=True))
        for record in progress(list(content.services())):
            if key("services", record["slug"]) not in known:
                self.make(record)

    def make(self, record: Record) -> ServicePage:
        values = {name: value for name, value in record.items() if name not in KINDS and name not in REFERENCES}
        page = ServicePage(
            locale=self.locale,
            translation_key=key("services", record["slug"]),
            alt_names="\n".join(record.get("alt_names", [])),
            field=self.directory.terms("fields")[record["field"]],
            former_department=self.departments.get(record.get("former_department", "")),
            **_dated(values),
            **_english(self.english[record["slug"]]),
        )
        page.audiences = [self.directory.terms("audiences")[slug] for slug in record["audiences"]]
        page.life_events = [self.directory.terms("life_events")[slug] for slug in record.get("life_events", [])]
        for name in KINDS:
            self._add_rows(page, name, record.get(name, []))
        owner = self.departments[record["owner"]]
        owner.refresh_from_db(fields=["path", "depth", "numchild"])
        owner.add_child(instance=page)
        page.save_revision().publish()
        return page

    def _add_rows(self, page: ServicePage, name: str, rows: Iterable[Record | str]) -> None:
        for order, row in enumerate(rows):
            getattr(page, name).add(KINDS[name](locale=self.locale, sort_order=order, **self._values(row)))

    def _values(self, row: Record | str) -> Record:
        """Return a row of the content as values of its model: references become objects."""
        if isinstance(row, str):  # a legal basis is told by its name alone
            return {"legal_document": self.directory.legal_documents[row]}
        values = _dated(row)
        if "department" in values:
            values["department"] = self.departments[values["department"]]
        if "legal_document" in values:
            values["legal_document"] = self.directory.legal_documents[values["legal_document"]]
        if "template" in values:
            values["template"] = self.files[values["template"]]
        return values


def _dated(values: Record) -> Record:
    return {name: day(value) if name in DATES else value for name, value in values.items()}


def _english(words: Record) -> Record:
    """Return the unofficial English of a service as values of its page."""
    lines = {"english_alt_names": words["names"], "english_facts": words["facts"]}
    return {
        "english_title": words["title"],
        "english_summary": words["summary"],
        **{name: "\n".join(value) for name, value in lines.items()},
    }
