"""Whatever arrives, the checks answer with a refusal or none at all, and soon."""

import os
import random
import zlib
from contextlib import suppress

import pikepdf
import pytest

from services.forms.uploads import heic, heic_details, jpeg, png
from services.forms.uploads.exceptions import Refusal
from services.forms.uploads.kinds import BY_NAME, check, judged
from services.forms.uploads.limits import LARGEST_FILE
from services.forms.uploads.names import shown_name
from tests.services.forms.uploads import heics, pdfs, samples
from tests.services.forms.uploads.good_files import JPEG, PDF
from tests.services.forms.uploads.test_corpus import GOOD

ROUNDS = 25
PATIENCE = 5
"""Seconds, on a machine that is busy with other things."""


def damaged_copies(data: bytes, seed: str):
    """Copies that are cut, changed in places or doubled, always the same ones."""
    chance = random.Random(seed)  # noqa: S311 (nothing secret)
    for _ in range(ROUNDS):
        copy = bytearray(data)
        for _ in range(chance.randint(1, 8)):
            copy[chance.randrange(len(copy))] = chance.randrange(256)
        start, end = sorted((chance.randrange(len(copy)), chance.randrange(len(copy))))
        yield bytes(chance.choice([copy, copy[:end], copy[:start] + copy[end:], copy + copy[start:end]]))


@pytest.mark.parametrize("name", GOOD)
def test_damaged_file_is_refused_or_taken_and_never_breaks_the_check(name, in_this_process):
    file_name, data = GOOD[name]
    for copy in damaged_copies(data, name):
        with suppress(Refusal):
            judged(copy, shown_name(file_name))


PHOTOS = [
    pytest.param(jpeg.strip, jpeg.check, samples.phone_jpeg(), id="jpg"),
    pytest.param(png.strip, png.check, samples.talkative_png(), id="png"),
    pytest.param(heic_details.strip, heic.check, heics.phone(), id="heic"),
    pytest.param(heic_details.strip, heic.check, heics.phone(burst=True, in_room=True), id="heic of a burst"),
]


@pytest.mark.parametrize(("strip", "look", "photo"), PHOTOS)
def test_what_is_left_of_a_damaged_photo_is_whole_in_itself(strip, look, photo):
    for copy in damaged_copies(photo, "photo"):
        with suppress(Refusal):
            look(copy)
            look(strip(copy))
            assert strip(strip(copy)) == strip(copy)


def filled(head: bytes, unit: bytes, tail: bytes = b"") -> bytes:
    """A file of the largest size, filled with one unit."""
    room = LARGEST_FILE - len(head) - len(tail)
    return head + unit * (room // len(unit)) + tail


def many_objects() -> bytes:
    """A locked PDF of about the largest size, of nothing but small objects."""

    def fill(document: pikepdf.Pdf) -> None:
        document.Root.More = pikepdf.Array(
            [document.make_indirect(pikepdf.Dictionary(Number=number)) for number in range(150_000)]
        )

    return pdfs.locked(change=fill)


def bomb(document: pikepdf.Pdf) -> None:
    """Objects of one sign repeated, which take no room while they are packed."""
    document.Root.More = pikepdf.Array(
        [document.make_indirect(pikepdf.String("a" * 10_000_000)) for _number in range(60)]
    )


END = b"\n/Root\nstartxref\n9\n%%EOF"
SLOW = {
    "fill bytes between segments": ("jpg", lambda: filled(JPEG[:20], b"\xff")),
    "fill bytes in a scan": ("jpg", lambda: filled(JPEG[:-2], b"\xff")),
    "stuffed bytes in a scan": ("jpg", lambda: filled(JPEG[:-2], b"\xff\x00")),
    "segments without content": ("jpg", lambda: filled(JPEG[:20], b"\xff\xfe\x00\x02")),
    "chunks without content": ("png", lambda: filled(samples.png()[:33], samples.png_chunk(b"tEXt", b""))),
    "boxes without content": ("heic", lambda: filled(samples.heic_by_hand(), samples.box(b"free", b""))),
    "escapes": ("pdf", lambda: filled(PDF[:9], b"#41", END)),
    "beginnings of dictionaries": ("pdf", lambda: filled(PDF[:9], b"<<", END)),
    "names of object streams": ("pdf", lambda: filled(PDF[:9] + b"<<", b"/ObjStm ", END)),
    "dictionaries of object streams": ("pdf", lambda: filled(PDF[:9], b"<</ObjStm " + b"/ObjStm " * 40, END)),
    "tiny object streams": (
        "pdf",
        lambda: filled(PDF[:9], b"<</Type/ObjStm/Filter/FlateDecode>>stream\n" + zlib.compress(b"1"), END),
    ),
    "objects of a locked file": ("pdf", many_objects),
    "bytes of a locked file that unpack to gigabytes": ("pdf", lambda: pdfs.locked(change=bomb, **pdfs.COMPRESSED)),
    "relations": (
        "docx",
        lambda: samples.archive(
            samples.parts() | {"word/_rels/document.xml.rels": "<R>" + "<Relationship/>" * 3_000_000 + "</R>"}
        ),
    ),
}
"""Files made to keep a checker busy; making them takes seconds too, so each is made by its own test alone."""


@pytest.mark.parametrize("name", SLOW)
def test_file_made_to_keep_us_busy_does_not(name):
    kind, make = SLOW[name]
    data = make()
    began = busy_seconds()
    with suppress(Refusal):
        check(data, BY_NAME[kind])
    assert busy_seconds() - began < PATIENCE


def busy_seconds() -> float:
    """Of this process and of those it started."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system
