"""What a row of the clock may say, and how the rule is kept with a submission."""

from datetime import time

import pytest

from services.forms.clock import Closing, Resume, RuleSource
from services.forms.rules.clock_values import ClockKey, read_value
from services.forms.rules.stored_rule import rule_from_json, rule_to_json
from tests.services.forms.clock.rules import rule


@pytest.mark.parametrize(
    ("key", "text", "value"),
    [
        (ClockKey.RESUME, "restart", Resume.RESTART),
        (ClockKey.RESUME, "continue", Resume.CONTINUE),
        (ClockKey.CLOSING, "staff", Closing.STAFF),
        (ClockKey.REQUEST_DAYS, " 3 ", 3),
        (ClockKey.REQUEST_DAYS, "", None),
        (ClockKey.REPLY_DAYS, "15", 15),
        (ClockKey.REPLY_DAYS, "", None),
        (ClockKey.INTAKE_HOURS, "8", 8),
        (ClockKey.HANDED_ON_UNTIL, "15:00", time(15)),
        (ClockKey.EXTENSIONS, "0", 0),
        (ClockKey.EXTENSION_DAYS_BEFORE, "0", 0),
        (ClockKey.PAYMENT_PAUSES, "yes", True),
        (ClockKey.SECOND_REQUEST_IS_LATE, "no", False),
    ],
)
def test_what_a_row_says(key, text, value):
    assert read_value(key, text) == value


@pytest.mark.parametrize(
    ("key", "text"),
    [
        (ClockKey.RESUME, "again"),
        (ClockKey.RESUME, ""),
        (ClockKey.REQUEST_DAYS, "0"),
        (ClockKey.REQUEST_DAYS, "three"),
        (ClockKey.REPLY_DAYS, "731"),
        (ClockKey.REPLY_DAYS, "-1"),
        (ClockKey.REPLY_DAYS, "1.5"),
        (ClockKey.REPLY_DAYS, "٣"),
        (ClockKey.INTAKE_HOURS, ""),
        (ClockKey.INTAKE_HOURS, "0"),
        (ClockKey.EXTENSIONS, "2"),
        (ClockKey.HANDED_ON_UNTIL, "25:00"),
        (ClockKey.PAYMENT_PAUSES, "maybe"),
        ("no_such_key", "1"),
    ],
)
def test_what_a_row_cannot_say(key, text):
    with pytest.raises(ValueError, match=r"not a|neither|hour"):
        read_value(key, text)


def test_a_submission_gives_back_the_rule_it_keeps():
    kept = rule(sources=(RuleSource("resume", "nd-118-2025", "19.5", "own_reading"),))
    assert rule_from_json(rule_to_json(kept)) == kept
    assert rule_from_json(None) is None
