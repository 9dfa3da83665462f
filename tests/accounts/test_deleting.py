"""Administrators delete accounts that nothing depends on; whoever filed a dossier stays."""

import pytest
from django.test import Client

from accounts.models import User
from tests.builders import trunk
from tests.builders_accounts import make_citizen, make_editor
from tests.builders_submissions import make_submission
from tests.markup import words

pytestmark = pytest.mark.django_db


@pytest.fixture
def administrator():
    trunk()
    client = Client()
    client.force_login(make_editor())
    return client


def addresses(*users: User) -> list[str]:
    chosen = "&".join(f"id={user.pk}" for user in users)
    return [f"/quan-tri/users/delete/{users[0].pk}/", f"/quan-tri/bulk/accounts/user/delete/?{chosen}"]


@pytest.mark.parametrize("way", [0, 1])
def test_account_with_a_dossier_is_kept_and_it_is_said_why(administrator, way):
    owner = make_submission().owner
    answer = administrator.post(addresses(owner)[way], follow=True)
    assert answer.status_code == 200
    assert owner.email in words(answer.content)
    assert User.objects.filter(pk=owner.pk).exists()


def test_none_of_several_is_deleted_when_one_must_stay(administrator):
    owner, other = make_submission().owner, make_citizen()
    assert administrator.post(addresses(owner, other)[1]).status_code == 302
    assert User.objects.filter(pk__in=[owner.pk, other.pk]).count() == 2


@pytest.mark.parametrize("way", [0, 1])
def test_account_nothing_depends_on_can_be_deleted(administrator, way):
    user = make_citizen()
    assert administrator.post(addresses(user)[way]).status_code == 302
    assert not User.objects.filter(pk=user.pk).exists()
