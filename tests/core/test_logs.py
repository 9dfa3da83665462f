"""Lines of the production log: JSON, one each, with the number of the request and without what an error says."""

import json
import logging

import pytest

from core import request_ids
from core.logs import JsonFormatter, RequestIdFilter

CANARY = "Nguyễn Thị Chim Yến"


def line(message="moved %s", *args, error=None):
    info = (type(error), error, error.__traceback__) if error else None
    return logging.LogRecord("outbox", logging.WARNING, __file__, 1, message, args, info)


def test_a_record_is_one_line_of_json():
    told = JsonFormatter().format(line("moved\n%s", 7))
    assert "\n" not in told
    found = json.loads(told)
    assert (found["level"], found["logger"], found["message"]) == ("WARNING", "outbox", "moved\n7")
    assert (found["request_id"], "fault" in found) == ("-", False)


def test_a_fault_is_told_by_class_and_place_and_never_in_words():
    try:
        raise KeyError(CANARY)
    except KeyError as first:
        try:
            raise ValueError(CANARY) from first
        except ValueError as error:
            told = JsonFormatter().format(line("failed", error=error))
    assert CANARY not in told
    fault = json.loads(told)["fault"]
    assert [each["class"] for each in fault] == ["ValueError", "KeyError"]
    assert "test_logs.py" in fault[0]["at"][0]


@pytest.mark.parametrize("number", ["", "a1b2c3d4"])
def test_the_number_of_the_request_stands_in_every_line(number):
    record = line("x")
    token = request_ids._current.set(number)
    try:
        RequestIdFilter().filter(record)
    finally:
        request_ids._current.reset(token)
    assert record.request_id == json.loads(JsonFormatter().format(record))["request_id"] == (number or "-")
