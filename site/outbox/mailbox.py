"""The mailbox of the demonstration: reads the mails that Django's file backend wrote into one folder."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import getaddresses, parsedate_to_datetime
from pathlib import Path

NEWEST = 100
LARGEST_FILE = 2_000_000
"""Bytes read of one file; nothing the portal sends comes near."""
FILE_NAME = re.compile(r"[0-9]{8}-[0-9]{6}-[0-9]+\.log")
MARK = re.compile(r"([0-9]{8}-[0-9]{6}-[0-9]+)\.([0-9]{1,4})")
SEPARATOR = b"\n" + b"-" * 79 + b"\n"


@dataclass(frozen=True)
class Mail:
    """One mail as it was sent; `mark` names it in addresses, `sent_at` is None when the mail tells no date."""

    mark: str
    to: str
    subject: str
    sent_at: datetime | None
    text: str
    attachments: tuple[str, ...]


def newest(folder: Path) -> list[Mail]:
    """Return the newest mails, the newest first; none when nothing was ever sent."""
    mails: list[Mail] = []
    for path in sorted(_files(folder), key=lambda path: path.name, reverse=True):
        mails += reversed(list(_mails_in(path)))
        if len(mails) >= NEWEST:
            break
    return mails[:NEWEST]


def find(folder: Path, mark: str) -> Mail | None:
    """Return the mail with that mark; None when there is none or the mark is not one."""
    match = MARK.fullmatch(mark)
    path = folder / f"{match[1]}.log" if match else None
    if path is None or not path.is_file():
        return None
    return next((mail for mail in _mails_in(path) if mail.mark == mark), None)


def _files(folder: Path) -> list[Path]:
    if not folder.is_dir():
        return []
    return [path for path in folder.iterdir() if FILE_NAME.fullmatch(path.name)]


def _mails_in(path: Path) -> Iterator[Mail]:
    with path.open("rb") as file:
        parts = file.read(LARGEST_FILE).split(SEPARATOR)
    for number, part in enumerate(parts):
        if part.strip():
            yield _read(part, f"{path.stem}.{number}")


def _read(source: bytes, mark: str) -> Mail:
    message = message_from_bytes(source, _class=EmailMessage, policy=policy.default)
    body = message.get_body(("plain", "html"))
    names = (part.get_filename() or part.get_content_type() for part in message.iter_attachments())
    return Mail(
        mark=mark,
        to=_line(message["To"]),
        subject=_line(message["Subject"]),
        sent_at=_date(message),
        text=str(body.get_content()) if body else "",
        attachments=tuple(names),
    )


def _line(header: object) -> str:
    """Return a header as one line: long ones are folded in the file."""
    return " ".join(str(header or "").split())


def _date(message: EmailMessage) -> datetime | None:
    """Return when the mail was written; "-0000", as Django writes it, says UTC and nothing of the sender's clock."""
    try:
        written = parsedate_to_datetime(str(message["Date"]))
    except ValueError:
        return None
    return written if written.tzinfo else written.replace(tzinfo=UTC)


def remove_mails_to(folder: Path, address: str) -> int:
    """Take the mails to an address out of the folder, those beside them in a file stay; how many there were."""
    removed = 0
    for path in _files(folder):
        parts = path.read_bytes().split(SEPARATOR)
        kept = [part for part in parts if not part.strip() or not _is_to(part, address)]
        if len(kept) == len(parts):
            continue
        removed += len(parts) - len(kept)
        if any(part.strip() for part in kept):
            path.write_bytes(SEPARATOR.join(kept))
        else:
            path.unlink()
    return removed


def _is_to(source: bytes, address: str) -> bool:
    said = _line(message_from_bytes(source, policy=policy.default)["To"])
    return address.casefold() in (written.casefold() for _name, written in getaddresses([said]))
