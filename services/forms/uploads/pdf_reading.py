"""The process a PDF is read in: every object of it is judged, and every file in it as a file of its own.

A parser of the whole file is needed to see what a reader sees, so it runs alone, with little memory and time
(sandbox.py). Objects are read, never rendered, and nothing is written: the bytes that are kept are those that came.
Most encrypted PDFs open without a password, their writer only wished that nobody changes them: they are opened as any
reader opens them, with the empty password; one that asks for a password is refused.
"""

import io
import re
import sys
from collections.abc import Iterator
from contextlib import suppress

import pikepdf

from services.forms.uploads import pdf
from services.forms.uploads.exceptions import DAMAGED, ENTITIES, EXPANDS, HIDDEN, PROTECTED, Refusal
from services.forms.uploads.limits import MEGABYTE
from services.forms.uploads.pdf_files import Files
from services.forms.uploads.pdf_rules import KEYS, TYPES, check_dictionary, check_stream
from services.forms.uploads.sandbox import REFUSED, confine

MEMORY = 512
"""Megabytes: ten of small objects take some three hundred."""
_LONGEST_DESCRIPTION = MEGABYTE
_START = re.compile(rb"startxref[ \t\r\n]+\d+(?=[ \t\r\n]+%%EOF[ \t\r\n\x0c\x00]*\Z)")
_LOOKED_AT = re.compile(
    (
        f"(?:{'|'.join(sorted(re.escape(key) for key in KEYS | {'/EF'}))}"
        f"|/Type (?:{'|'.join(re.escape(name) for name in TYPES)}))(?![A-Za-z0-9_.-])"
    ).encode()
)
_NOTED = re.compile(b"|".join((b"#", pdf.REFUSED_NAME.pattern, _LOOKED_AT.pattern)))
"""Most objects of a large file hold none of these."""
_MARKUP_DECLARATION = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)


def main() -> int:
    """Judge the PDF on standard input; a refusal's code goes to standard output."""
    confine(MEMORY)
    try:
        judge(sys.stdin.buffer.read())
    except Refusal as refusal:
        sys.stdout.write(refusal.code)
        sys.stdout.flush()
        return REFUSED
    return 0


def judge(data: bytes, files: Files | None = None) -> None:
    """Raise Refusal unless it opens without a password and nothing in it acts, fetches, sends, plays or hides.

    It is read twice: by its table of objects, and as a reader does that finds the table broken and looks for itself.
    """
    files = files or Files(judge)
    try:
        pdf.check_names(data)
        _judge_by_table(data, files)
        with suppress(pikepdf.PdfError), _opened(_START.sub(b"startxref\n0", data)) as found:
            _judge_objects(found, files)
    except pikepdf.PasswordError as error:
        raise Refusal(PROTECTED) from error
    except pikepdf.PdfError as error:
        raise Refusal(PROTECTED if "encryption" in str(error) else DAMAGED) from error
    except MemoryError as error:
        raise Refusal(EXPANDS) from error


def _judge_by_table(data: bytes, files: Files) -> None:
    """Files and streams of objects that the bytes name and the table does not lead to might be read by others."""
    names = pdf.unescaped(data)
    already = files.seen
    with _opened(data) as document:
        if pdf.is_encrypted(names) and not document.is_encrypted:
            raise Refusal(DAMAGED)
        packed = _judge_objects(document, files)
    if pdf.is_encrypted(names) and packed != pdf.object_streams(names):
        raise Refusal(HIDDEN)
    if pdf.names_files(names) and files.seen == already:
        raise Refusal(HIDDEN)


def _opened(data: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(data), suppress_warnings=True)


def _judge_objects(document: pikepdf.Pdf, files: Files) -> int:
    """Judge every object, reached or not; how many are streams of further objects. A lone number says nothing."""
    objects = (entry for entry in document.objects if isinstance(entry, pikepdf.Object))
    return sum(_judge_object(entry, files) for entry in objects)


def _judge_object(entry: pikepdf.Object, files: Files) -> bool:
    is_stream = isinstance(entry, pikepdf.Stream)
    own = entry.stream_dict if is_stream else entry
    text = own.unparse(resolved=True)
    if not is_stream and not _NOTED.search(text):
        return False
    pdf.judge_names(pdf.unescaped(text))
    if is_stream:
        check_stream(own)
    if _LOOKED_AT.search(text):
        for found in _dictionaries(own):
            check_dictionary(found)
            if "/EF" in found:
                files.judge(found)
    return is_stream and _judge_content(entry, own)


def _judge_content(entry: pikepdf.Object, own: pikepdf.Object) -> bool:
    """Look into a stream of objects, whose names count as those outside, and into descriptions in XML."""
    kind = own.get("/Type")
    if kind == pikepdf.Name.ObjStm:
        pdf.judge_names(pdf.unescaped(entry.read_bytes()))
    elif kind == pikepdf.Name.Metadata:
        if len(entry.read_raw_bytes()) > _LONGEST_DESCRIPTION:
            raise Refusal(EXPANDS)
        if _MARKUP_DECLARATION.search(entry.read_bytes().replace(b"\x00", b"")):
            raise Refusal(ENTITIES)
    return bool(kind == pikepdf.Name.ObjStm)


def _dictionaries(own: pikepdf.Object) -> Iterator[pikepdf.Object]:
    """Yield the dictionary and those written in it; what it only refers to is an object of its own."""
    waiting = [own]
    while waiting:
        value = waiting.pop()
        if isinstance(value, pikepdf.Dictionary):
            yield value
            inner = [value[key] for key in value.keys()]  # noqa: SIM118 (no mapping: iterating gives no keys)
        elif isinstance(value, pikepdf.Array):
            inner = list(value)
        else:
            continue
        waiting += [one for one in inner if isinstance(one, pikepdf.Object) and not one.is_indirect]
