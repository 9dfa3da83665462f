"""The rule of the clock for tests without a database: what the law says, changed where a test says so."""

from datetime import time
from typing import Any

from services.forms.clock import ClockRule, Closing, Resume

LAW = {
    "resume": Resume.RESTART,
    "request_days": 3,
    "reply_days": 15,
    "closing": Closing.STAFF,
    "intake_hours": 8,
    "officers_told_hours": 2,
    "handed_on_until": time(15),
    "extensions": 1,
    "extension_days_before": 1,
    "payment_pauses": True,
    "early_requests_count": True,
    "late_acceptance_waits": True,
    "second_request_is_late": True,
}


def rule(**changed: Any) -> ClockRule:
    return ClockRule(**LAW | changed)
