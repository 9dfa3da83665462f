"""The deadline clock, pure rules: `due` counts, `explain` tells how, `holding` says which time limits hold."""

from services.forms.clock.data import Day, Due, Late, Limit, NoDate, Part, Pause, What
from services.forms.clock.due import due, is_countable
from services.forms.clock.rows import holding
from services.forms.clock.spans import Span, spans
from services.forms.clock.words import brief, doubts, explain, on_day, short_answer

__all__ = [
    "Day",
    "Due",
    "Late",
    "Limit",
    "NoDate",
    "Part",
    "Pause",
    "Span",
    "What",
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
