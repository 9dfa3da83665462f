"""Photos lose what their camera wrote beside them and nothing else; the process that does it is confined."""

import io
import json
import subprocess
import sys

import pi_heif
import pytest
from PIL import ExifTags, Image, ImageChops, ImageOps

from services.forms.uploads import cleaning, jpeg, png, sandbox
from services.forms.uploads.exceptions import Refusal
from services.forms.uploads.kinds import BY_NAME
from tests.services.forms.uploads import heics, samples

JPG, PNG, HEIC = BY_NAME["jpg"], BY_NAME["png"], BY_NAME["heic"]


def opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))


def same_pixels(one: bytes, other: bytes) -> bool:
    first, second = opened(one), opened(other)
    return (
        first.size == second.size and not ImageChops.difference(first.convert("RGB"), second.convert("RGB")).getbbox()
    )


@pytest.mark.parametrize("turned", range(1, 9))
def test_photo_loses_its_place_and_stays_the_right_way_up(turned):
    photo = samples.phone_jpeg(turned)
    kept = cleaning.clean(photo, JPG)
    assert samples.PLACE.encode() in photo
    assert samples.PLACE.encode() not in kept
    assert same_pixels(photo, kept)
    assert same_pixels(seen(photo), seen(kept))
    left = dict(opened(kept).getexif())
    assert left == ({ExifTags.Base.Orientation: turned} if turned > 1 else {})
    assert not opened(kept).getexif().get_ifd(ExifTags.IFD.GPSInfo)


def seen(photo: bytes) -> bytes:
    """The photo as a viewer turns it, as PNG."""
    return samples.png(ImageOps.exif_transpose(opened(photo)))


def test_screenshot_loses_its_texts_and_not_a_pixel():
    picture = samples.talkative_png(orientation=8)
    kept = cleaning.clean(picture, PNG)
    assert same_pixels(picture, kept)
    assert {name for name, _body in png.chunks(kept)} == {b"IHDR", b"pHYs", b"eXIf", b"IDAT", b"IEND"}
    assert dict(opened(kept).getexif()) == {ExifTags.Base.Orientation: 8}


def test_colour_profile_and_density_stay():
    kept = cleaning.clean(samples.jpeg(icc_profile=b"profile" * 100, dpi=(300, 300)), JPG)
    assert opened(kept).info["icc_profile"] == b"profile" * 100
    assert opened(kept).info["dpi"] == (300, 300)


def test_thumbnail_goes_with_the_rest():
    body = b"JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x02\x01" + b"thumbs"
    photo = samples.jpeg()
    with_thumbnail = photo[:2] + b"\xff\xe0" + (len(body) + 2).to_bytes(2, "big") + body + photo[20:]
    assert same_pixels(photo, with_thumbnail)
    assert b"thumbs" not in jpeg.strip(with_thumbnail)
    assert same_pixels(photo, jpeg.strip(with_thumbnail))


def test_stripping_twice_changes_nothing_more():
    once = cleaning.clean(samples.phone_jpeg(), JPG)
    assert cleaning.clean(once, JPG) == once


@pytest.mark.parametrize("made", [{}, {"version": 2, "in_room": True}, {"version": 0, "pieces": 3}, {"turned": 1}])
def test_heic_loses_its_place_and_not_a_pixel(made):
    photo = heics.phone(**made)
    kept = cleaning.clean(photo, HEIC)
    before, after = pi_heif.open_heif(photo), pi_heif.open_heif(kept)
    assert samples.PLACE.encode() in before.info["exif"]
    assert samples.PLACE.encode() not in kept
    assert len(kept) == len(photo)
    assert bytes(after.data) == bytes(before.data)
    left = Image.Exif()
    left.load(after.info["exif"])
    assert dict(left) == {ExifTags.Base.Orientation: made.get("turned", 6)}
    assert not left.get_ifd(ExifTags.IFD.GPSInfo)
    assert not after.info.get("xmp", b"").strip(b"\0")


