"""Differences in words, in the language in force: what is meant, what the page says, what the record says."""

from collections.abc import Callable
from datetime import date
from html import unescape

from django.utils.functional import Promise
from django.utils.html import strip_tags
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from core.i18n import written_day
from services.national import facts
from services.national.comparing.differences import Difference
from services.national.facts import FactRow, Value
from services.rules import deadlines
from services.rules.choices import AgencyRole, ChannelKind, FeeStatus, OnlineScope
from services.rules.wording import amount_in_words

FIELDS: dict[str, Promise | str] = {
    "official_name": gettext_lazy("official name"),
    "field": gettext_lazy("field of administration"),
    "audiences": gettext_lazy("audiences"),
    "online_scope": gettext_lazy("online scope"),
    "decision_number": gettext_lazy("decision that published it"),
    "decision_date": gettext_lazy("date of the decision"),
    "decision_issuer": gettext_lazy("issuer of the decision"),
    "source_url": gettext_lazy("source"),
    "result_in_person": gettext_lazy("result handed over at the counter"),
    "result_online": gettext_lazy("result sent online"),
    "result_by_post": gettext_lazy("result sent by post"),
    "conditions": gettext_lazy("conditions"),
    facts.STEPS: gettext_lazy("Steps"),
}
KINDS: dict[str, Promise | str] = {
    facts.AGENCIES: gettext_lazy("Handling agencies"),
    facts.CHANNELS: gettext_lazy("Channels"),
    facts.DURATIONS: gettext_lazy("Time limits"),
    facts.DOCUMENTS: gettext_lazy("Documents of the application"),
    facts.FEES: gettext_lazy("Fees"),
    facts.RESULTS: gettext_lazy("Results"),
    facts.LEGAL_BASES: gettext_lazy("Legal bases"),
}
LONGEST_NAME = 60


def name_of(one: Difference) -> str:
    """Return what differs: a field by its label, a row by what it is called."""
    if one.part in FIELDS:
        return capfirst(str(FIELDS[one.part]))
    row = one.theirs if isinstance(one.theirs, FactRow) else one.ours
    return _row_name(row) if isinstance(row, FactRow) else str(KINDS[one.part])


def group_of(one: Difference) -> str:
    """Return the heading under which it stands."""
    if one.is_offered:
        return _("Wording and codes")
    return str(KINDS[one.part]) if one.part in KINDS else _("Main information")


def told(value: Value | FactRow | tuple[FactRow, ...]) -> str:
    """Return what one side says; "" when it says nothing."""
    if isinstance(value, FactRow):
        return ROWS[value.kind](value)
    if isinstance(value, tuple):
        rows = [told(one) if isinstance(one, FactRow) else str(one) for one in value]
        return ("\n" if any(isinstance(one, FactRow) for one in value) else ", ").join(rows)
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, date):
        return written_day(value)
    if isinstance(value, str) and value in OnlineScope.values:
        return str(OnlineScope(value).label)
    return unescape(strip_tags(str(value or "").replace("</p>", "\n").replace("</li>", "\n"))).strip()


def in_a_line(one: Difference) -> str:
    """Return a difference as one line of a report."""
    return f"{group_of(one)}, {name_of(one)}: {told(one.ours) or '–'} → {told(one.theirs) or '–'}"


def _row_name(row: FactRow) -> str:
    if row.kind in (facts.DURATIONS, facts.FEES, facts.CHANNELS):
        channel = row.text("channel") or row.text("kind")
        parts = (row.text("name") if row.kind == facts.FEES else "", _channel(channel), row.text("case"))
        return capfirst(", ".join(part for part in parts if part))
    name = row.text("name") or row.text("number") or row.text("title")
    return name if len(name) <= LONGEST_NAME else f"{name[:LONGEST_NAME].rsplit(' ', 1)[0]}…"


def _channel(kind: str) -> str:
    return str(ChannelKind(kind).label) if kind in ChannelKind.values else kind


def _limit(row: FactRow) -> str:
    value = row.values["value"]
    number = value if isinstance(value, int) else None
    return deadlines.text(number, row.text("unit"), row.text("note")) or row.text("note")


def _fee(row: FactRow) -> str:
    amount = row.values["amount"]
    said = str(FeeStatus(row.text("status")).label)
    if isinstance(amount, int) and amount:
        said = amount_in_words(amount, row.text("unit"))
    return f"{said}: {row.text('note')}" if row.values["status"] == FeeStatus.SEE_NOTE and row.text("note") else said


def _paper(row: FactRow) -> str:
    originals, copies = row.values["originals"], row.values["copies"]
    parts = [row.text("name")]
    if isinstance(originals, int):
        parts.append(ngettext("%(count)d original", "%(count)d originals", originals) % {"count": originals})
    if isinstance(copies, int):
        parts.append(ngettext("%(count)d copy", "%(count)d copies", copies) % {"count": copies})
    if files := row.text("template_files"):
        parts.append(_("form: %(files)s") % {"files": ", ".join(files.splitlines())})
    return " · ".join(parts)


def _agency(row: FactRow) -> str:
    return f"{row.text('name')} ({AgencyRole(row.text('role')).label})"


def _joined(*names: str, between: str) -> Callable[[FactRow], str]:
    return lambda row: between.join(part for name in names if (part := row.text(name)))


ROWS: dict[str, Callable[[FactRow], str]] = {
    facts.AGENCIES: _agency,
    facts.CHANNELS: lambda row: _channel(row.text("kind")),
    facts.DURATIONS: _limit,
    facts.DOCUMENTS: _paper,
    facts.FEES: _fee,
    facts.RESULTS: _joined("name", "code", between=" · "),
    facts.LEGAL_BASES: _joined("number", "title", between=" – "),
    facts.STEPS: _joined("heading", "text", between=": "),
}
