"""Fields of administration, audiences, life events and legal documents: what pages point at."""

from functools import cached_property

from core.law_rows import ensure_laws
from core.models import Audience, Field, LegalDocument, LifeEvent
from core.models.terms import Term
from home.demo.content import Record, day, key, read
from home.demo.locales import english, vietnamese
from home.demo.saving import add

VOCABULARIES: dict[str, type[Term]] = {"fields": Field, "audiences": Audience, "life_events": LifeEvent}


def load_terms() -> None:
    """Each term in Vietnamese and English."""
    for name, model in VOCABULARIES.items():
        known = set(model.objects.values_list("translation_key", "locale__language_code"))
        for record in read("terms")[name]:
            _ensure_term(model, key(name, record["slug"]), record, known)


def _ensure_term(model: type[Term], translation_key, record: Record, known: set) -> None:
    values = {name: value for name, value in record.items() if name != "english"}
    if (translation_key, "vi") not in known:
        add(model(locale=vietnamese(), translation_key=translation_key, **values))
    if (translation_key, "en") not in known:
        add(model(locale=english(), translation_key=translation_key, **{**values, **record["english"]}))


def load_legal_documents() -> None:
    """Laws, decrees, circulars … that the portal's texts and the services rest on; a known one stays as it is."""
    ensure_laws()
    known = set(LegalDocument.objects.values_list("number", "title"))
    numbers = {number for number, _title in known if number}
    for record in read("legal_documents"):
        number = record.get("number", "")
        if number in numbers or (number, record["title"]) in known:
            continue
        values = {name: value for name, value in record.items() if name != "key"}
        add(LegalDocument(**{**values, "issued_on": day(record.get("issued_on"))}))


class Directory:
    """Finds what services refer to, each vocabulary read once."""

    def __init__(self) -> None:
        self._terms: dict[str, dict[str, Term]] = {}

    def terms(self, name: str) -> dict[str, Term]:
        """Vietnamese terms of a vocabulary, by the slug of the content."""
        if name not in self._terms:
            found = {term.translation_key: term for term in VOCABULARIES[name].objects.filter(locale=vietnamese())}
            records = read("terms")[name]
            self._terms[name] = {record["slug"]: found[key(name, record["slug"])] for record in records}
        return self._terms[name]

    @cached_property
    def legal_documents(self) -> dict[str, LegalDocument]:
        """Legal documents by the key of the content, and by number."""
        found = {document.number or document.title: document for document in LegalDocument.objects.order_by("-pk")}
        by_key = {record["key"]: found[record.get("number") or record["title"]] for record in read("legal_documents")}
        return {**found, **by_key}
