"""Papers one by one, as the script of the page sends them; and the same buttons without it."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import ImageFilter

from services.forms.models import Attachment, AuditEntry
from services.forms.rules.workflow import State
from tests.builders_submissions import PAPER, SECOND_PAPER, make_draft, make_submission
from tests.markup import soup
from tests.services.forms.uploads import samples
from tests.services.forms.uploads.test_photos import page_of_text
from tests.services.forms.views.filing import Filer, pdf

pytestmark = [pytest.mark.django_db, pytest.mark.once]

SHARP = samples.jpeg(page_of_text(), quality=80)
BLURRED = samples.jpeg(page_of_text().filter(ImageFilter.GaussianBlur(4)), quality=80)


@pytest.fixture(autouse=True)
def _private_storage(settings, tmp_path):
    settings.PRIVATE_ROOT = str(tmp_path / "private")


@pytest.fixture
def filer() -> Filer:
    return Filer()


@pytest.fixture
def draft(filer):
    return make_draft(filer.user)


def photo(data: bytes = SHARP, name: str = "giay.jpg") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data, content_type="image/jpeg")


def send(filer: Filer, draft, question: str = PAPER, **fields):
    """As the script posts: the paper it is about, and the wish for a piece of the page."""
    return filer.client.post(f"/ho-so/{draft.pk}/giay-to/", {"question": question, "fragment": "1", **fields})


def uploaded(filer: Filer, draft, data: bytes = SHARP, question: str = PAPER) -> Attachment:
    answer = send(filer, draft, question, upload=question, **{question: photo(data)})
    assert answer.status_code == 200, answer.content.decode()
    return Attachment.objects.filter(submission=draft).latest("pk")


def words(answer) -> str:
    return " ".join(soup(answer.content.decode()).get_text().split())


def test_file_goes_as_soon_as_it_is_chosen_and_the_paper_comes_back(filer, draft):
    answer = send(filer, draft, upload=PAPER, **{PAPER: photo()})
    paper = soup(answer.content.decode()).select_one(f"[data-paper='{PAPER}']")
    assert paper is not None
    assert paper.select_one(".portal-paper__state").get_text(strip=True) == "Đã có"
    assert paper.select_one("[role=status]").get_text(strip=True) == "Đã nhận tệp giay.jpg (1 tệp cho giấy tờ này)."
    assert "Đã có 1 trong 1 giấy tờ bắt buộc" in words(answer)
    assert "<html" not in answer.content.decode()


def test_small_picture_is_its_owners_alone(filer, draft):
    file = uploaded(filer, draft)
    address = f"/ho-so/{draft.pk}/tep/{file.pk}/anh-nho/"
    answer = filer.client.get(address)
    assert answer["Content-Type"] == "image/jpeg"
    assert "no-store" in answer["Cache-Control"]
    assert Filer().client.get(address).status_code == 404
    Attachment.objects.update(claimed_at="2026-11-30T08:00:00+07:00")
    assert filer.client.get(address).status_code == 404


def test_picture_that_is_still_being_checked_is_not_shown(filer, draft):
    file = uploaded(filer, draft)
    Attachment.objects.update(state="pending")
    assert filer.client.get(f"/ho-so/{draft.pk}/tep/{file.pk}/anh-nho/").status_code == 404
    page = filer.client.get(f"/ho-so/{draft.pk}/buoc/papers/").content.decode()
    assert "anh-nho" not in page
    assert "portal-photo__kind" in page


def test_blurred_photo_is_kept_with_a_hint(filer, draft):
    uploaded(filer, draft, BLURRED)
    page = filer.client.get(f"/ho-so/{draft.pk}/buoc/papers/").content.decode()
    assert "Ảnh hơi mờ, chữ khó đọc." in page
    assert soup(page).select_one(".portal-paper__state--review").get_text(strip=True) == "Nên xem lại"
    assert filer.step(draft, "papers").status_code == 302  # it warns and never blocks


def test_one_picture_for_two_papers_is_told_at_the_second(filer, draft):
    uploaded(filer, draft)
    second = send(filer, draft, SECOND_PAPER, upload=SECOND_PAPER, **{SECOND_PAPER: photo()})
    assert "Giống tệp đã nộp ở “Tờ khai”" in words(second)
    page = soup(filer.client.get(f"/ho-so/{draft.pk}/buoc/papers/").content.decode())
    assert "Giống tệp" not in page.select_one(f"[data-paper='{PAPER}']").get_text()


@pytest.mark.parametrize("by_script", [True, False])
def test_photo_is_turned_by_its_button(filer, draft, by_script):
    file = uploaded(filer, draft)
    if by_script:
        answer = send(filer, draft, rotate=str(file.pk))
        assert "Đã xoay ảnh giay.jpg sang phải." in words(answer)
    else:
        answer = filer.step(draft, "papers", rotate=str(file.pk))
        assert "Đã xoay ảnh giay.jpg sang phải." in filer.client.get(answer["Location"]).content.decode()
    now = Attachment.objects.get(pk=file.pk)
    assert (now.width, now.height) == (file.height, file.width)


def test_file_that_cannot_be_turned_has_no_button(filer, draft):
    send(filer, draft, upload=PAPER, **{PAPER: pdf()})
    page = soup(filer.client.get(f"/ho-so/{draft.pk}/buoc/papers/").content.decode())
    assert page.select_one("button[name=remove]") is not None
    assert page.select_one("button[name=rotate]") is None


BAD = {
    "nothing in it": photo(b""),
    "garbage": photo(b"\xff\xd8\xff" + b"\x00" * 2000),
    "pixels without end": SimpleUploadedFile("to.png", samples.png_of_size(60_000, 60_000), content_type="image/png"),
    "a program": SimpleUploadedFile("thu.exe", b"MZ\x90\x00", content_type="image/jpeg"),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_file_is_refused_in_words_and_nothing_is_kept(filer, draft, name):
    BAD[name].seek(0)
    answer = send(filer, draft, upload=PAPER, **{PAPER: BAD[name]})
    assert answer.status_code == 422
    assert soup(answer.content.decode()).select_one(".govuk-error-message") is not None
    assert not Attachment.objects.exists()


def test_stranger_reaches_no_paper_of_somebody_else(filer, draft):
    file, stranger = uploaded(filer, draft), Filer()
    own = make_draft(stranger.user)
    for fields in ({"rotate": str(file.pk)}, {"remove": str(file.pk)}, {"upload": PAPER, PAPER: photo(BLURRED)}):
        assert send(stranger, draft, **fields).status_code == 404
        send(stranger, own, **fields)  # nor through a dossier of one's own
    assert Attachment.objects.get(pk=file.pk).sha256 == file.sha256
    assert list(draft.attachments.values_list("pk", flat=True)) == [file.pk]


@pytest.mark.parametrize("question", ["full_name", "khong-co", "", "result"])
def test_only_a_paper_of_the_form_takes_files(filer, draft, question):
    assert send(filer, draft, question, upload=question, **{question or "x": photo()}).status_code == 404
    assert not Attachment.objects.exists()


def test_nothing_is_added_to_what_was_filed_and_asks_for_nothing(filer):
    filed = make_submission(owner=filer.user)
    before = filed.attachments.count()
    assert send(filer, filed, upload=PAPER, **{PAPER: photo()}).status_code == 404
    assert filed.attachments.count() == before


def test_paper_asked_for_afterwards_goes_the_same_way(filer):
    asked = make_submission(State.SUPPLEMENT, owner=filer.user)
    answer = send(filer, asked, upload=PAPER, **{PAPER: photo()})
    assert answer.status_code == 200
    assert "Ảnh bị mờ, khó đọc" in words(answer)
    assert asked.attachments.filter(claimed_at=None).count() == 1
    assert send(filer, asked, SECOND_PAPER, upload=SECOND_PAPER, **{SECOND_PAPER: photo()}).status_code == 404


def test_look_at_the_address_of_the_script_leads_to_the_dossier(filer, draft):
    assert filer.client.get(f"/ho-so/{draft.pk}/giay-to/")["Location"] == f"/ho-so/{draft.pk}/"
    plain = filer.client.post(f"/ho-so/{draft.pk}/giay-to/", {"question": PAPER, PAPER: photo()})
    assert plain["Location"] == f"/ho-so/{draft.pk}/"


def test_looking_at_ones_own_small_pictures_leaves_no_line(filer, draft):
    file = uploaded(filer, draft)
    before = AuditEntry.objects.count()
    filer.client.get(f"/ho-so/{draft.pk}/tep/{file.pk}/anh-nho/")
    assert AuditEntry.objects.count() == before
