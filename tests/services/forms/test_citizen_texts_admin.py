"""Texts for citizens in the admin: each writes for the services she may publish, Communications for all."""

import pytest
from django.test import Client
from django.urls import NoReverseMatch, reverse

from accounts.groups import Role, ensure_groups
from services.forms.models import CitizenText
from tests.builders import make_department, make_service, translate
from tests.builders_ownership import branch_groups
from tests.builders_submissions import make_officer
from tests.security.world import make_staff

pytestmark = [pytest.mark.django_db, pytest.mark.once]  # words and looks; no question of its own


@pytest.fixture
def own():
    return make_service("Cấp giấy phép xây dựng", department=make_department("Sở Xây dựng"))


@pytest.fixture
def foreign():
    return make_service("Cấp giấy phép khám bệnh", department=make_department("Sở Y tế"))


def client_of(group):
    client = Client()
    client.force_login(make_staff(group))
    return client


@pytest.fixture
def approver(own):
    return client_of(branch_groups(own.get_parent())[1])


@pytest.fixture
def communications():
    return client_of(ensure_groups()[Role.COMMUNICATIONS])


def send(client, service, name="add", *args, **given):
    page = service.pk if service else ""
    data = {"service": page, "about": "move.accept", "words": "Đã nhận", **given}
    return client.post(reverse(f"citizen_texts:{name}", args=args), data)


def make_text(service, words="Đã nhận"):
    return CitizenText.objects.create(service=service, about="move.accept", words=words)


def test_who_may_publish_a_service_writes_changes_and_deletes_its_texts(approver, own):
    assert send(approver, own).status_code == 302
    text = CitizenText.objects.get()
    assert (text.service_id, text.words) == (own.pk, "Đã nhận")
    assert "Đã nhận" in approver.get(reverse("citizen_texts:index")).content.decode()
    assert approver.get(reverse("citizen_texts:edit", args=[text.pk])).status_code == 200
    assert send(approver, own, "edit", text.pk, words="Mới").status_code == 302
    assert CitizenText.objects.get().words == "Mới"
    assert approver.post(reverse("citizen_texts:delete", args=[text.pk])).status_code == 302
    assert not CitizenText.objects.exists()


def test_texts_of_others_and_of_all_are_neither_shown_nor_changed(approver, own, foreign):
    texts = [make_text(foreign, "Lời của Sở Y tế"), make_text(None, "Lời chung cho tất cả")]
    listed = approver.get(reverse("citizen_texts:index")).content.decode()
    found = approver.get(reverse("citizen_texts:index_results") + "?q=Lời").content.decode()
    for text in texts:
        assert text.words not in listed + found
        for name in ("edit", "delete"):
            answer = approver.get(reverse(f"citizen_texts:{name}", args=[text.pk]))
            assert answer.status_code in (302, 403)
            assert text.words not in answer.content.decode()
            send(approver, own, name, text.pk, words="Đổi")
    assert sorted(CitizenText.objects.values_list("words", flat=True)) == sorted(text.words for text in texts)


def test_nothing_can_be_written_for_a_foreign_service_or_for_all_or_moved_there(approver, own, foreign):
    for service in (foreign, None):
        assert send(approver, service).status_code == 200
    assert not CitizenText.objects.exists()
    text = make_text(own)
    for service in (foreign, None):
        assert send(approver, service, "edit", text.pk).status_code == 200
    text.refresh_from_db()
    assert text.service_id == own.pk


def test_communications_write_for_every_service_and_for_all(communications, own, foreign):
    for service in (own, foreign, None):
        assert send(communications, service).status_code == 302
    assert CitizenText.objects.count() == 3
    assert communications.get(reverse("citizen_texts:index")).content.decode().count("Đã nhận") >= 3


@pytest.mark.parametrize(
    "given",
    [
        {"about": "move.assign"},
        {"about": "state.draft"},
        {"about": "move.nothing"},
        {"words": ""},
        {"words": "x" * 301},
        {"about": "state.accepted", "letter": "Thư"},
        {"about": "move.issue_new_pin", "letter_en": "Mail"},
    ],
)
def test_what_no_citizen_would_read_is_refused(communications, own, given):
    assert send(communications, own, **given).status_code == 200
    assert not CitizenText.objects.exists()


def test_who_may_only_draft_and_who_works_on_dossiers_write_nothing(own):
    text = make_text(own)
    people = [client_of(branch_groups(own.get_parent())[0]), client_of(ensure_groups()[Role.TRANSLATORS])]
    officer = Client()
    officer.force_login(make_officer(departments=[own.get_parent()]))
    for client in [*people, officer, Client()]:
        for address in (reverse("citizen_texts:index"), reverse("citizen_texts:edit", args=[text.pk])):
            assert client.get(address).status_code == 302
        send(client, own, about="move.refuse")
        send(client, own, "edit", text.pk, words="Đổi")
        client.post(reverse("citizen_texts:delete", args=[text.pk]))
    assert [row.words for row in CitizenText.objects.all()] == ["Đã nhận"]


@pytest.mark.parametrize("name", ["copy", "history", "usage", "inspect"])
def test_wagtails_further_ways_to_a_text_do_not_exist(name):
    with pytest.raises(NoReverseMatch):
        reverse(f"citizen_texts:{name}", args=[1])


@pytest.fixture
def english(own):
    """The English page of the service, in a branch whose approver may publish nothing in Vietnamese."""
    translate(own.get_parent(), {"title": "Department of Construction"})
    return translate(own, {"title": "Construction permit"})


def test_who_may_publish_the_english_page_alone_writes_nothing_for_the_service(english):
    assert send(client_of(branch_groups(english.get_parent())[1]), english).status_code == 200
    assert not CitizenText.objects.exists()


def test_what_is_written_for_the_english_page_holds_for_the_service(communications, own, english):
    assert send(communications, english).status_code == 302
    assert CitizenText.objects.get().service == own


@pytest.mark.parametrize("is_approver", [True, False])
def test_an_english_page_without_a_vietnamese_one_is_not_taken_for_every_service(
    communications, own, english, is_approver
):
    client = client_of(branch_groups(english.get_parent())[1]) if is_approver else communications
    own.delete()
    assert send(client, english).status_code == 200
    assert not CitizenText.objects.exists()
