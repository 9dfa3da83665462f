"""Words of citizens in the editors' menu: found without tone marks, refused with clear sentences, warned of."""

import pytest
from django.urls import reverse

from accounts.groups import Role, ensure_groups
from accounts.models import User
from search.models import LexiconEntry
from tests.builders import make_service, trunk
from tests.builders_lexicon import make_entry

pytestmark = pytest.mark.django_db


def url(name: str, *arguments) -> str:
    return reverse(LexiconEntry.snippet_viewset.get_url_name(name), args=arguments)


@pytest.fixture
def communications(client):
    trunk()
    user = User.objects.create_user("truyen-thong@example.vn", "x")
    user.groups.add(ensure_groups()[Role.COMMUNICATIONS])
    client.force_login(user)
    return client


def send(client, address: str, **fields):
    typed = {"language": "vi", "kind": "synonym", "phrases": "sổ đỏ", "targets": "quyền sử dụng đất", "is_live": "on"}
    return client.post(address, {**typed, **fields}, follow=True)


def test_an_entry_is_found_without_marks_changed_and_its_history_kept(communications):
    entry = make_entry("sổ đỏ")
    make_entry("giấy độc thân", "tình trạng hôn nhân")
    found = communications.get(url("list"), {"q": "SO DO"}).content.decode()
    assert "sổ đỏ" in found
    assert "giấy độc thân" not in found
    assert "giấy độc thân" not in communications.get(url("list"), {"kind": "abbreviation"}).content.decode()
    assert url("list") in communications.get(reverse("wagtailadmin_home")).content.decode()
    form = communications.get(url("edit", entry.pk))
    assert form.status_code == 200
    assert not form.context["autosave_enabled"]
    send(communications, url("edit", entry.pk), phrases="sổ đỏ\r\nbìa  đỏ")
    entry.refresh_from_db()
    assert (entry.phrases, entry.folded.split("\n")[1], entry.revisions.count()) == ("sổ đỏ\nbìa đỏ", "bia do", 1)
    assert communications.get(url("history", entry.pk)).status_code == 200


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"phrases": " \r\n "}, "Trường này là bắt buộc"),
        ({"targets": ""}, "Hãy viết ít nhất một từ chính thức"),
        ({"phrases": "Bìa ĐỎ"}, "“bìa đỏ” đã có trong mục khác: bìa đỏ, sổ hồng."),
        ({"phrases": "đất"}, "“đất” tự nó đã là một từ trong tên dịch vụ."),
        ({"kind": "elsewhere", "targets": ""}, "Hãy ghi loại cơ quan."),
        ({"authority_url": "https://gdt.example.vn"}, "Hãy ghi đã đọc địa chỉ ấy ở đâu."),
    ],
)
def test_what_is_wrong_is_told_beside_its_field(communications, fields, told):
    make_service("Tách thửa đất")
    make_entry("bìa đỏ\nsổ hồng")
    page = send(communications, url("add"), **fields).content.decode()
    assert told in page
    assert LexiconEntry.objects.count() == 1


def test_an_abbreviation_may_be_one_word_and_another_language_may_say_the_same(communications):
    make_service("Cấp sổ BHXH")
    make_entry("visa")
    assert "bhxh" not in send(communications, url("add"), phrases="bhxh").request["PATH_INFO"]
    assert LexiconEntry.objects.count() == 1
    send(communications, url("add"), phrases="bhxh", kind="abbreviation", targets="BHXH")
    send(communications, url("add"), phrases="visa", language="en")
    assert LexiconEntry.objects.count() == 3


def test_one_hears_that_official_words_lead_nowhere(communications):
    make_service("Tách thửa đất")
    told = "Chưa dịch vụ nào có tên chứa những từ này, nên chúng chưa dẫn đến đâu: cà vẹt."
    assert told in send(communications, url("add"), phrases="đăng ký xe", targets="cà vẹt\ntach thua").content.decode()
    assert (
        "chưa dẫn đến đâu" not in send(communications, url("add"), phrases="x y", targets="tách thửa").content.decode()
    )


def test_an_entry_begins_with_what_was_asked(communications):
    page = communications.get(url("add"), {"phrases": "giay doc than", "language": "en"})
    assert page.context["form"]["phrases"].value() == "giay doc than"
    assert page.context["form"]["language"].value() == "en"
