"""Papers, results, laws and steps of a record."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from core.text import clean
from services.national.facts import DOCUMENTS, LEGAL_BASES, RESULTS, STEPS, FactRow, Value
from services.national.mapping.flags import Flag, Oddity
from services.national.mapping.record import Record, line, lines, number, page_address, parts

LONGEST_CASE = 300
LONGEST_HEADING = 200
LONGEST_NUMBER = 60
_BULLET = re.compile(r"^(?:[\s\-–+•*]+|\(?(?:[a-zđ]|\d{1,2})[.)]\s+)+")
_LAW_NUMBER = re.compile(r"\d+[\w.]*(?:/\d{4})?/[A-ZĐ][\w-]*")


def document_rows(record: Record, odd: list[Oddity]) -> tuple[FactRow, ...]:
    """Return the papers of every case; what lists put around a name is none of its words."""
    rows: list[FactRow] = []
    for case in parts(record, "executionCases"):
        name = line(case, "name").strip(" .:;*-+")
        note = ""
        if len(name) > LONGEST_CASE:
            odd.append(Oddity(Flag.CUT_NAME, name[:80]))
            note = _("In full: %(words)s") % {"words": name}
            name = cut(name, LONGEST_CASE)
        for paper in parts(case, "profileComponents"):
            if row := _document(paper, name, note, page_address(record)):
                rows.append(row)
            else:
                odd.append(Oddity(Flag.NO_NAME, line(paper, "code")))
    return tuple(rows)


def _document(paper: Record, case: str, note: str, address: str) -> FactRow | None:
    files = [line(file, "fileName") for file in parts(paper, "attachments") if line(file, "fileName")]
    name = _BULLET.sub("", lines(paper, "name")).rstrip("; ") or (files[0] if files else "")
    if not name:
        return None
    values: dict[str, Value] = {
        "case": case,
        "name": name,
        "originals": _count(paper, "originalQty"),
        "copies": _count(paper, "copyQty"),
        "template_files": "\n".join(files),
        "template_url": address if files else "",
        "note": note,
    }
    return FactRow(DOCUMENTS, values)


def _count(paper: Record, name: str) -> int | None:
    """Return how many; a 0 says no more than that none of this form is asked for."""
    return int(number(paper, name) or 0) or None


def result_rows(record: Record) -> tuple[FactRow, ...]:
    """Return what the citizen gets."""
    rows = ({"name": _named(result), "code": line(result, "code")} for result in parts(record, "resultsDetails"))
    return tuple(FactRow(RESULTS, values) for values in rows if values["name"])


def _named(part: Record) -> str:
    return line(part, "name") or line(part, "code")


def law_rows(record: Record) -> tuple[FactRow, ...]:
    """Return the legal bases, each number once."""
    found: dict[str, FactRow] = {}
    for law in parts(record, "legalBasisesDetails"):
        number_, title = law_number(line(law, "code")), line(law, "name")
        if number_ or title:
            found.setdefault(number_ or title, FactRow(LEGAL_BASES, {"number": number_, "title": title or number_}))
    return tuple(found.values())


def law_number(written: str) -> str:
    """Return the number of a legal document out of what stands for it: "Luật số 146/2025/QH15" has 146/2025/QH15."""
    found = _LAW_NUMBER.search(written)
    number_ = found.group() if found else written
    return number_ if len(number_) <= LONGEST_NUMBER else ""


def step_rows(record: Record) -> tuple[FactRow, ...]:
    """Return the steps; a heading that is too long for one stands before the text."""
    return tuple(_steps(record))


def _steps(record: Record) -> Iterator[FactRow]:
    for step in parts(record, "executionSteps"):
        heading, text = line(step, "name").strip(" .:;*-+"), lines(step, "description")
        if len(heading) > LONGEST_HEADING or not text:
            heading, text = "", "\n".join(part for part in (heading, text) if part)
        if text:
            yield FactRow(STEPS, {"heading": heading, "text": text})


def cut(words: str, most: int) -> str:
    """Return words cut behind one of them, with an ellipsis, so that at most that many characters are left."""
    words = clean(words)
    if len(words) <= most:
        return words
    short = words[: most - 1].rsplit(" ", 1)[0].rstrip(" ,;:-–(")
    return f"{short}…"
