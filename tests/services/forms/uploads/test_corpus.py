"""Every file of the corpus goes the whole way a citizen's file goes: none of the bad is kept, all of the good are."""

import hashlib

import pytest

from services.forms.models import Attachment, AttachmentState
from services.forms.uploads.kinds import BY_NAME
from services.forms.uploads.names import extension_of
from services.forms.uploads.refusal import Refusal
from services.forms.uploads.serving import open_file
from services.forms.uploads.taking import take
from services.forms.uploads.words import SENTENCES, sentence
from tests.builders_uploads import PAPER, kept_files, make_draft, upload
from tests.services.forms.uploads.corpus import BAD, GOOD
from tests.services.forms.uploads.samples import PLACE

pytestmark = pytest.mark.django_db


def test_the_corpus_is_as_large_as_promised():
    assert len(BAD) >= 90
    assert len(GOOD) >= 60


@pytest.mark.parametrize("name", BAD)
def test_bad_file_is_refused_with_its_reason(name):
    file_name, data, code = BAD[name]
    draft, before = make_draft(), kept_files()
    with pytest.raises(Refusal) as refused:
        take(draft, PAPER, upload(data, file_name), by=draft.owner)
    assert refused.value.code == code
    assert "%" not in sentence(refused.value)
    assert not Attachment.objects.exists()
    assert kept_files() == before


@pytest.mark.parametrize("name", GOOD)
def test_good_file_comes_back_as_it_was(name):
    file_name, data = GOOD[name]
    draft = make_draft()
    attachment = take(draft, PAPER, upload(data, file_name), by=draft.owner)
    assert attachment.state == AttachmentState.CLEAN
    assert extension_of(attachment.name) in BY_NAME[attachment.kind].extensions
    with open_file(attachment) as file:
        kept = file.read()
    assert len(kept) == attachment.size
    assert hashlib.sha256(kept).hexdigest() == attachment.sha256
    if BY_NAME[attachment.kind].is_photo:
        assert PLACE.encode() not in kept
    else:
        assert kept == data


def test_every_reason_of_the_corpus_has_its_sentence():
    assert {code for _name, _data, code in BAD.values()} <= set(SENTENCES)
