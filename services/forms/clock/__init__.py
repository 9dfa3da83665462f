"""The deadline clock, pure rules: `due` counts, `explain` tells how, `holding` says which time limits hold."""

from services.forms.clock.data import (
    Day,
    DayStatus,
    Due,
    Extension,
    Late,
    Limit,
    LimitPart,
    NoDate,
    Pause,
    PauseKind,
    Restart,
)
from services.forms.clock.day_words import on_day
from services.forms.clock.due import due, is_countable
from services.forms.clock.requests import RequestEffect, effect_of_request
from services.forms.clock.rows import holding
from services.forms.clock.rule import ClockRule, Closing, Resume, RuleSource
from services.forms.clock.rule_words import rule_lines
from services.forms.clock.spans import Span, spans
from services.forms.clock.words import brief, doubts, explain, short_answer

__all__ = [
    "ClockRule",
    "Closing",
    "Day",
    "DayStatus",
    "Due",
    "Extension",
    "Late",
    "Limit",
    "LimitPart",
    "NoDate",
    "Pause",
    "PauseKind",
    "RequestEffect",
    "Restart",
    "Resume",
    "RuleSource",
    "Span",
    "brief",
    "doubts",
    "due",
    "effect_of_request",
    "explain",
    "holding",
    "is_countable",
    "on_day",
    "rule_lines",
    "short_answer",
    "spans",
]
