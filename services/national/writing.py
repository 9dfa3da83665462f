"""Facts of a record become fields and rows of a page in memory; who calls it saves the page."""

import uuid
from collections.abc import Iterable, Sequence
from typing import Any

from core.text import fold
from services.models import ServiceCase, ServicePage
from services.models.cases import give_keys
from services.models.row_kinds import KINDS, OF_CASE
from services.national import facts
from services.national.comparing.differences import Difference, Found
from services.national.facts import FactRow, ProcedureFacts, Value
from services.national.vocabulary import Vocabulary
from services.rules.choices import PartStatus

ON_CHANNELS = (facts.DURATIONS, facts.FEES)
TOLD = {
    facts.CHANNELS: ("kind", "note"),
    facts.DURATIONS: ("value", "unit", "note"),
    facts.FEES: ("kind", "name", "status", "amount", "note"),
    facts.DOCUMENTS: ("name", "originals", "copies", "template_files", "template_url"),
    facts.RESULTS: ("name", "code"),
    facts.STEPS: ("heading", "text"),
}
"""What a row takes over from a record; the rest of it is the editors' own."""
FORM_OF_PAPER = ("template_files", "template_url")


class PageWriter:
    """Writes into one page in memory."""

    def __init__(self, page: ServicePage, vocabulary: Vocabulary) -> None:
        self.page = page
        self.vocabulary = vocabulary

    def fill(self, said: ProcedureFacts) -> None:
        """Write all facts into a page that has none."""
        for name, value in said.fields.items():
            self._write_field(name, value)
        for row in (one for rows in said.rows.values() for one in rows):
            self._add(row)
        self._join_channels()
        self._say_what_is_not_named(said)

    def accept(self, differences: Iterable[Difference]) -> None:
        """Take over what the record says in these places, and nothing else. Their rows were read from this page."""
        differences = list(differences)
        rows = {kind: list(self._rows(kind)) for kind in facts.KINDS_OF_ROWS}
        self._spread({one.part for one in differences} & set(ON_CHANNELS), rows)
        for one in differences:
            self._accept(one, rows)
        self._join_channels()

    def _rows(self, kind: str) -> list[Any]:
        """Return the rows in memory themselves."""
        rows: list[Any] = getattr(self.page, kind).get_object_list()
        return rows

    def _accept(self, one: Difference, rows: dict[str, list[Any]]) -> None:
        if one.part == facts.STEPS:
            self._replace_steps(one.theirs)
        elif isinstance(one.theirs, FactRow) and one.found is Found.BOTH:
            self._change(self._find(one, rows), one.theirs)
        elif isinstance(one.theirs, FactRow):
            self._add(one.theirs)
        elif one.found is Found.OURS_ALONE:
            getattr(self.page, one.part).remove(self._find(one, rows))
        else:
            self._write_field(one.part, one.theirs)  # type: ignore[arg-type] # steps, the only tuple of rows, are above

    def _find(self, one: Difference, rows: dict[str, list[Any]]) -> Any:  # noqa: ANN401 (a row of any kind)
        """Return the row of the page that a difference was read from; of one for every channel, that channel's."""
        row = rows[one.part][one.our_place or 0]
        if one.part not in ON_CHANNELS or not isinstance(one.ours, FactRow):
            return row
        return row if not isinstance(row, dict) else row[one.ours.text("channel")]

    def _spread(self, kinds: set[str], rows: dict[str, list[Any]]) -> None:
        """Make of a row for every channel one row for each, so that one of them can be changed alone."""
        channels = [row.kind for row in self._rows(facts.CHANNELS)]
        for kind in kinds:
            for place, row in enumerate(rows[kind]):
                if row.channel == "" and channels:
                    rows[kind][place] = self._on_each(kind, row, channels)

    def _on_each(self, kind: str, row: Any, channels: Sequence[str]) -> dict[str, Any]:  # noqa: ANN401 (as above)
        row.channel = channels[0]
        made = {channels[0]: row}
        for channel in channels[1:]:
            made[channel] = _copy(row)
            made[channel].channel = channel
            made[channel].sort_order = len(self._rows(kind))
            getattr(self.page, kind).add(made[channel])
        return made

    def _join_channels(self) -> None:
        """Make of rows that say the same on every channel of the page one row for all."""
        channels = {row.kind for row in self._rows(facts.CHANNELS)}
        for kind in ON_CHANNELS:
            alike: dict[tuple[Any, ...], list[Any]] = {}
            for row in self._rows(kind):
                alike.setdefault(_but_channel(row), []).append(row)
            for rows in alike.values():
                if {row.channel for row in rows} == channels and len(rows) == len(channels) > 1:
                    rows[0].channel = ""
                    for row in rows[1:]:
                        getattr(self.page, kind).remove(row)

    def _write_field(self, name: str, value: Value) -> None:
        if name == "field":
            self.page.field = self.vocabulary.field(str(value))
        elif name == "audiences":
            names = value if isinstance(value, tuple) else ()
            self.page.audiences = [self.vocabulary.audience(one) for one in names]
        else:
            setattr(self.page, name, value)
        if name == "conditions" and value:
            self.page.conditions_status = ""

    def _add(self, row: FactRow) -> None:
        manager = getattr(self.page, row.kind)
        values = self._values(row)
        if row.kind in (*ON_CHANNELS, facts.DOCUMENTS):
            values |= {name: row.values[name] for name in ("channel", "counted_from", "note") if name in row.values}
        if row.kind in OF_CASE:
            values["case_key"] = self._case(row.text("case"))
        manager.add(KINDS[row.kind](locale=self.page.locale, sort_order=len(self._rows(row.kind)), **values))

    def _change(self, own: Any, said: FactRow) -> None:  # noqa: ANN401 (a row of any kind)
        for name, value in self._values(said).items():
            if name not in FORM_OF_PAPER or value:
                setattr(own, name, value)

    def _values(self, row: FactRow) -> dict[str, Any]:
        if row.kind == facts.LEGAL_BASES:
            return {"legal_document_id": self.vocabulary.law(row.text("number"), row.text("title"))}
        if row.kind == facts.AGENCIES:
            return self._agency(row)
        return {name: row.values[name] for name in TOLD[row.kind]}

    def _agency(self, row: FactRow) -> dict[str, Any]:
        department = self.vocabulary.department(row.text("code"), row.text("name"))
        named: dict[str, Any] = {"department_id": department} if department else {"agency_name": row.text("name")}
        return {**named, **{name: row.values[name] for name in ("role", "apply_mode", "external_url", "address")}}

    def _case(self, name: str) -> str:
        """Return the key of the page's case of that name, which is made when there is none."""
        if not fold(name):
            return ""
        known = {fold(case.name): case for case in self._rows("cases")}
        if fold(name) not in known:
            case = ServiceCase(locale=self.page.locale, sort_order=len(known), name=name)
            self.page.cases.add(case)
            give_keys(self._rows("cases"))
            return case.key
        return known[fold(name)].key

    def _say_what_is_not_named(self, said: ProcedureFacts) -> None:
        """A part the record is silent about is not "none": somebody looked, and the source does not say."""
        has_forms = any(row.values["template_files"] for row in said.rows[facts.DOCUMENTS])
        named = {
            "documents_status": said.rows[facts.DOCUMENTS],
            "templates_status": has_forms,
            "fees_status": said.rows[facts.FEES],
            "results_status": said.rows[facts.RESULTS],
        }
        for status, found in named.items():
            setattr(self.page, status, PartStatus.UNKNOWN if found else PartStatus.NOT_NAMED)

    def _replace_steps(self, steps: object) -> None:
        for row in list(self._rows(facts.STEPS)):
            self.page.steps.remove(row)
        for step in steps if isinstance(steps, tuple) else ():
            self._add(step)


def _copy(row: Any) -> Any:  # noqa: ANN401 (a row of any kind)
    own = {"id", "translation_key", "page"}
    values = {
        field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields if field.name not in own
    }
    return type(row)(translation_key=uuid.uuid4(), **values)


def _but_channel(row: Any) -> tuple[Any, ...]:  # noqa: ANN401 (a row of any kind)
    own = {"id", "translation_key", "page", "sort_order", "channel"}
    return tuple(getattr(row, field.attname) for field in row._meta.concrete_fields if field.name not in own)
