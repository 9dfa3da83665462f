"""What a press of a file button did is said: in the title, beside the paper, to eyes and to screen readers."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import translation

from services.forms.models import Attachment, Submission
from services.forms.rules.workflow import State
from tests.builders_submissions import PAPER, make_draft, make_officer, make_submission
from tests.services.forms.uploads.samples import made_elsewhere, phone_jpeg
from tests.services.forms.views.filing import Filer, pdf

pytestmark = [pytest.mark.django_db, pytest.mark.once]  # words and looks; no question of its own

LONG = "Giấy ủy quyền của bà Nguyễn Thị Hoà về việc nộp hồ sơ đăng ký biến động đất đai.pdf"


@pytest.fixture(autouse=True)
def _private_files(settings, tmp_path):
    settings.PRIVATE_ROOT = str(tmp_path)


@pytest.fixture
def filer():
    return Filer()


@pytest.fixture
def draft(filer):
    return make_draft(filer.user)


def pressed(filer: Filer, draft: Submission, address: str = "", **data) -> str:
    """Press a button of the step of papers, and go where the answer leads."""
    data["revision"] = Submission.objects.get(pk=draft.pk).revision
    address = address or f"/ho-so/{draft.pk}/buoc/papers/"
    return filer.client.post(address, data, follow=True).content.decode()


def status(page: str) -> str:
    """The words of the status beside the paper; "" when there is none."""
    found = re.search(
        rf'<div [^>]*id="id_{PAPER}_status" role="status" tabindex="-1"[^>]*>(.*?)</div>', page, re.DOTALL
    )
    return " ".join(re.sub(r"<[^>]+>", " ", found[1]).split()) if found else ""


def title(page: str) -> str:
    return page.partition("<title>")[2].partition("</title>")[0]


def described_by(page: str) -> list[str]:
    field = re.search(rf'<input type="file"[^>]*id="id_{PAPER}"[^>]*>', page)
    return re.search(r'aria-describedby="([^"]*)"', field[0])[1].split()


def test_received_file_is_announced_in_title_and_status(filer, draft):
    page = pressed(filer, draft, **{PAPER: pdf(LONG), "upload": PAPER})
    assert status(page) == f"Đã nhận tệp {LONG} (1 tệp cho giấy tờ này)."
    assert title(page).startswith(f"Đã nhận tệp {LONG} (1 tệp cho giấy tờ này). – ")
    page = pressed(filer, draft, **{PAPER: pdf("b.pdf", "2"), "upload": PAPER})
    assert status(page) == "Đã nhận tệp b.pdf (2 tệp cho giấy tờ này)."


def test_several_files_are_announced_in_one_sentence(filer, draft):
    page = pressed(filer, draft, **{PAPER: [pdf("a.pdf", "1"), pdf("b.pdf", "2")], "upload": PAPER})
    assert status(page) == "Đã nhận tệp a.pdf, b.pdf (2 tệp cho giấy tờ này)."


def test_field_is_tied_to_its_status_and_its_files(filer, draft):
    page = pressed(filer, draft, **{PAPER: pdf("a.pdf"), "upload": PAPER})
    assert {f"id_{PAPER}_status", f"id_{PAPER}_files", "kinds-of-files"} <= set(described_by(page))
    assert all(f'id="{place}"' in page for place in described_by(page))


def test_press_leads_to_the_status_and_not_past_it(filer, draft):
    answer = filer.step(draft, "papers", **{PAPER: pdf("a.pdf"), "upload": PAPER})
    assert answer["Location"].endswith(f"#id_{PAPER}_status")
    assert f'id="id_{PAPER}_status"' in filer.client.get(answer["Location"]).content.decode()


def test_status_is_gone_with_the_next_visit(filer, draft):
    pressed(filer, draft, **{PAPER: pdf("a.pdf"), "upload": PAPER})
    page = filer.client.get(f"/ho-so/{draft.pk}/buoc/papers/").content.decode()
    assert status(page) == ""
    assert "Đã nhận tệp" not in title(page)


def test_status_waits_for_the_page_of_its_own_dossier(filer, draft):
    filer.step(draft, "papers", **{PAPER: pdf("a.pdf"), "upload": PAPER})
    other = make_draft(filer.user)
    assert status(filer.client.get(f"/ho-so/{other.pk}/buoc/papers/").content.decode()) == ""
    assert "a.pdf" in status(filer.client.get(f"/ho-so/{draft.pk}/buoc/papers/").content.decode())


def test_removed_file_is_announced_with_what_is_left(filer, draft):
    pressed(filer, draft, **{PAPER: [pdf("a.pdf", "1"), pdf("b.pdf", "2")], "upload": PAPER})
    page = pressed(filer, draft, remove=str(Attachment.objects.get(name="a.pdf").pk))
    assert status(page) == "Đã gỡ tệp a.pdf (1 tệp cho giấy tờ này)."
    page = pressed(filer, draft, remove=str(Attachment.objects.get().pk))
    assert status(page) == "Đã gỡ tệp b.pdf (0 tệp cho giấy tờ này)."
    assert title(page).startswith("Đã gỡ tệp b.pdf")


def test_corrected_name_is_told(filer, draft):
    photo = SimpleUploadedFile("Ảnh giấy khai sinh.jpg", made_elsewhere("png-inside.jpg"))
    page = pressed(filer, draft, **{PAPER: photo, "upload": PAPER})
    assert Attachment.objects.get().name == "Ảnh giấy khai sinh.png"
    assert status(page) == (
        "Đã nhận tệp Ảnh giấy khai sinh.png (1 tệp cho giấy tờ này). "
        "Bên trong Ảnh giấy khai sinh.jpg là tệp PNG, nên tệp được đổi tên thành Ảnh giấy khai sinh.png."
    )


def test_refused_file_is_an_alert_in_title_and_beside_the_good_one(filer, draft):
    wrong = SimpleUploadedFile("ảnh.jpg", b"GIF89a no picture of a kind we take")
    page = pressed(filer, draft, **{PAPER: [wrong, pdf("đúng.pdf")], "upload": PAPER})
    assert title(page).startswith("Lỗi: ")
    assert 'role="alert"' in page
    assert "ảnh.jpg: Nội dung bên trong tệp không phải là PDF" in page
    assert status(page) == "Đã nhận tệp đúng.pdf (1 tệp cho giấy tờ này)."


def test_press_without_a_file_says_what_to_do(filer, draft):
    page = pressed(filer, draft, upload=PAPER)
    assert title(page).startswith("Lỗi: ")
    assert "Hãy chọn tệp trước, rồi bấm “Tải lên”." in page
    assert status(page) == ""


def test_english_page_says_it_in_english(filer, draft):
    with translation.override("en"):
        address = f"/en/submissions/{draft.pk}/step/papers/"
    page = pressed(filer, draft, address, **{PAPER: pdf("a.pdf"), "upload": PAPER})
    assert status(page) == "Received the file a.pdf (1 file for this document)."
    assert title(page).startswith("Received the file a.pdf")


def test_reply_to_a_request_announces_its_files_as_well(filer):
    asked = make_submission(State.SUPPLEMENT, owner=filer.user, officer=make_officer())
    address = f"/ho-so/{asked.pk}/bo-sung/"
    page = filer.client.get(address).content.decode()
    paper = re.search(r'<input type="file"[^>]*name="([^"]+)"', page)[1]
    photo = SimpleUploadedFile("a.png", phone_jpeg())
    page = pressed(filer, asked, address, **{paper: photo, "upload": paper})
    assert "Đã nhận tệp a.jpg (1 tệp cho giấy tờ này). – " in title(page)
    assert f'id="id_{paper}_status" role="status"' in page
    assert f"id_{paper}_files" in page
