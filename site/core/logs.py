"""Lines of the log: one per record, with the number of the request. A fault is told by class and place, not in words.

What an error says may name a person ("Key (email)=(…) already exists"); where it happened never does.
"""

import json
import logging
from datetime import UTC, datetime
from types import TracebackType

from core import request_ids


class RequestIdFilter(logging.Filter):
    """Gives each record the number of the request it belongs to, "-" outside of one."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.request_id = request_ids.current() or "-"
        return True


class JsonFormatter(logging.Formatter):
    """{"time", "level", "logger", "message", "request_id", "fault"?} as one line."""

    def format(self, record: logging.LogRecord) -> str:
        line = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
            "request_id": getattr(record, "request_id", None) or request_ids.current() or "-",
        }
        if record.exc_info and record.exc_info[1] is not None:
            line["fault"] = faults_of(record.exc_info[1])
        return json.dumps(line, ensure_ascii=False)


def faults_of(error: BaseException) -> list[dict[str, object]]:
    """Return the error and those it came from, the last first: class, and the places it went through, the innermost
    last.
    """
    found: list[dict[str, object]] = []
    seen: set[int] = set()
    next_one: BaseException | None = error
    while next_one is not None and id(next_one) not in seen:
        seen.add(id(next_one))
        found.append({"class": type(next_one).__qualname__, "at": _places(next_one.__traceback__)})
        next_one = next_one.__cause__ or next_one.__context__
    return found


def _places(traceback: TracebackType | None) -> list[str]:
    places = []
    while traceback is not None:
        code = traceback.tb_frame.f_code
        places.append(f"{code.co_filename}:{traceback.tb_lineno} {code.co_qualname}")
        traceback = traceback.tb_next
    return places
