"""What a partner reads of a service: every structured field, money in whole đồng, time limits as data and as words."""

from collections.abc import Callable

from wagtail.api import APIField

from api.references import PageCard, References
from api.serializers import Computed, TermData, parent_path, term_data, terms_data
from core.models import Field, LegalDocument
from departments.serializers import DepartmentCard, department_card
from services.api.reading import VOCABULARIES, Data, ServiceReading
from services.models import ServicePage
from services.rules.deadlines import as_data
from services.rules.paper_forms import file_names


class ServiceCard(PageCard):
    """A service in short, as another one points at it."""

    procedure_code: str
    level: int | None
    slug: str


def service_card(service: ServicePage | None, references: References) -> ServiceCard | None:
    """Return the service in short; None for one that nobody may see."""
    card = references.card(service)
    if service is None or card is None:
        return None
    return {**card, "procedure_code": service.procedure_code, "level": service.level, "slug": service.slug}


def legal_data(pk: int | None, references: References) -> Data | None:
    document = references.plain(LegalDocument, pk)
    return document and {
        "number": document.number,
        "title": document.title,
        "kind": document.kind,
        "issuer": document.issuer,
        "issued_on": document.issued_on,
        "in_force_from": document.in_force_from,
        "in_force_to": document.in_force_to,
        "url": document.url,
    }


def duration_data(row: Data) -> Data:
    data = as_data(row["value"], row["unit"], row["note"])
    told = {name: row[name] for name in ("case", "case_key", "counted_from", "note")}
    return {**data, "channel": row["channel"] or None, **told}


def durations(service: ServicePage, reading: ServiceReading) -> list[Data]:
    return [duration_data(row) for row in reading.of(service, "durations")]


def channels(service: ServicePage, reading: ServiceReading) -> list[Data]:
    """Return each way to file with its own time limits and those of every channel."""
    limits = durations(service, reading)
    return [
        {**row, "durations": [limit for limit in limits if limit["channel"] in (None, row["kind"])]}
        for row in reading.of(service, "channels")
    ]


def fees(service: ServicePage, reading: ServiceReading) -> list[Data]:
    return [
        {
            "kind": row["kind"],
            "name": row["name"],
            "status": row["status"],
            "amount": row["amount"],
            "currency": "VND",
            "unit": row["unit"],
            "channel": row["channel"] or None,
            "case": row["case"],
            "case_key": row["case_key"],
            "set_by": row["set_by"],
            "valid_from": row["valid_from"],
            "valid_to": row["valid_to"],
            "exemption": row["exemption"],
            "note": row["note"],
            "legal_document": legal_data(row["legal_document_id"], reading.references),
        }
        for row in reading.of(service, "fees")
    ]


def with_template(row: Data, reading: ServiceReading) -> Data:
    """Return the row with its template file in the place of the file's id."""
    told = {name: value for name, value in row.items() if name != "template_id"}
    return {**told, "template": reading.references.file_data(row["template_id"])}


def documents(service: ServicePage, reading: ServiceReading) -> list[Data]:
    """Return the papers; files that lie elsewhere are a list of names, found at `template_url`."""
    rows = reading.of(service, "documents")
    return [{**with_template(row, reading), "template_files": file_names(row["template_files"])} for row in rows]


def results(service: ServicePage, reading: ServiceReading) -> list[Data]:
    return [with_template(row, reading) for row in reading.of(service, "results")]


def legal_bases(service: ServicePage, reading: ServiceReading) -> list[Data]:
    rows = reading.of(service, "legal_bases")
    found = [(legal_data(row["legal_document_id"], reading.references), row["note"]) for row in rows]
    return [{**document, "note": note} for document, note in found if document]


def handling_agencies(service: ServicePage, reading: ServiceReading) -> list[Data]:
    """Return who handles it; the department is null where the agency has no page, or none that anyone may see."""
    answers = []
    for row in reading.of(service, "handling_agencies"):
        page = reading.references.page(row["department_id"])
        told = {name: value for name, value in row.items() if name not in ("department_id", "agency_name")}
        name = page.title if page else row["agency_name"]
        answers.append({"name": name, "department": department_card(page, reading.references), **told})
    return answers


