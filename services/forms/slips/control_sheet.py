"""Slip 06 as PDF: made when an officer asks for it, kept by nobody."""

from collections.abc import Iterable, Sequence

from django.conf import settings
from django.contrib.auth import get_user_model
from django.utils import timezone, translation

from accounts.models import User
from services.forms.definition.standard_steps import owner_name
from services.forms.models import Event, Submission
from services.forms.rules.slip_kinds import SlipKind
from services.forms.rules.workflow import State
from services.forms.slips.composing import day_line
from services.forms.slips.control import Stage, result, stages
from services.forms.slips.facts import Row, date_changes, moment, reached_rows
from services.forms.slips.grid import grid
from services.forms.slips.letterhead import letterhead
from services.forms.slips.paper import sign
from services.forms.slips.sheet import Sheet
from services.forms.slips.wording import LANGUAGE, Wording, built_in_words, label, wording_in_force
from services.forms.submissions.handovers import assigned_to

WIDTHS = (2, 6, 6, 5, 5, 5, 5)


def control_slip(submission: Submission, *, by: User) -> bytes:
    """Return the sheet, for an officer who may see the dossier."""
    events = list(submission.events.select_related("actor"))
    with translation.override(LANGUAGE):
        found = stages(events, _people(events), submission.agency_name)
        facts = [*_facts(submission), *date_changes(events)]
        return _drawn(submission, facts, found, wording_in_force(SlipKind.CONTROL, timezone.localdate()), by)


def _people(events: Sequence[Event]) -> dict[int | None, str]:
    """Everybody of the office the history names."""
    found = {event.actor_id: str(event.actor) for event in events if event.actor}
    assigned = {assigned_to(event) for event in events} - {None, *found}
    users = get_user_model()._default_manager.filter(pk__in=assigned) if assigned else []
    return found | {user.pk: str(user) for user in users}


def _drawn(submission: Submission, facts: Iterable[Row], found: Sequence[Stage], wording: Wording, by: User) -> bytes:
    number, said = f"{submission.code}/{SlipKind.CONTROL.value}", built_in_words()["control"]
    sheet = Sheet(
        title=f"{wording.title} {number}",
        language=LANGUAGE,
        footer=f"{settings.WAGTAIL_SITE_NAME} · {number}",
        watermark=label("demonstration") if settings.DEMO else "",
    )
    now = timezone.now()
    head = label("number", number=number)
    letterhead(sheet, agency=submission.agency_name, number=head, day=day_line(now))
    sheet.centred(wording.title.upper(), 14)
    sheet.ln(2)
    if wording.opening:
        sheet.paragraph(wording.opening)
    for name, lines in facts:
        sheet.row(name, lines)
    sheet.ln(2)
    grid(sheet, said["columns"], WIDTHS, [_row(number, stage) for number, stage in enumerate(found, start=1)], 8)
    told = result(
        State(submission.state),
        is_accepted=submission.accepted_at is not None,
        due_at=submission.due_at,
        resolved_at=submission.resolved_at,
        now=now,
    )
    sheet.row(said["result"], [told])
    if wording.closing:
        sheet.paragraph(wording.closing)
    sign(sheet, said["signed_by"], str(by))
    for text in filter(None, (wording.notes, label("legal_basis", basis=wording.legal_basis))):
        sheet.paragraph(text, 8)
    return bytes(sheet.output())


def _facts(submission: Submission) -> list[Row]:
    said = built_in_words()["control"]
    form = submission.version.form(LANGUAGE)
    whose = [
        (label("code"), submission.code or ""),
        (label("service"), submission.service_title),
        (label("owner"), owner_name(submission.answers)),
    ]
    when = [
        (label("filed_at"), moment(submission.filed_at)),
        (label("accepted_at"), moment(submission.accepted_at)),
        (said["complete_at"], moment(submission.complete_at)),
        (label("due"), moment(submission.due_at)),
        (said["done_at"], moment(submission.resolved_at)),
    ]
    return [*_told(whose), *reached_rows(form, submission, only_asked=True), *_told(when)]


def _told(rows: Iterable[tuple[str, str]]) -> list[Row]:
    return [(name, [line]) for name, line in rows if line]


def _row(number: int, stage: Stage) -> list[str]:
    times = [moment(stage.received_at), moment(stage.passed_at)]
    return [str(number), stage.work, stage.office, stage.giver, stage.taker, *times]
