"""What a slip says, word by word, as data that is kept: the sheet can be made of it at any time, and never changes."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.conf import settings
from django.utils import timezone, translation

from services.forms.rules.slip_kinds import SlipKind
from services.forms.rules.transition_spec import Transition
from services.forms.slips.facts import (
    Row,
    SlipContext,
    contact_rows,
    delivery_rows,
    dossier_rows,
    due_rows,
    fee_rows,
    moment,
    papers,
    requested,
    working_lines,
)
from services.forms.slips.wording import LANGUAGE, Wording, effect_words, label
from services.forms.submissions.due_date_text import in_words
from services.rules import deadlines

LAYOUT = 1
"""How the data are to be read; another layout gets another number, and sheets of this one go on being made."""

WRITTEN_BY_HAND = ("", "", "")
"""Papers handed in at the counter: the portal knows only of files."""

Payload = dict[str, Any]
Table = dict[str, Any]


def payload_of(kind: SlipKind, context: SlipContext, wording: Wording) -> Payload:
    """Return everything the sheet says but its number, agency, issuer and token."""
    with translation.override(LANGUAGE):
        rows, table = BUILDERS[kind](context)
        return {
            "layout": LAYOUT,
            "title": wording.title,
            "legal_basis": wording.legal_basis,
            "opening": wording.opening,
            "closing": wording.closing,
            "notes": wording.notes,
            "day": day_line(context.event.at),
            "rows": [[name, lines] for name, lines in rows],
            "table": table,
            "signed_by": label(SIGNED_BY.get(kind, "signed_by")),
            "portal": settings.WAGTAIL_SITE_NAME,
            "demonstration": settings.DEMO,
        }


def day_line(at: datetime) -> str:
    """Return the day below the motto."""
    local = timezone.localtime(at)
    return label("day", day=f"{local.day:02}", month=f"{local.month:02}", year=local.year)


def _receipt(context: SlipContext) -> tuple[list[Row], Table]:
    accepted = (label("accepted_at"), [moment(context.submission.accepted_at)])
    rows = [*dossier_rows(context), accepted, *due_rows(context), *fee_rows(context), *delivery_rows(context)]
    found = [
        [str(number), name, str(files), counts, *WRITTEN_BY_HAND]
        for number, (name, files, counts) in enumerate(papers(context), start=1)
    ]
    head = ["order", "paper", "files", "counts", "originals", "certified_copies", "copies"]
    return rows, _table(head, [3, 22, 5, 10, 6, 8, 6], found, none=label("no_paper"))


def _supplement(context: SlipContext) -> tuple[list[Row], Table]:
    rows = dossier_rows(context)
    if context.event.reason:
        rows.append((label("message"), context.event.reason.splitlines()))
    if until := context.event.data.get("reply_until"):
        rows.append((label("reply_until"), [in_words(datetime.fromisoformat(until))]))
    if effect := context.event.data.get("effect"):
        rows.append((label("effect"), [effect_words(effect)]))
    rows += contact_rows(context)
    found = [[str(number), *paper] for number, paper in enumerate(requested(context.event), start=1)]
    return rows, _table(["order", "missing_paper", "why"], [1, 7, 7], found)


def _reasoned(context: SlipContext) -> tuple[list[Row], None]:
    is_withdrawn = context.event.move == Transition.WITHDRAW
    reason = [label("withdrawn")] if is_withdrawn else []
    rows = [*dossier_rows(context), (label("reason"), [*reason, *context.event.reason.splitlines()])]
    return [*rows, *contact_rows(context)], None


def _apology(context: SlipContext) -> tuple[list[Row], None]:
    data = context.event.data
    if context.event.move == Transition.APOLOGISE_LATE:
        return _late_apology(context)
    dates = [
        (label("was_due"), _when(data.get("was_due_at"))),
        (label("extension"), [deadlines.text(data.get("value"), data["unit"])]),
        (label("new_due"), _when(data.get("due_at"))),
    ]
    if context.due is not None and context.due.moment is not None:
        dates.append((label("working"), working_lines(context.due)))
    return [
        *dossier_rows(context),
        (label("reason"), context.event.reason.splitlines()),
        *dates,
        *contact_rows(context),
    ], None


def _late_apology(context: SlipContext) -> tuple[list[Row], None]:
    data = context.event.data
    rows = [*dossier_rows(context), (label("reason"), context.event.reason.splitlines())]
    rows.append((label("was_due"), _when(data.get("due_at"))))
    if data.get("return_until"):
        rows.append((label("new_due"), _when(data.get("return_until"))))
    return [*rows, *contact_rows(context)], None


def _when(iso: str | None) -> list[str]:
    return [in_words(datetime.fromisoformat(iso))] if iso else [label("paused")]


def _table(head: list[str], widths: list[int], rows: list[list[str]], *, none: str = "") -> Table:
    """`none` is what stands there instead of an empty table."""
    return {"head": [label(name) for name in head], "widths": widths, "rows": rows, "none": none}


SIGNED_BY = {SlipKind.SUPPLEMENT: "guided_by"}
"""As whom the officer signs, where it is not as the one who received the dossier."""

BUILDERS: dict[SlipKind, Callable[[SlipContext], tuple[list[Row], Table | None]]] = {
    SlipKind.RECEIPT: _receipt,
    SlipKind.SUPPLEMENT: _supplement,
    SlipKind.REFUSAL: _reasoned,
    SlipKind.APOLOGY: _apology,
    SlipKind.STOP: _reasoned,
}
