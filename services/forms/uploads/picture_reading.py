"""The process a photo is looked at in: bytes come in; what they show goes out, small, or turned.

`look` writes one line of JSON (`width`, `height`, `hint`) and a small JPEG to look at; `turn` writes the same PNG
turned a quarter to the right. It runs alone, with little memory and time (sandbox.py): decoders of pictures break.
"""

import io
import json
import sys
import warnings

from PIL import Image, ImageFilter, ImageOps, ImageStat

from services.forms.uploads.limits import MOST_PIXELS
from services.forms.uploads.sandbox import REFUSED, confine

MEMORY = 768
"""Megabytes: a decoder holds every pixel of a PNG at once."""
FORMATS = {"jpg": "JPEG", "png": "PNG"}
PREVIEW = (264, 176)
"""Pixels at most of the small picture, twice what a page shows it at."""
QUALITY = 70
MEASURED_AT = 1000
"""Pixels of the longer side at which sharpness is measured: a page of A4 still reads at that."""
SMALL = 800
"""Pixels of the longer side below which small letters of a page cannot be read."""
TILES = 8
"""The picture is cut into so many columns and rows; the sharpest counts, for most of a photo may be a table."""
LEAST_CONTRAST = 40.0
"""Variance of the grey of a tile below which there is nothing on it to be sharp."""
LEAST_SHARPNESS = 0.13
"""Variance of the Laplacian divided by that of the grey, in the sharpest tile; measured on pages of text, sharp and out
of focus (tests/services/forms/uploads/test_photos.py).
"""
_LAPLACIAN = ImageFilter.Kernel((3, 3), (0, 1, 0, 1, -4, 1, 0, 1, 0), scale=4, offset=128)


def main(task: str, kind: str) -> int:
    """Do the task with the picture on standard input; the exit code says how it went."""
    confine(MEMORY)
    warnings.simplefilter("ignore", Image.DecompressionBombWarning)
    Image.MAX_IMAGE_PIXELS = MOST_PIXELS
    try:
        found = judge(sys.stdin.buffer.read(), task, kind)
    except (OSError, ValueError, SyntaxError, MemoryError, Image.DecompressionBombError):
        return REFUSED
    sys.stdout.buffer.write(found)
    sys.stdout.buffer.flush()
    return 0


def judge(data: bytes, task: str, kind: str) -> bytes:
    """Return what the task writes."""
    with Image.open(io.BytesIO(data), formats=(FORMATS[kind],)) as image:
        return _turned(image) if task == "turn" else _looked_at(image)


def hint_of(grey: Image.Image) -> str:
    """Return "small", "blurred" or "" for an upright grey picture, by its longer side and its sharpest part."""
    if max(grey.size) < SMALL:
        return "small"
    grey.thumbnail((MEASURED_AT, MEASURED_AT))
    found = sharpness(grey)
    return "blurred" if found is not None and found < LEAST_SHARPNESS else ""


def sharpness(grey: Image.Image) -> float | None:
    """Return the sharpest tile's measure; None when the whole picture is of one grey."""
    edges = grey.filter(_LAPLACIAN)
    measures = [_measure(grey, edges, box) for box in _tiles(grey.size)]
    return max((found for found in measures if found is not None), default=None)


def _measure(grey: Image.Image, edges: Image.Image, box: tuple[int, int, int, int]) -> float | None:
    contrast = ImageStat.Stat(grey.crop(box)).var[0]
    return ImageStat.Stat(edges.crop(box)).var[0] * 16 / contrast if contrast >= LEAST_CONTRAST else None


def _tiles(size: tuple[int, int]) -> list[tuple[int, int, int, int]]:
    """Return the places of the tiles, without the outermost pixels, which a filter leaves as they are."""
    across, down = (size[0] - 2) // TILES, (size[1] - 2) // TILES
    if across < 1 or down < 1:
        return []
    corners = [(1 + column * across, 1 + row * down) for row in range(TILES) for column in range(TILES)]
    return [(left, top, left + across, top + down) for left, top in corners]


def _looked_at(image: Image.Image) -> bytes:
    width, height = image.size
    image.draft("RGB", (MEASURED_AT, MEASURED_AT))  # a JPEG is decoded at a fraction of its size
    upright = ImageOps.exif_transpose(image)
    if (upright.width > upright.height) != (width > height):
        width, height = height, width
    small = _on_white(upright, PREVIEW)
    hint = (
        "small" if max(width, height) < SMALL else hint_of(_on_white(upright, (MEASURED_AT, MEASURED_AT)).convert("L"))
    )
    file = io.BytesIO()
    small.save(file, "JPEG", quality=QUALITY, optimize=True)
    told = {"width": width, "height": height, "hint": hint}
    return json.dumps(told).encode() + b"\n" + file.getvalue()


def _on_white(image: Image.Image, size: tuple[int, int]) -> Image.Image:
    """Return it at most that large, what is transparent in it white."""
    small = (
        image.copy()
        if image.width <= size[0] and image.height <= size[1]
        else image.resize(_fitting(image.size, size), reducing_gap=2.0)
    )
    if small.mode in ("RGB", "L"):
        return small.convert("RGB")
    ground = Image.new("RGBA", small.size, "white")
    return Image.alpha_composite(ground, small.convert("RGBA")).convert("RGB")


def _fitting(size: tuple[int, int], within: tuple[int, int]) -> tuple[int, int]:
    scale = min(within[0] / size[0], within[1] / size[1], 1.0)
    return max(1, round(size[0] * scale)), max(1, round(size[1] * scale))


def _turned(image: Image.Image) -> bytes:
    """Return a PNG with its pixels turned, so that every program shows it so."""
    profile = image.info.get("icc_profile")
    turned = ImageOps.exif_transpose(image).transpose(Image.Transpose.ROTATE_270)
    file = io.BytesIO()
    turned.save(file, "PNG", compress_level=4, exif=b"", icc_profile=profile)
    return file.getvalue()
