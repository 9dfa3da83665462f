"""The password of a page cannot be guessed without end, and nobody shuts its readers out."""

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from wagtail.models import PageViewRestriction

from core.page_passwords import TRIES
from tests.builders import make_service

pytestmark = pytest.mark.django_db
PASSWORD = "chi-nguoi-doc-biet"


@pytest.fixture
def door():
    cache.clear()
    page = make_service()
    restriction = PageViewRestriction.objects.create(page=page, restriction_type="password", password=PASSWORD)
    yield reverse("wagtailcore_authenticate_with_password", args=[restriction.pk, page.pk])
    cache.clear()


def enter(door, password, address="192.0.2.1"):
    return Client(REMOTE_ADDR=address).post(door, {"password": password, "return_url": "/"})


def test_guessing_the_password_of_a_page_stops_and_its_readers_come_in(door):
    answers = [enter(door, f"sai-{number}").status_code for number in range(TRIES.near + 3)]
    assert answers == [200] * TRIES.near + [429] * 3
    assert enter(door, PASSWORD).status_code == 429
    assert [enter(door, PASSWORD, "203.0.113.7").status_code for _time in range(TRIES.near + 3)] == [302] * 13