def terms(kind: str) -> Callable[[ServicePage, ServiceReading], list[TermData]]:
    model = VOCABULARIES[kind]

    def found(service: ServicePage, reading: ServiceReading) -> list[TermData]:
        keys = [row[f"{model._meta.model_name}_id"] for row in reading.of(service, kind)]
        return terms_data(reading.references.terms(model, keys))

    return found


def related_services(service: ServicePage, reading: ServiceReading) -> list[ServiceCard]:
    pages = [reading.references.page(row["service_id"]) for row in reading.of(service, "related_services")]
    return [card for page in pages if (card := service_card(page, reading.references))]


def guides(service: ServicePage, reading: ServiceReading) -> list[PageCard]:
    """Return the articles about it, each once, in the language of the service."""
    references = reading.references
    pages = [references.page(pk) for pk in reading.guides.get(service.translation_key, ())]
    once = {page.pk: page for page in pages if page}
    return [card for page in once.values() if (card := references.card(page))]


def department(service: ServicePage, reading: ServiceReading) -> DepartmentCard | None:
    """Return the department that handles it today."""
    return department_card(reading.references.page_at(parent_path(service)), reading.references)


def former_department(service: ServicePage, reading: ServiceReading) -> DepartmentCard | None:
    return department_card(reading.references.page(service.former_department_id), reading.references)


def replaced_by(service: ServicePage, reading: ServiceReading) -> ServiceCard | None:
    return service_card(reading.references.page(service.replaced_by_id), reading.references)


def statuses(service: ServicePage, reading: ServiceReading) -> Data:
    """Return what the editors say of parts without rows; null = not stated, so unknown."""
    names = ("conditions", "documents", "templates", "fees", "results")
    return {name: getattr(service, f"{name}_status") or None for name in names}


def decision(service: ServicePage, reading: ServiceReading) -> Data:
    return {
        "number": service.decision_number,
        "date": service.decision_date,
        "issuer": service.decision_issuer,
        "url": service.decision_url,
    }


def english(service: ServicePage, reading: ServiceReading) -> Data | None:
    """Return the words in English of a service, which nobody official checked; null without any."""
    if not service.english_title:
        return None
    return {
        "title": service.english_title,
        "summary": service.english_summary,
        "facts": service.english_facts.splitlines(),
        "names": service.english_names(),
        "is_official": False,
    }


FIELDS = [
    APIField("official_name"),
    APIField("procedure_code"),
    APIField("legacy_code"),
    APIField("level"),
    APIField("online_scope", Computed(lambda service, reading: service.online_scope or None)),
    APIField("online_scope_reason"),
    APIField("department", Computed(department)),
    APIField("former_department", Computed(former_department)),
    APIField("field", Computed(lambda service, reading: term_data(reading.references.term(Field, service.field_id)))),
    APIField("audiences", Computed(terms("audiences"))),
    APIField("life_events", Computed(terms("life_events"))),
    APIField("alt_names", Computed(lambda service, reading: service.alt_names.splitlines())),
    APIField("summary"),
    APIField("english", Computed(english)),
    APIField("handling_agencies", Computed(handling_agencies)),
    APIField("steps", Computed(lambda service, reading: reading.of(service, "steps"))),
    APIField("channels", Computed(channels)),
    APIField("durations", Computed(durations)),
    APIField("documents", Computed(documents)),
    APIField("fees", Computed(fees)),
    APIField("payment_url"),
    APIField("results", Computed(results)),
    APIField("result_in_person"),
    APIField("result_online"),
    APIField("result_by_post"),
    APIField("conditions"),
    APIField("statuses", Computed(statuses)),
    APIField("silence"),
    APIField("appeal"),
    APIField("legal_bases", Computed(legal_bases)),
    APIField("decision", Computed(decision)),
    APIField("effective_from"),
    APIField("effective_to"),
    APIField("status"),
    APIField("replaced_by", Computed(replaced_by)),
    APIField("related_services", Computed(related_services)),
    APIField("guides", Computed(guides)),
    APIField(
        "source", Computed(lambda page, reading: {"url": page.source_url, "captured_on": page.source_captured_on})
    ),
    APIField("reviewed_on"),
]
"""Every field of a service in the partner API, in the order of the answer."""
