"""The process an encrypted PDF is opened in: every object of it is judged as the objects of an open one are.

Most encrypted PDFs open without a password: their writer only wished that nobody changes them. They are opened as any
reader opens them, with the empty password; one that asks for a password is refused. Objects are read, never rendered,
and nothing is written. It runs alone, with little memory and time (sandbox.py).
"""

import io
import sys

import pikepdf

from services.forms.uploads.pdf import judge_names, unescaped
from services.forms.uploads.refusal import ACTIVE, DAMAGED, PROTECTED, Refusal
from services.forms.uploads.sandbox import REFUSED, confine

MEMORY = 512
"""Megabytes: ten of small objects take some three hundred."""


def main(object_streams: str) -> int:
    """Judge the PDF on standard input; a refusal's code goes to standard output.

    `object_streams` is how many the raw bytes name: one more than can be found might be read by another program.
    """
    confine(MEMORY)
    try:
        judge(sys.stdin.buffer.read(), int(object_streams))
    except Refusal as refusal:
        sys.stdout.write(refusal.code)
        sys.stdout.flush()
        return REFUSED
    return 0


def judge(data: bytes, object_streams: int) -> None:
    """Refusal unless it opens without a password and no object of it acts by itself."""
    try:
        with pikepdf.open(io.BytesIO(data), suppress_warnings=True) as document:
            found = sum(_judge_object(entry) for entry in document.objects)
    except pikepdf.PasswordError as error:
        raise Refusal(PROTECTED) from error
    except pikepdf.PdfError as error:
        raise Refusal(PROTECTED if "encryption" in str(error) else DAMAGED) from error
    if found != object_streams:
        raise Refusal(ACTIVE)


def _judge_object(entry: pikepdf.Object) -> bool:
    """Refusal when its names are active; whether it is a stream of further objects, which are read through as well."""
    if not isinstance(entry, pikepdf.Stream):
        judge_names(unescaped(entry.unparse(resolved=True)))
        return False
    judge_names(unescaped(entry.stream_dict.unparse(resolved=True)))
    is_object_stream = entry.get("/Type") == pikepdf.Name.ObjStm
    if is_object_stream:
        judge_names(unescaped(entry.read_bytes()))
    return is_object_stream