def test_heic_of_a_phone_loses_its_place():
    photo = samples.made_elsewhere("photo.heif")
    before, after = pi_heif.open_heif(photo), pi_heif.open_heif(cleaning.clean(photo, HEIC))
    place = Image.Exif()
    place.load(before.info["exif"])
    assert place.get_ifd(ExifTags.IFD.GPSInfo)
    place.load(after.info["exif"])
    assert not place.get_ifd(ExifTags.IFD.GPSInfo)
    assert bytes(after.data) == bytes(before.data)


def test_heic_without_words_stays_as_it_is():
    assert cleaning.clean(heics.plain(), HEIC) == heics.plain()


@pytest.mark.parametrize("photo", [heics.following(), heics.phone(claims=40)])
def test_heic_whose_words_cannot_be_told_from_its_picture_is_refused(photo):
    with pytest.raises(Refusal, match="not_cleaned"):
        cleaning.clean(photo, HEIC)


@pytest.mark.parametrize("name", ["pdf", "docx", "xlsx"])
def test_every_other_kind_stays_as_it_is(name):
    assert cleaning.clean(b"whatever", BY_NAME[name]) == b"whatever"


@pytest.mark.parametrize(
    "exif",
    [
        b"",
        b"II*\x00",
        b"II*\x00\xff\xff\xff\xff",
        b"MM\x00*\x00\x00\x00\x08\xff\xff" + b"\x00" * 40,
        b"MM\x00*\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01\x00\x63\x00\x00",
    ],
)
def test_broken_exif_is_dropped_and_the_photo_kept(exif):
    body = b"Exif\x00\x00" + exif
    photo = samples.jpeg()
    talking = photo[:2] + b"\xff\xe1" + (len(body) + 2).to_bytes(2, "big") + body + photo[2:]
    assert cleaning.clean(talking, JPG) == cleaning.clean(photo, JPG)


def test_photo_that_cannot_be_stripped_is_refused():
    with pytest.raises(Refusal, match="not_cleaned"):
        cleaning.clean(b"\xff\xd8 no picture", JPG)


def stand_in(monkeypatch, program: str) -> None:
    """Another program in the place of the one that strips."""
    monkeypatch.setattr(sandbox, "_PROGRAM", program)


def test_process_that_takes_too_long_is_ended(monkeypatch):
    stand_in(monkeypatch, "import time; time.sleep(60)")
    monkeypatch.setattr(sandbox, "PATIENCE", 0.5)
    with pytest.raises(Refusal, match="not_cleaned"):
        cleaning.clean(samples.jpeg(), JPG)


def test_process_that_gives_back_more_than_it_got_is_not_believed(monkeypatch):
    stand_in(monkeypatch, "import sys; sys.stdout.buffer.write(sys.stdin.buffer.read() * 2)")
    with pytest.raises(Refusal, match="not_cleaned"):
        cleaning.clean(samples.jpeg(), JPG)


def test_process_knows_no_secret_and_no_package(monkeypatch):
    monkeypatch.setenv("SECRET_KEY", "canary")
    stand_in(monkeypatch, "import json, os, sys; sys.stdin.read(); print(json.dumps([dict(os.environ), sys.path]))")
    environment, places = json.loads(cleaning._strip(b"x" * 4000, "jpg"))
    assert "canary" not in environment.values()
    assert not {"SECRET_KEY", "PATH", "PYTHONPATH"} & set(environment)
    assert not [place for place in places if "site-packages" in place or not place]


@pytest.mark.parametrize(
    ("greed", "error"),
    [
        ("bytearray(1 << 30)", "MemoryError"),
        ("os.write(os.open('spoils', os.O_CREAT | os.O_WRONLY), b'spoils')", "OSError"),
    ],
)
def test_process_gets_little_memory_and_may_fill_no_file(tmp_path, greed, error):
    program = f"""
import os, sys
sys.path.append(sys.argv[1])
from services.forms.uploads.sandbox import confine
confine(256)
{greed}
"""
    command = [sys.executable, "-c", program, str(sandbox.ROOT)]
    result = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert result.returncode == 1
    assert error in result.stderr
