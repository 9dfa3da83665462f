"""Accounts whose password stands in the README have no place on a real site."""

import pytest
from django.db import OperationalError, ProgrammingError, connection

from accounts.models import User
from home.checks import ADDRESSES, demo_accounts_are_gone
from home.demo.accounts import PASSWORD

pytestmark = pytest.mark.django_db


def test_one_that_opens_with_the_known_password_is_an_error():
    User.objects.create_user("bientap@example.vn", PASSWORD)
    (found,) = demo_accounts_are_gone()
    assert (found.id, found.is_serious(40)) == ("home.E001", True)
    assert "bientap@example.vn" in found.msg
    assert PASSWORD not in found.msg + found.hint


def test_one_that_is_off_or_has_another_password_is_none():
    User.objects.create_user("quantri@example.vn", PASSWORD, is_active=False)
    User.objects.create_user("congdan1@example.vn", "mot-mat-khau-khac-9")
    assert demo_accounts_are_gone() == []


def test_the_demonstration_has_them(settings):
    settings.DEMO = True
    User.objects.create_user("bientap@example.vn", PASSWORD)
    assert demo_accounts_are_gone() == []


def test_every_kind_of_them_is_looked_for():
    assert {"quantri@example.vn", "dich@example.vn", "congdan3@example.vn", "giamsat@example.vn"} <= set(ADDRESSES)


@pytest.mark.parametrize(
    ("error", "ids"), [(OperationalError("server closed the connection"), ["home.W001"]), (ProgrammingError(), [])]
)
def test_before_the_tables_are_made_nothing_is_said_and_of_a_silent_database_that_it_is(error, ids):
    def refuse(*_told):
        raise error

    with connection.execute_wrapper(refuse):
        assert [found.id for found in demo_accounts_are_gone()] == ids
