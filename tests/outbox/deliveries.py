"""Handlers and routines that only tests know, and a look at the rows they leave."""

import json
import os
import time
from pathlib import Path
from typing import Any

from outbox import Undeliverable

REACHED: list[dict[str, Any]] = []
"""What was delivered in this process, in order."""
RAN: list[str] = []


def deliver(payload: dict[str, Any]) -> None:
    REACHED.append(payload)


def fail(payload: dict[str, Any]) -> None:
    raise ConnectionRefusedError(f"smtp://mail.example said\nno to {payload['id']}")


def refuse(payload: dict[str, Any]) -> None:
    raise Undeliverable("no such mailbox")


def write_and_wait(payload: dict[str, Any]) -> None:
    """Append a line to a file, wait as told, append another: what another process can watch."""
    line(payload, "began")
    time.sleep(payload.get("seconds", 0))
    line(payload, "ended")


def line(payload: dict[str, Any], word: str) -> None:
    with Path(payload["file"]).open("a", encoding="utf-8") as file:
        file.write(json.dumps([word, payload["id"], os.getpid()]) + "\n")


def routine() -> None:
    RAN.append("routine")


def broken_routine() -> None:
    raise RuntimeError("no disk")
