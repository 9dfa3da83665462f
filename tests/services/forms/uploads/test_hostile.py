"""Whatever arrives, the checks answer with a refusal or none at all, and soon."""

import random
import time
import zlib
from contextlib import suppress

import pytest

from services.forms.uploads import jpeg, png
from services.forms.uploads.kinds import BY_NAME, check
from services.forms.uploads.limits import LARGEST_FILE
from services.forms.uploads.names import extension_of
from services.forms.uploads.refusal import Refusal
from tests.services.forms.uploads import samples
from tests.services.forms.uploads.corpus import GOOD, JPEG, PDF

ROUNDS = 150
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
def test_damaged_file_is_refused_or_taken_and_never_breaks_the_check(name):
    file_name, data = GOOD[name]
    kind = BY_NAME[{"jpeg": "jpg"}.get(extension_of(file_name), extension_of(file_name))]
    for copy in damaged_copies(data, name):
        with suppress(Refusal):
            check(copy, kind)


PHOTOS = [
    pytest.param(jpeg.strip, jpeg.check, samples.phone_jpeg(), id="jpg"),
    pytest.param(png.strip, png.check, samples.talkative_png(), id="png"),
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


END = b"\n/Root\nstartxref\n9\n%%EOF"
SLOW = {
    "fill bytes between segments": ("jpg", filled(JPEG[:20], b"\xff")),
    "fill bytes in a scan": ("jpg", filled(JPEG[:-2], b"\xff")),
    "stuffed bytes in a scan": ("jpg", filled(JPEG[:-2], b"\xff\x00")),
    "segments without content": ("jpg", filled(JPEG[:20], b"\xff\xfe\x00\x02")),
    "chunks without content": ("png", filled(samples.png()[:33], samples.png_chunk(b"tEXt", b""))),
    "boxes without content": ("heic", filled(samples.heic_by_hand(), samples.box(b"free", b""))),
    "escapes": ("pdf", filled(PDF[:9], b"#41", END)),
    "beginnings of dictionaries": ("pdf", filled(PDF[:9], b"<<", END)),
    "names of object streams": ("pdf", filled(PDF[:9] + b"<<", b"/ObjStm ", END)),
    "dictionaries of object streams": ("pdf", filled(PDF[:9], b"<</ObjStm " + b"/ObjStm " * 40, END)),
    "tiny object streams": (
        "pdf",
        filled(PDF[:9], b"<</Type/ObjStm/Filter/FlateDecode>>stream\n" + zlib.compress(b"1"), END),
    ),
    "relations": (
        "docx",
        samples.archive(
            samples.parts() | {"word/_rels/document.xml.rels": "<R>" + "<Relationship/>" * 3_000_000 + "</R>"}
        ),
    ),
}
"""Files made to keep a checker busy."""


@pytest.mark.parametrize("name", SLOW)
def test_file_made_to_keep_us_busy_does_not(name):
    kind, data = SLOW[name]
    began = time.process_time()
    with suppress(Refusal):
        check(data, BY_NAME[kind])
    assert time.process_time() - began < PATIENCE
