"""Every file of the corpus is judged as a citizen's file is: none of the bad is kept, all of the good are."""

import hashlib

import pytest
from django.utils import translation

from services.forms.models import Attachment, AttachmentState
from services.forms.uploads.cleaning import clean
from services.forms.uploads.exceptions import Refusal
from services.forms.uploads.kinds import BY_NAME
from services.forms.uploads.names import extension_of
from services.forms.uploads.receiving import Received, received
from services.forms.uploads.refusal_texts import SENTENCES, sentence
from services.forms.uploads.serving import open_file
from services.forms.uploads.taking import take
from tests.builders_uploads import PAPER, kept_files, make_draft, upload
from tests.services.forms.uploads.bad_files import BAD as BAD_FILES
from tests.services.forms.uploads.bad_office import BAD_OFFICE
from tests.services.forms.uploads.bad_pdfs import BAD_PDFS
from tests.services.forms.uploads.good_files import GOOD as GOOD_FILES
from tests.services.forms.uploads.good_office import GOOD_OFFICE
from tests.services.forms.uploads.good_pdfs import GOOD_PDFS
from tests.services.forms.uploads.samples import PLACE

BAD = BAD_FILES | BAD_PDFS | BAD_OFFICE
GOOD = GOOD_FILES | GOOD_PDFS | GOOD_OFFICE
REASONS = {
    "script": "mã lệnh",
    "macros": "macro",
    "acts_by_itself": "tự thực hiện",
    "fetches_content": "từ nơi khác",
    "unsafe_link": "liên kết",
    "embedded_file": "một tệp khác",
    "media_inside": "phim, âm thanh",
    "sending_form": "biểu mẫu",
    "xml_entities": "phình to",
    "unknown_part": "chưa biết",
    "hidden_content": "không xem được bên trong",
    "not_cleaned": "vị trí",
    "damaged": "hỏng",
    "protected": "mật khẩu",
}
"""What a person is told of each reason that is found inside a file."""
BLAME = ("bạn đã", "của bạn gửi lên", "vi phạm", "trái phép", "lừa", "tấn công")


def kept_of(name: str, data: bytes) -> tuple[Received, bytes]:
    """What arrived, and the bytes of it that are kept."""
    file = received(upload(data, name))
    return file, clean(file.data, file.kind)


def test_the_corpus_is_as_large_as_promised():
    assert len(BAD) == len(BAD_FILES) + len(BAD_PDFS) + len(BAD_OFFICE) >= 250
    assert len(GOOD) == len(GOOD_FILES) + len(GOOD_PDFS) + len(GOOD_OFFICE) >= 120


@pytest.mark.parametrize("name", BAD)
def test_bad_file_is_refused_with_its_reason(name, in_this_process):
    file_name, data, code = BAD[name]
    with pytest.raises(Refusal, match=f"^{code}$"):
        kept_of(file_name, data)


@pytest.mark.parametrize("name", GOOD)
def test_good_file_comes_back_as_it_was(name, in_this_process):
    file_name, data = GOOD[name]
    file, kept = kept_of(file_name, data)
    assert extension_of(file.name) in file.kind.extensions
    if file.kind.is_photo:
        assert PLACE.encode() not in kept
    else:
        assert kept == data


@pytest.mark.parametrize("code", REASONS)
def test_reason_is_said_in_words_and_blames_nobody(code):
    with translation.override("vi"):
        said = sentence(Refusal(code))
    assert "%" not in said
    assert REASONS[code] in said.lower()
    assert not [word for word in BLAME if word in said.lower()]
    with translation.override("en"):
        assert said != sentence(Refusal(code))


def test_every_reason_of_the_corpus_has_its_sentence():
    assert {code for _name, _data, code in BAD.values()} <= set(SENTENCES)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "name",
    [
        *("PDF that opens a web page by itself", "Word with macros", "Excel with a link to a share", "JPEG cut off"),
        "HEIC that follows the phone",
    ],
)
def test_nothing_is_left_of_a_file_that_is_refused(name):
    file_name, data, code = BAD[name]
    draft, before = make_draft(), kept_files()
    with pytest.raises(Refusal, match=code):
        take(draft, PAPER, upload(data, file_name), by=draft.owner)
    assert not Attachment.objects.exists()
    assert kept_files() == before


@pytest.mark.django_db
@pytest.mark.parametrize(
    "name",
    [
        *("form to fill in", "PDF locked against changes, AES-256", "petition with a table, a picture and a header"),
        *("register with formulas, a chart and a link", "photo of a phone", "screenshot with texts"),
        "HEIC with a place and a film",
    ],
)
def test_file_that_is_taken_is_handed_out_as_it_was_kept(name):
    file_name, data = GOOD[name]
    draft = make_draft()
    attachment = take(draft, PAPER, upload(data, file_name), by=draft.owner)
    assert attachment.state == AttachmentState.CLEAN
    with open_file(attachment) as file:
        kept = file.read()
    assert (len(kept), hashlib.sha256(kept).hexdigest()) == (attachment.size, attachment.sha256)
    assert BY_NAME[attachment.kind].is_photo or kept == data
