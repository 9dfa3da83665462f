"""The deadline clock, pure rules: `due` counts, `explain` tells how, `holding` says which time limits hold."""

from services.forms.clock.data import Day, DayStatus, Due, Late, Limit, LimitPart, NoDate, Pause
from services.forms.clock.due import due, is_countable
from services.forms.clock.rows import holding
from services.forms.clock.spans import Span, spans
from services.forms.clock.words import brief, doubts, explain, on_day, short_answer

__all__ = [
    "Day",
    "DayStatus",
    "Due",
    "Late",
    "Limit",
    "LimitPart",
    "NoDate",
    "Pause",
    "Span",
    "brief",
    "doubts",
    "due",
    "explain",
    "holding",
    "is_countable",
    "on_day",
    "short_answer",
    "spans",
]
