"""What is kept of a form: for how long, how much, for whom; limits and bodies too large have pages of their own."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts import limits
from core import kept_posts
from core.models import KeptPost
from tests.builders import trunk
from tests.builders_accounts import PASSWORD, log_in, make_citizen
from tests.markup import shows

pytestmark = [pytest.mark.clock, pytest.mark.django_db]
TYPED = "Nội dung dài đã gõ <b> & đủ dấu"


@pytest.fixture(autouse=True)
def _trunk():
    trunk()


def wrong_profile(client):
    return client.post(reverse("account_profile"), {"full_name": TYPED, "phone": "x"}, follow=False)["Location"]


@pytest.fixture
def client_of_somebody():
    client = Client()
    log_in(client, make_citizen())
    return client


def test_it_is_shown_for_an_hour_and_then_removed(client_of_somebody):
    address = wrong_profile(client_of_somebody)
    KeptPost.objects.update(created_at=timezone.now() - timedelta(minutes=61))
    assert shows(client_of_somebody.get(address), "full_name") != TYPED
    assert kept_posts.remove_stale() == 1


def test_it_is_gone_once_the_form_was_sent_well(client_of_somebody):
    address = wrong_profile(client_of_somebody)
    assert client_of_somebody.post(address, {"full_name": "Hoa", "applicant_type": "citizen"}).status_code == 302
    assert not KeptPost.objects.exists()


def test_logging_out_removes_it(client_of_somebody):
    wrong_profile(client_of_somebody)
    client_of_somebody.post(reverse("account_logout"))
    assert not KeptPost.objects.exists()


def test_it_opens_on_its_own_page_alone_and_for_nobody_else(client_of_somebody):
    token = wrong_profile(client_of_somebody).partition("?")[2]
    other = Client()
    log_in(other, make_citizen())
    assert shows(other.get(f"{reverse('account_profile')}?{token}"), "full_name") != TYPED
    assert TYPED not in client_of_somebody.get(f"{reverse('account_notifications')}?{token}").content.decode()
    for nonsense in ("x", "", "00000000-0000-0000-0000-000000000000"):
        assert client_of_somebody.get(f"{reverse('account_profile')}?kept={nonsense}").status_code == 200


def test_there_is_an_end_to_how_much_is_kept(client_of_somebody):
    addresses = [wrong_profile(client_of_somebody) for _time in range(kept_posts.MOST + 2)]
    assert KeptPost.objects.count() == kept_posts.MOST
    assert shows(client_of_somebody.get(addresses[-1]), "full_name") == TYPED
    too_much = {"full_name": "x" * (kept_posts.LARGEST + 1)}
    client_of_somebody.post(reverse("account_profile"), too_much)
    assert KeptPost.objects.latest("created_at").data == {}


def test_a_stranger_sees_her_errors_again_and_nobody_else_does(client):
    address = client.post(reverse("account_signup"), {"full_name": TYPED}, follow=False)["Location"]
    assert shows(client.get(address), "full_name") == TYPED
    assert shows(Client().get(address), "full_name") == ""
    log_in(client, make_citizen())
    assert not [row for row in KeptPost.objects.all() if row.owner.startswith("person:")]


def test_what_strangers_may_have_kept_ends(client, monkeypatch):
    monkeypatch.setattr(kept_posts, "STRANGERS", kept_posts.Limit("few_kept_posts", times=1, seconds=600))
    answers = [client.post(reverse("account_signup"), {"full_name": "Hoa"}).status_code for _time in range(2)]
    assert answers == [200, 429]
    assert KeptPost.objects.count() == 1


def test_who_has_to_wait_finds_what_was_typed_when_the_wait_is_over(client, monkeypatch):
    few = limits.Limit("few_sign_ups", times=1, seconds=600)
    monkeypatch.setattr("accounts.limits.SIGN_UP_SENDER", few)
    client.post(reverse("account_signup"), {"full_name": "Lan"})
    answer = client.post(reverse("account_signup"), {"full_name": TYPED, "password1": PASSWORD}, follow=False)
    assert answer.status_code == 303
    page = client.get(answer["Location"])
    assert page.status_code == 429
    assert 0 < int(page["Retry-After"]) <= 601
    KeptPost.objects.update(told={"until": 0})
    page = client.get(answer["Location"])
    assert (page.status_code, shows(page, "full_name")) == (200, TYPED)
    assert PASSWORD not in str(list(KeptPost.objects.values()))


def test_what_is_too_large_is_said_by_a_page_of_its_own(settings, client_of_somebody):
    settings.MAX_BODY = 1000
    path = reverse("account_profile")
    answer = client_of_somebody.post(path, {"full_name": "x" * 2000}, follow=False)
    assert (answer.status_code, answer["Location"].split("?")[0]) == (303, path)
    assert client_of_somebody.get(answer["Location"]).status_code == 413
    assert client_of_somebody.get(path).status_code == 200
    assert KeptPost.objects.get().data == {}
