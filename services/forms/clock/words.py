"""The working of a date in sentences, in the language in force."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from services.forms.clock.data import (
    BY_THE_CALENDAR,
    IN_HOURS,
    WITHIN_THE_DAY,
    Caveat,
    DayStatus,
    Doubt,
    Due,
    Limit,
    LimitPart,
    NoDate,
)
from services.forms.clock.day_words import days, on_day, when
from services.forms.clock.spans import Span, spans
from services.forms.clock.start_words import beginning, restart, void
from services.rules import deadlines
from services.rules.choices import DurationUnit


def explain(due: Due) -> list[str]:
    """Return how the date was worked out, step by step, the result last; without a date, why there is none."""
    if due.no_date not in (None, NoDate.PAUSED):
        return [short_answer(due)]
    sentences = [
        *beginning(due.start),
        *void(due),
        *restart(due),
        *(line for part in due.parts for line in _part(part, due)),
        short_answer(due),
    ]
    return [_sentence(line) for line in sentences]


def brief(due: Due) -> list[str]:
    """Return the same without going from day to day: the acceptance, the limit, its extension, how much was waiting."""
    if due.no_date not in (None, NoDate.PAUSED):
        return [short_answer(due)]
    limits = [_limit(part.limit, is_extension=part is not due.parts[0]) for part in due.parts]
    told = [words % {"limit": _text(part.limit)} for words, part in zip(limits, due.parts, strict=True)]
    waiting = [_span(span) for part in due.parts for span in spans(part.days) if span.what is DayStatus.PAUSED]
    return [_sentence(line) for line in (*beginning(due.start), *restart(due), *told, *waiting, short_answer(due))]


def short_answer(due: Due) -> str:
    """Return the result in one sentence."""
    if due.moment is not None:
        return _("Due at %(time)s, %(day)s.") % when(due.moment)
    match due.no_date:
        case NoDate.PAUSED:
            return _still(due)
        case NoDate.IN_WORDS:
            return _("The time limit is told in words, so no date can be worked out: %(note)s") % {
                "note": due.limit.note.strip()
            }
        case NoDate.OTHER_EVENT:
            told = _("This time limit counts from another event than acceptance, so no date can be worked out from it.")
            return f"{told} {due.limit.note}".strip()
        case NoDate.TOO_LONG:
            return _("The time limit is too long for a date to be worked out.")
    return _("The time limit is not published, so no date can be worked out; ask where applications are received.")


def doubts(due: Due) -> list[str]:
    """Return why the date may still change."""
    return [_sentence(_doubt(caveat)) for caveat in due.caveats]


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]


def _part(part: LimitPart, due: Due) -> Iterator[str]:
    yield _limit(part.limit, is_extension=part is not due.parts[0]) % {"limit": _text(part.limit)}
    if part.target is not None:
        yield _("%(limit)s after acceptance: %(day)s.") % {"limit": _text(part.limit), "day": on_day(part.target)}
    for span in spans(part.days):
        yield _span(span)


def _limit(limit: Limit, *, is_extension: bool) -> str:
    if is_extension:
        return _("Extended by: %(limit)s.")
    if limit.unit in IN_HOURS:
        return _("Time limit: %(limit)s. Only working time counts, from the moment of acceptance.")
    if limit.unit in WITHIN_THE_DAY:
        return _("Time limit: %(limit)s, at the latest when the office closes.")
    if limit.unit in BY_THE_CALENDAR:
        return _("Time limit: %(limit)s. The day of acceptance does not count; every day after it does.")
    return _("Time limit: %(limit)s. The day of acceptance does not count; weekends and days off do not either.")


def _text(limit: Limit) -> str:
    """Return the limit in words, as it stands inside a sentence."""
    text = deadlines.text(limit.value, limit.unit, limit.note)
    return text[:1].lower() + text[1:]


def _span(span: Span) -> str:
    values = {
        "day": on_day(span.first),
        "days": days(span.first, span.last),
        "name": span.name,
        "number": span.from_number,
        "last": span.to_number,
        "time": _length(span.minutes),
    }
    return _pattern(span) % values


def _pattern(span: Span) -> str:
    match span.what:
        case DayStatus.WEEKEND:
            return _("%(days)s: weekend, does not count.")
        case DayStatus.HOLIDAY:
            return _("%(days)s: day off, does not count – %(name)s.")
        case DayStatus.PAUSED if span.minutes:
            return _("%(day)s: %(time)s of waiting for the citizen, does not count.")
        case DayStatus.PAUSED:
            return _("%(days)s: waiting for the citizen, does not count.")
        case DayStatus.MOVED_TO:
            return _("%(day)s: the next working day; the limit may not end on a day off.")
    return _counted(span)


def _counted(span: Span) -> str:
    if span.minutes:
        return _("%(day)s: %(time)s of working time.")
    if span.name:
        return _("%(day)s: day %(number)s, a make-up working day – %(name)s.")
    if span.first == span.last:
        return _("%(day)s: day %(number)s.")
    return _("%(days)s: days %(number)s to %(last)s.")


def _length(minutes: int) -> str:
    """Minutes as hours and minutes."""
    hours, rest = divmod(minutes, 60)
    told = []
    if hours:
        told.append(ngettext("%(count)d hour", "%(count)d hours", hours) % {"count": hours})
    if rest:
        told.append(ngettext("%(count)d minute", "%(count)d minutes", rest) % {"count": rest})
    return " ".join(told)


def _still(due: Due) -> str:
    """While a pause is open: since when, and what is left; where the limit runs anew after it, nothing stands still."""
    since = when(due.standing_since or due.start.accepted)
    if due.restart is not None and due.restart.start is None:
        told = _("The office has waited for documents since %(time)s, %(day)s.") % since
        return f"{told} {_whole(due)}"
    told = _("The clock has stood still since %(time)s, %(day)s: the office waits for the citizen.") % since
    return f"{told} {_left(due)}"


def _left(due: Due) -> str:
    last = due.parts[-1]
    if last.limit.unit in IN_HOURS and last.left:
        return _("After the reply, %(left)s are left.") % {"left": _length(last.left)}
    if last.left:
        unit = DurationUnit.CALENDAR_DAY if last.limit.unit in BY_THE_CALENDAR else DurationUnit.WORKING_DAY
        return _("After the reply, %(left)s are left.") % {"left": deadlines.text(last.left, unit)}
    return _("There is no due date until the reply.")


def _whole(due: Due) -> str:
    """Return what runs anew when the papers are complete."""
    return _("When they are complete, the whole time limit runs anew: %(limit)s.") % {"limit": _text(due.limit)}


def _doubt(caveat: Caveat) -> str:
    values = {"days": days(caveat.first, caveat.last), "name": caveat.name, "year": caveat.first.year}
    return (_of_request(caveat) if caveat.is_about_request else _of_date(caveat)) % values


def _of_date(caveat: Caveat) -> str:
    return {
        Doubt.NOT_ANNOUNCED: _(
            "%(days)s: days off that were worked out and are not announced yet. The date may change."
        ),
        Doubt.NOT_CONFIRMED: _(
            "%(days)s may become a day off (%(name)s). It is not confirmed, so it counts as a working day for now."
        ),
        Doubt.NO_CALENDAR: _("The days off of %(year)s have not been entered yet. The date may change."),
    }[caveat.doubt]


def _of_request(caveat: Caveat) -> str:
    return {
        Doubt.NOT_ANNOUNCED: _(
            "%(days)s: days off that were worked out and are not announced yet. Until when a first request for "
            "documents has the time limit run anew may change."
        ),
        Doubt.NOT_CONFIRMED: _(
            "%(days)s may become a day off (%(name)s), which is not confirmed. Until when a first request for "
            "documents has the time limit run anew may change."
        ),
        Doubt.NO_CALENDAR: _(
            "The days off of %(year)s have not been entered yet. Until when a first request for documents has the "
            "time limit run anew may change."
        ),
    }[caveat.doubt]
