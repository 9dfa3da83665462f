"""Asks clamd, where there is one, whether bytes hold a virus (its INSTREAM command, over TCP or a Unix socket).

Source: the manual of clamd(8). No answer is never a good answer: who asks must keep the file closed.
"""

import re
import socket
import struct
import time
from enum import Enum

from django.conf import settings

from outbox import ChannelDown

CONNECT_SECONDS = 3.0
ANSWER_SECONDS = 30.0
PING_SECONDS = 1.5
_CHUNK = 64 * 1024
_LONGEST_ANSWER = 4096
_TCP = re.compile(r"tcp://(\[[0-9a-f:.]+\]|[^:/\[\]]+):([0-9]{1,5})", re.IGNORECASE)
_UNIX = re.compile(r"unix:(/.+)")


class Verdict(Enum):
    CLEAN = "clean"
    INFECTED = "infected"


class ScannerDown(ChannelDown):
    """The scanner could not be asked or gave no verdict."""


def is_wanted() -> bool:
    """Return whether files are scanned here at all."""
    return bool(settings.CLAMD_ADDR)


def address_of(text: str) -> tuple[str, int] | str:
    """Host and port of `tcp://host:port`, the path of `unix:/path`; ValueError for anything else."""
    if tcp := _TCP.fullmatch(text):
        return tcp[1].strip("[]"), int(tcp[2])
    if unix := _UNIX.fullmatch(text):
        return unix[1]
    raise ValueError(f"CLAMD_ADDR is neither tcp://host:port nor unix:/path: {text!r}")


def scan(data: bytes) -> Verdict:
    """Return what the scanner says of these bytes. Without a scanner everything is clean; ScannerDown without an
    answer.
    """
    if not is_wanted():
        return Verdict.CLEAN
    try:
        with _connect(address_of(settings.CLAMD_ADDR)) as connection:
            return _verdict(_ask(connection, data))
    except OSError as error:
        raise ScannerDown(type(error).__name__) from error


def answers() -> bool:
    """Return whether the scanner says a word at all, within a second or two."""
    try:
        with _connect(address_of(settings.CLAMD_ADDR)) as connection:
            connection.settimeout(PING_SECONDS)
            connection.sendall(b"zPING\0")
            return connection.recv(_LONGEST_ANSWER) == b"PONG\0"
    except OSError:
        return False


def _connect(address: tuple[str, int] | str) -> socket.socket:
    if isinstance(address, tuple):
        return socket.create_connection(address, timeout=CONNECT_SECONDS)
    connection = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    connection.settimeout(CONNECT_SECONDS)
    try:
        connection.connect(address)
    except OSError:
        connection.close()
        raise
    return connection


def _ask(connection: socket.socket, data: bytes) -> bytes:
    """Send the bytes in chunks, each after its length, and a length of nothing at the end; the answer up to its NUL."""
    until = time.monotonic() + ANSWER_SECONDS
    _limit(connection, until)
    connection.sendall(b"zINSTREAM\0")
    for start in range(0, len(data), _CHUNK):
        _limit(connection, until)
        chunk = data[start : start + _CHUNK]
        connection.sendall(struct.pack(">I", len(chunk)) + chunk)
    connection.sendall(struct.pack(">I", 0))
    answer = b""
    while b"\0" not in answer and len(answer) < _LONGEST_ANSWER:
        _limit(connection, until)
        received = connection.recv(_LONGEST_ANSWER)
        if not received:
            break
        answer += received
    return answer.partition(b"\0")[0]


def _limit(connection: socket.socket, until: float) -> None:
    """One limit for the whole talk: a scanner that answers a byte a minute is down."""
    left = until - time.monotonic()
    if left <= 0:
        raise TimeoutError
    connection.settimeout(left)


def _verdict(answer: bytes) -> Verdict:
    if answer == b"stream: OK":
        return Verdict.CLEAN
    if answer.startswith(b"stream: ") and answer.endswith(b" FOUND"):
        return Verdict.INFECTED
    raise ScannerDown("no verdict")
