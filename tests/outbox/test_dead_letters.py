"""Dead letters in the admin: administrators decide, nobody else sees them, nothing is changed by hand."""

import pytest
from django.urls import NoReverseMatch, reverse
from django.utils import timezone

from accounts.groups import Role, ensure_groups
from accounts.models import User
from outbox import worker
from outbox.models import Delivery
from outbox.queue import put
from tests.builders import make_department, trunk
from tests.builders_submissions import make_officer
from tests.outbox import deliveries

pytestmark = pytest.mark.django_db


def bury(key: str = "x", **fields) -> Delivery:
    put("good", {"id": key}, key=key)
    values = {"failed_at": timezone.now(), "attempts": 27, "last_error": "SMTPConnectError: <b>421</b>", **fields}
    Delivery.objects.filter(dedup_key=key).update(**values)
    return Delivery.objects.get(dedup_key=key)


@pytest.fixture
def administrator(client):
    client.force_login(User.objects.create_superuser("quan-tri@example.vn", "x"))
    return client


def address(name: str, *arguments) -> str:
    return reverse(f"dead_letters:{name}", args=arguments)


def test_the_list_shows_dead_letters_alone_and_never_a_payload(administrator):
    letter = bury(payload={"id": "payload-0912"})
    put("good", {"id": "waiting"}, key="waiting")
    waiting = Delivery.objects.get(dedup_key="waiting")
    page = administrator.get(address("index")).content.decode()
    assert f"good {letter.pk}" in page
    assert "SMTPConnectError: &lt;b&gt;421" in page
    assert "payload-0912" not in page
    assert f"good {waiting.pk}" not in page
    assert address("try_again", letter.pk) in page
    assert address("give_up_all") in page
    assert address("index") in administrator.get(reverse("wagtailadmin_home")).content.decode()


@pytest.mark.parametrize("query", ["?q=SMTP", "?kind=good", "?ordering=attempts", "?p=9"])
def test_the_list_can_be_searched(administrator, query):
    bury()
    assert administrator.get(address("index_results") + query).status_code == 200


def test_a_letter_tried_again_is_delivered(administrator):
    letter, other = bury("a"), bury("b")
    assert "SMTPConnectError" in administrator.get(address("try_again", letter.pk)).content.decode()
    assert Delivery.objects.dead().count() == 2
    assert administrator.post(address("try_again", letter.pk)).status_code == 302
    assert list(Delivery.objects.dead()) == [other]
    assert worker.deliver_next()
    assert deliveries.REACHED == [{"id": "a"}]
    letter.refresh_from_db()
    assert (letter.attempts, letter.done_at is not None, letter.failed_at, letter.last_error) == (1, True, None, "")


def test_a_letter_given_up_is_wiped_and_never_sent(administrator):
    letter = bury()
    assert administrator.get(address("give_up", letter.pk)).status_code == 200
    administrator.post(address("give_up", letter.pk))
    letter.refresh_from_db()
    assert (letter.payload, letter.last_error, letter.done_at is not None) == ({}, "", True)
    assert not worker.deliver_next()
    administrator.post(address("try_again", letter.pk))
    assert not worker.deliver_next()


@pytest.mark.parametrize(("name", "reached"), [("try_again_all", 3), ("give_up_all", 0)])
def test_all_letters_are_decided_on_at_once(administrator, name, reached):
    for key in "abc":
        bury(key)
    assert "3" in administrator.get(address(name)).content.decode()
    administrator.post(address(name))
    assert not Delivery.objects.dead().exists()
    while worker.deliver_next():
        pass
    assert len(deliveries.REACHED) == reached


def test_what_still_waits_or_is_done_cannot_be_decided_on(administrator):
    put("good", {"id": 1}, key="waiting")
    row = Delivery.objects.get()
    for name in ("try_again", "give_up"):
        administrator.post(address(name, row.pk))
    assert Delivery.objects.values_list("payload", "done_at", "failed_at").get() == ({"id": 1}, None, None)


@pytest.mark.parametrize("role", [Role.COMMUNICATIONS, Role.TRANSLATORS])
def test_editors_neither_see_nor_decide(client, role):
    trunk()
    user = User.objects.create_user("bien-tap@example.vn", "x")
    user.groups.add(ensure_groups()[role])
    client.force_login(user)
    letter = bury()
    for path in (address("index"), address("index_results"), address("try_again", letter.pk), address("give_up_all")):
        assert client.get(path).status_code == 302
        assert client.post(path).status_code == 302
    assert list(Delivery.objects.dead()) == [letter]
    assert address("index") not in client.get(reverse("wagtailadmin_home")).content.decode()


@pytest.mark.parametrize("name", ["add", "edit", "delete", "copy", "usage", "history"])
def test_wagtails_own_ways_to_change_a_row_do_not_exist(name):
    with pytest.raises(NoReverseMatch):
        address(name, 1)
    with pytest.raises(NoReverseMatch):
        address(name)


def test_a_kind_is_named_in_words_in_the_list_and_in_its_filter(administrator, settings):
    settings.OUTBOX_HANDLERS = {**settings.OUTBOX_HANDLERS, "submission.message": "tests.outbox.deliveries.deliver"}
    letter = bury()
    Delivery.objects.filter(pk=letter.pk).update(kind="submission.message")
    page = administrator.get(address("index")).content.decode()
    assert f"submission.message {letter.pk}" in page
    assert page.count(str(settings.OUTBOX_KINDS["submission.message"])) >= 2
    for kind, is_listed in (("submission.message", True), ("good", False)):
        page = administrator.get(f"{address('index')}?kind={kind}").content.decode()
        assert (f"submission.message {letter.pk}" in page) == is_listed


def test_an_officer_who_has_no_part_in_the_admin_sees_no_dead_letter(client):
    trunk()
    client.force_login(make_officer(departments=[make_department("Sở Y tế")]))
    letter = bury()
    for path in (address("index"), address("index_results"), address("try_again", letter.pk), address("give_up_all")):
        assert client.get(path).status_code == 302
        assert client.post(path).status_code == 302
    assert list(Delivery.objects.dead()) == [letter]
