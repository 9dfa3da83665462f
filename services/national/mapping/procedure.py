"""The whole record: `map_record` makes the facts of a procedure out of it."""

from html import escape
from typing import NamedTuple

from django.conf import settings
from django.utils import translation

from core.procedure_codes import tidy
from core.text import fold
from services.national import facts
from services.national.facts import ProcedureFacts, Value
from services.national.mapping.agencies import agency_rows, is_filed_online
from services.national.mapping.audiences import audiences
from services.national.mapping.fees import fee_rows
from services.national.mapping.flags import Oddity
from services.national.mapping.papers import cut, document_rows, law_rows, result_rows, step_rows
from services.national.mapping.record import (
    Record,
    UnreadableRecord,
    day,
    is_record,
    line,
    lines,
    page_address,
    parts,
)
from services.national.mapping.times import channel_rows, duration_rows
from services.rules.choices import OnlineScope, PartStatus
from services.rules.gate import MAX_TITLE_LENGTH

NO_CONDITIONS = {fold(words) for words in ("không", "không có", "không yêu cầu", "không có yêu cầu", "không quy định")}
UNSET_CONDITIONS = {fold("không quy định")}
WAYS_BACK = {
    "AT_SUBMISSION_PLACE": "result_in_person",
    "ONLINE": "result_online",
    "AT_HOME": "result_by_post",
}


class MappedRecord(NamedTuple):
    """The facts of a record, what only a new page takes from it, and what is odd in it."""

    facts: ProcedureFacts
    title: str
    alt_names: str
    oddities: tuple[Oddity, ...]


def map_record(record: Record) -> MappedRecord:
    """Return what a record says. UnreadableRecord when it has no code, name or identifier."""
    name = line(record, "name")
    if not (name and code_of(record) and line(record, "id")):
        raise UnreadableRecord("no identifier, code or name")
    odd: list[Oddity] = []
    with translation.override(settings.LANGUAGE_CODE):
        rows = {
            facts.AGENCIES: agency_rows(record),
            facts.CHANNELS: channel_rows(record, odd),
            facts.DURATIONS: duration_rows(record, odd),
            facts.DOCUMENTS: document_rows(record, odd),
            facts.FEES: fee_rows(record, odd),
            facts.RESULTS: result_rows(record),
            facts.LEGAL_BASES: law_rows(record),
            facts.STEPS: step_rows(record),
        }
    said = ProcedureFacts(_fields(record, odd), rows)
    return MappedRecord(said, title_of(name), _alt_names(record, name), tuple(dict.fromkeys(odd)))


def code_of(record: Record) -> str:
    """Return the procedure code of a record as pages keep it."""
    return tidy(line(record, "code"))


def title_of(name: str) -> str:
    """Return the official name as a title: without the word "Thủ tục" before it, and cut where it is too long."""
    _thu, _tuc, rest = (*name.split(" ", 2), "", "")[:3]
    short = rest if fold(f"{_thu} {_tuc}") == "thu tuc" and rest else name
    return cut(short[:1].upper() + short[1:], MAX_TITLE_LENGTH)


def _fields(record: Record, odd: list[Oddity]) -> dict[str, Value]:
    conditions = lines(record, "requirementsAndConditions") or lines(record, "description")
    has_none = fold(conditions) in NO_CONDITIONS
    proposal = record.get("procedureProposal")
    decision: Record = proposal if is_record(proposal) else {}
    issuer = decision.get("issuingAgency")
    return {
        "official_name": line(record, "name"),
        "field": next((line(one, "name") for one in parts(record, "categoriesDetails")), ""),
        "audiences": audiences(record, odd),
        "online_scope": _online_scope(record),
        **_ways_back(record),
        "decision_number": line(decision, "proposalNumber")[:60],
        "decision_date": day(decision, "decisionDate"),
        "decision_issuer": line(issuer, "name")[:200] if is_record(issuer) else "",
        "source_url": page_address(record),
        "conditions": "" if has_none else _paragraphs(conditions),
        "conditions_status": _status_of(fold(conditions)) if has_none else PartStatus.UNKNOWN,
    }


def _online_scope(record: Record) -> str:
    if not is_filed_online(record) or record.get("isOfflineOnly"):
        return OnlineScope.NONE
    return OnlineScope.FULL if record.get("isFullProcess") else OnlineScope.PARTIAL


def _ways_back(record: Record) -> dict[str, Value]:
    """Return how the result comes to the applicant; nothing is said by a record that names no way."""
    found: set[str] = set()
    for way in parts(record, "returningMethods"):
        values = way.get("value")
        found |= {str(value) for value in values} if isinstance(values, list) else set()
    return {column: name in found for name, column in WAYS_BACK.items()} if found else {}


def _status_of(conditions: str) -> str:
    return PartStatus.NOT_PRESCRIBED if conditions in UNSET_CONDITIONS else PartStatus.NONE


def _paragraphs(text: str) -> str:
    return "".join(f"<p>{escape(one, quote=False)}</p>" for one in text.splitlines())


def _alt_names(record: Record, name: str) -> str:
    """Return keywords, one a line, but for the name itself."""
    keywords = (word.strip() for word in line(record, "keywords").replace(";", ",").split(","))
    return "\n".join(dict.fromkeys(word for word in keywords if word and fold(word) != fold(name)))
