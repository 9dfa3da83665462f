"""The rule of the clock as a submission keeps it from its acceptance on, as JSON."""

from collections.abc import Mapping
from dataclasses import asdict, fields
from datetime import time
from typing import Any

from services.forms.clock.rule import ClockRule, Closing, Resume, RuleSource


def rule_to_json(rule: ClockRule) -> dict[str, Any]:
    """Return the rule as the column keeps it."""
    return asdict(rule) | {
        "handed_on_until": f"{rule.handed_on_until:%H:%M}",
        "sources": [asdict(source) for source in rule.sources],
    }


def rule_from_json(data: Mapping[str, Any] | None) -> ClockRule | None:
    """Return the rule a submission keeps; None for one that was not accepted."""
    if data is None:
        return None
    known = {field.name: data[field.name] for field in fields(ClockRule)}
    return ClockRule(
        **known
        | {
            "resume": Resume(data["resume"]),
            "closing": Closing(data["closing"]),
            "handed_on_until": time.fromisoformat(data["handed_on_until"]),
            "sources": tuple(RuleSource(**source) for source in data["sources"]),
        }
    )
