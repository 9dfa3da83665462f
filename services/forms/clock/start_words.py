"""From when a limit counts, in sentences: the acceptance, and the request for papers after which it runs anew."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from services.forms.clock.data import DayStatus, Due, Late, Start
from services.forms.clock.day_words import days, when
from services.forms.clock.spans import spans


def beginning(start: Start) -> Iterator[str]:
    """Yield the acceptance, and why it counts later."""
    yield _("Accepted at %(time)s, %(day)s.") % when(start.accepted)
    if start.late is not Late.NOT:
        why = {
            Late.WEEKEND: _("This is a weekend, so it counts as accepted at %(time)s, %(day)s."),
            Late.HOLIDAY: _("This is a day off: %(name)s. It counts as accepted at %(time)s, %(day)s."),
            Late.CLOSED: _("The office had closed, so it counts as accepted at %(time)s, %(day)s."),
            Late.CUT_OFF: _("That is too late for the same day, so it counts as accepted at %(time)s, %(day)s."),
            Late.OUTSIDE_HOURS: _("This is outside working hours, so counting begins at %(time)s, %(day)s."),
        }[start.late]
        yield why % {**when(start.counts_from), "name": start.name}


def restart(due: Due) -> Iterator[str]:
    """Yield the request that restarts the limit, and the completion from which it runs anew."""
    if due.restart is None:
        return
    yield asked(due)
    again = due.restart.start
    if again is not None:
        yield _("Complete again at %(time)s, %(day)s: the whole time limit runs anew from there.") % when(
            again.accepted
        )
        if again.late is not Late.NOT:
            words = _("This is outside working time, so it counts as complete at %(time)s, %(day)s.")
            yield words % when(again.counts_from)


def asked(due: Due) -> str:
    """Return when the papers were asked for, and that this was in time."""
    number = due.rule.request_days if due.rule and due.rule.request_days else 0
    words = ngettext(
        "Documents asked for at %(time)s, %(day)s, within %(number)d working day of acceptance: the time limit begins "
        "anew when they are complete.",
        "Documents asked for at %(time)s, %(day)s, within %(number)d working days of acceptance: the time limit begins "
        "anew when they are complete.",
        number,
    )
    at = due.restart.request.asked if due.restart else due.start.accepted
    return words % {**when(at), "number": number}


def void(due: Due) -> Iterator[str]:
    """Yield the days that were lost when the limit began anew."""
    lost = due.restart.void if due.restart else ()
    for span in spans(lost):
        if span.what is DayStatus.VOID:
            yield _("%(days)s: counted before the request, falls away.") % {"days": days(span.first, span.last)}
