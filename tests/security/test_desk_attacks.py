"""Who means harm at the editors' newer screens: wrong roles, others' numbers, twice, empty, huge, malformed."""

from collections.abc import Iterator
from unicodedata import normalize

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import ModelLogEntry, Page, Revision

from accounts.models import User
from core.models import PortalSettings
from outbox.models import LetterText
from services.models import ServicePage
from tests.builders import make_service
from tests.builders_accounts import just_confirmed, make_citizen, make_editor
from tests.builders_ownership import Office, browser, make_communications, make_office, make_translator
from tests.builders_submissions import make_officer

pytestmark = pytest.mark.django_db

TYPED = (
    *("", " ", "0", "-1", "９", "1.5", "1e9", "9" * 30, "true", "\x00", "Sở Y tế\x00", "' OR 1=1 --", "%", "_", "*:*"),
    *(
        "{{ 7*7 }}",
        "<script>alert(1)</script>",
        "=1+1",
        "../../etc/passwd",
        "\u202e",
        "😀",
        normalize("NFD", "Cấp phép"),
    ),
    "x" * 20_000,
)
"""What nobody types by mistake."""
LETTER = ("vi", "short/file")


@pytest.fixture
def health() -> Office:
    return make_office("Sở Y tế", "Cấp phép phòng khám")


@pytest.fixture
def construction() -> Office:
    return make_office("Sở Xây dựng", "Cấp phép xây dựng")


def bulk(*numbers: object) -> str:
    asked = "&".join(f"id={number}" for number in numbers)
    return f"{reverse('wagtail_bulk_action', args=['wagtailcore', 'page', 'change_fields'])}?{asked}"


def kept() -> list[object]:
    """What must not change under an attack."""
    return [
        *Page.objects.order_by("pk").values_list("pk", "latest_revision", "live_revision", "draft_title", "live"),
        *ServicePage.objects.order_by("pk").values_list("review_due", "level", "field"),
        *User.objects.order_by("pk").values_list("is_superuser", "is_active", "groups"),
        *LetterText.objects.values_list("name", "text"),
        len(PortalSettings.load().main_menu),
        Revision.objects.count(),
    ]


def lists(health: Office) -> Iterator[tuple[User, str, tuple[str, ...]]]:
    """Each list that is narrowed by what stands in its address: who opens it, where, by what."""
    services = ("q", "department", "level", "field", "audience", "state", "review", "translation", "completeness")
    yield health.editor, "/quan-tri/services/", (*services, "ordering", "p")
    yield make_translator(), reverse("translation_queue"), ("q", "state", "department", "kind", "p")
    yield make_editor(), reverse("staff_list"), ("q", "role", "state", "p")


def test_whatever_narrows_a_list_is_answered(health):
    for person, address, names in lists(health):
        client = browser(person)
        for typed in TYPED:
            assert client.get(address, dict.fromkeys(names, typed)).status_code in (200, 302, 404), (
                f"{address} {typed[:40]!r}"
            )


def test_nobody_changes_fields_of_services_that_are_not_theirs(health, construction):
    change = {"review_due_how": "set", "review_due": "31/12/2027", "then": "publish", "confirmed": "1"}
    theirs = (construction.service.pk, construction.department.pk, construction.service.get_parent().pk)
    people = (health.editor, health.approver, make_translator(), make_officer(), make_citizen())
    before = kept()
    for person in people:
        client = browser(person)
        for number in theirs:
            assert client.post(bulk(number), change).status_code in (200, 302, 403, 404)
        for typed in TYPED:
            assert client.post(bulk(typed), change).status_code in (200, 302, 400, 403, 404), typed[:40]
    assert Client().post(bulk(health.service.pk), change).status_code == 302
    assert kept() == before
    client = browser(health.editor)
    client.post(bulk(health.service.pk, health.service.pk, construction.service.pk), change)
    client.post(bulk(health.service.pk), change)
    page = ServicePage.objects.get(pk=health.service.pk)
    assert page.review_due is None, "an editor publishes nothing, whatever is asked"
    assert page.revisions.count() == 2, "twice is once"
    assert not ServicePage.objects.get(pk=construction.service.pk).has_unpublished_changes


def test_nobody_begins_a_translation_that_is_not_theirs(health, construction):
    address = reverse("continue_translation", args=[construction.service.pk])
    people, translator = (health.editor, health.approver, make_officer(), make_citizen()), browser(make_translator())
    before = kept()
    for person in people:
        assert browser(person).post(address).status_code in (302, 403, 404)
        assert browser(person).post(reverse("continue_translation", args=[2**62])).status_code in (302, 403, 404)
    assert translator.get(address).status_code == 405
    assert kept() == before
    assert [translator.post(address).status_code for _press in range(2)] == [302, 302]
    assert Page.objects.filter(translation_key=construction.service.translation_key, alias_of=None).count() == 2


@pytest.mark.once
def test_words_of_letters_stand_whatever_is_posted():
    client = browser(make_communications())
    address = reverse("letter_edit", args=LETTER)
    for typed in TYPED:
        for asked in (
            {"save": "1", "text": typed},
            {"restore": typed},
            {"save": "1", "text": "x", "opened_with": typed},
        ):
            assert client.post(address, asked).status_code == 200, f"{asked}"[:80]
        assert client.post(reverse("menu_versions"), {"restore": typed}).status_code == 200
    for name in ("short/unknown", "../short/file", "x" * 5000, "short/file/", "%00"):
        assert client.get(f"/quan-tri/noi-dung-thu/vi/{name}/").status_code in (301, 302, 400, 404), name[:20]
    assert client.get(reverse("letter_edit", args=["xx", "short/file"])).status_code == 404
    assert not LetterText.objects.exists()
    text = normalize("NFD", "Đã nhận hồ sơ {mã hồ sơ}") + "\u200b\r\n  dòng hai"
    assert client.post(address, {"save": "1", "text": text}).status_code == 302
    assert LetterText.objects.get().text == "Đã nhận hồ sơ {mã hồ sơ} dòng hai"
    other = ModelLogEntry.objects.exclude(label__startswith="short/file").first()
    if other:
        client.post(address, {"restore": other.pk})
    assert LetterText.objects.count() == 1


@pytest.mark.once
def test_the_list_that_is_taken_along_holds_nothing_of_others_and_calculates_nothing(health, construction):
    for sign in ("=", "+", "-", "@", "\uff1d"):
        make_service(f"{sign}HYPERLINK(1)", department=health.department)
    make_service("MẬT7391", department=construction.department, live=False)
    client = browser(health.editor)
    just_confirmed(client, health.editor)
    answer = client.get("/quan-tri/services/", {"export": "csv", "department": construction.department.pk})
    assert "MẬT7391" not in b"".join(answer.streaming_content).decode()
    told = b"".join(client.get("/quan-tri/services/", {"export": "csv"}).streaming_content).decode("utf-8-sig")
    cells = [cell for line in told.splitlines() for cell in line.replace('"', "").split(",")]
    assert sum(cell.startswith("'") and "HYPERLINK" in cell for cell in cells) == 5
    assert not [cell for cell in cells if cell[:1] in ("=", "+", "@", "\uff1d")]
    for kind in TYPED:
        assert client.get("/quan-tri/services/", {"export": kind}).status_code in (200, 302, 404), kind[:40]
