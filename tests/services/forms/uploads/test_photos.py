"""Photos: the small picture beside them, what may be wrong with them, and a quarter turn."""

import io
from uuid import uuid4

import pytest
from PIL import Image, ImageDraw, ImageFilter, ImageFont, ImageOps

from services.forms.models import Attachment, AttachmentState
from services.forms.uploads import photos, storage
from services.forms.uploads.exceptions import Refusal
from services.forms.uploads.taking import copy, rotate, take
from tests.builders_uploads import PAPER, make_citizen, make_draft, upload
from tests.services.forms.uploads import samples

pytestmark = pytest.mark.once  # pixels and files; the database keeps a row as any other


def page_of_text(width: int = 1240, height: int = 1754) -> Image.Image:
    """A page of typed lines, as a photo of A4 shows it."""
    image = Image.new("L", (width, height), 235)
    draw, font = ImageDraw.Draw(image), ImageFont.load_default(22)
    for line in range(50):
        draw.text((90, 90 + 30 * line), f"Cong hoa xa hoi chu nghia Viet Nam {line * 7919}", fill=30, font=font)
    return image


@pytest.mark.parametrize(
    ("image", "hint"),
    [
        (page_of_text(), ""),
        (page_of_text().filter(ImageFilter.GaussianBlur(4)), "blurred"),
        (page_of_text().resize((500, 700)), "small"),
        (Image.new("L", (1600, 1200), 250), ""),
    ],
    ids=["sharp", "out of focus", "small", "nothing on it"],
)
@pytest.mark.parametrize("kind", ["jpg", "png"])
def test_photo_that_cannot_be_read_is_told(image, hint, kind):
    data = samples.jpeg(image, quality=85) if kind == "jpg" else samples.png(image)
    found = photos.look_at(data, kind)
    assert found is not None
    assert str(found.hint) == hint
    assert (found.width, found.height) == image.size


@pytest.mark.parametrize("orientation", [1, 6])
def test_small_picture_is_upright_and_holds_nothing_of_the_camera(orientation):
    data = samples.jpeg(samples.picture(1600, 900), exif=samples.exif(orientation))
    found = photos.look_at(data, "jpg")
    assert found is not None
    small = Image.open(io.BytesIO(found.preview))
    assert (small.width > small.height) == (found.width > found.height) == (orientation == 1)
    assert small.width <= 264
    assert small.height <= 176
    assert not small.getexif()
    assert len(found.preview) < 20_000


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (samples.png_of_size(9_999, 9_999), "png"),
        (samples.png_of_size(60_000, 60_000), "png"),
        (samples.jpeg_of_size(60_000, 60_000), "jpg"),
        (b"", "png"),
        (b"\xff\xd8\xff" + b"\x00" * 5000, "jpg"),
        (samples.png(), "jpg"),
        (b"%PDF-1.4", "pdf"),
        (samples.heic_by_hand(), "heic"),
    ],
    ids=["promises pixels", "bomb", "jpeg bomb", "empty", "garbage", "other kind", "pdf", "heic"],
)
def test_of_what_cannot_be_read_nothing_is_said(data, kind):
    assert photos.look_at(data, kind) is None


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("kind", ["jpg", "png"])
def test_turned_photo_is_the_same_turned_to_the_right(orientation, kind):
    whole = samples.jpeg if kind == "jpg" else samples.png
    before = whole(samples.picture(64, 48), exif=samples.exif(orientation))
    after = photos.turned(before, kind)
    upright = ImageOps.exif_transpose(Image.open(io.BytesIO(before)))
    wanted = upright.transpose(Image.Transpose.ROTATE_270)
    found = ImageOps.exif_transpose(Image.open(io.BytesIO(after)))
    assert found.size == wanted.size
    corners = [(2, 2), (wanted.width - 3, 2), (2, wanted.height - 3), (wanted.width - 3, wanted.height - 3)]
    assert [found.getpixel(one) for one in corners] == [wanted.getpixel(one) for one in corners]
    assert samples.PLACE.encode() not in after


def test_turned_jpeg_loses_nothing():
    data = photos.turned(samples.jpeg(samples.picture(64, 48)), "jpg")
    for _turn in range(3):
        data = photos.turned(data, "jpg")
    assert data == samples.jpeg(samples.picture(64, 48))


@pytest.mark.parametrize(
    ("data", "kind"),
    [(samples.png_of_size(9_999, 9_999), "png"), (samples.heic_by_hand(), "heic"), (b"\xff\xd8garbage", "jpg")],
    ids=["promises pixels", "heic", "garbage"],
)
def test_what_cannot_be_turned_says_so(data, kind):
    with pytest.raises(Refusal, match="not_turned"):
        photos.turned(data, kind)


@pytest.fixture
def photo(db) -> Attachment:
    draft = make_draft()
    return take(draft, PAPER, upload(samples.jpeg(samples.picture(1600, 900)), "giay.jpg"), by=draft.owner)


def test_turning_keeps_the_file_and_lets_the_old_bytes_go(photo, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        rotate(photo, by=photo.submission.owner)
    now = Attachment.objects.get(pk=photo.pk)
    assert (now.width, now.height) == (photo.height, photo.width)
    assert now.sha256 != photo.sha256
    assert now.state == AttachmentState.CLEAN
    assert len((storage.root() / now.path).read_bytes()) == now.size
    assert [path for path, _found in storage.files()] == [now.path]


def test_nobody_turns_the_photo_of_somebody_else(photo):
    with pytest.raises(photo.submission.DoesNotExist):
        rotate(photo, by=make_citizen())
    assert [path for path, _found in storage.files()] == [photo.path]


def test_photo_that_was_handed_in_stays_as_it_is(photo, django_capture_on_commit_callbacks):
    Attachment.objects.update(claimed_at="2026-11-30T08:00:00+07:00")
    with pytest.raises(Refusal, match="closed"):
        rotate(photo, by=photo.submission.owner)
    assert [path for path, _found in storage.files()] == [photo.path]


def test_copy_has_bytes_of_its_own_and_the_same_picture(photo):
    other = make_draft(photo.submission.owner, version=photo.submission.version)
    again = copy(photo, other, by=photo.submission.owner)
    assert (again.sha256, again.name, again.width) == (photo.sha256, photo.name, photo.width)
    assert again.path != photo.path
    assert again.preview == Attachment.objects.get(pk=photo.pk).preview


def test_nothing_is_copied_to_a_question_nobody_asks_or_from_bytes_that_are_gone(photo):
    other = make_draft(photo.submission.owner, version=photo.submission.version)
    photo.question = f"paper-{uuid4().hex[:8]}"
    with pytest.raises(Refusal, match="unknown_question"):
        copy(photo, other, by=photo.submission.owner)
    photo.question = PAPER
    storage.remove(photo.path)
    with pytest.raises(Refusal, match="damaged"):
        copy(photo, other, by=photo.submission.owner)
