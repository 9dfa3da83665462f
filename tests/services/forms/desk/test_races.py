"""Two officers press at the same moment: one wins, the other is told and keeps what was typed."""

import threading

import pytest
from django.db import connections
from django.test import Client
from django.urls import reverse

from services.forms.models import Event, Officer, Submission
from tests.builders_submissions import make_citizen, make_filled_drafts
from tests.services.forms.actions.conftest import open_service
from tests.services.forms.actions.test_at_once import each, file

__all__ = ["open_service"]

RACES = 100


@pytest.fixture
def racers(open_service):
    """A browser of each of two officers."""
    department = open_service.get_parent().translation_key
    clients = []
    for _number in range(2):
        user, client = make_citizen(), Client()
        Officer.objects.create(user=user, role="officer", department_key=department)
        client.force_login(user)
        clients.append(client)
    return clients


def test_of_two_officers_at_once_one_wins_each_of_a_hundred_races(open_service, racers):
    for draft in make_filled_drafts(RACES, service=open_service):
        file(draft)
    acts = ("accept", {}), ("refuse", {"reason": "Chữ đã gõ khi đang xem"})
    won = {"accept": 0, "refuse": 0}
    for dossier in Submission.objects.all():
        start = threading.Barrier(2)

        def press(number, dossier=dossier, start=start):
            act, typed = acts[number]
            start.wait(20)
            path = reverse("desk_act", args=[dossier.pk, act])
            return racers[number].post(path, {"revision": dossier.revision, **typed})

        answers = each(press, range(2), threads=2)
        statuses = [answer.status_code for answer in answers]
        assert sorted(statuses) == [302, 409]
        won[acts[statuses.index(302)][0]] += 1
        if statuses[1] == 409:
            assert "Chữ đã gõ" in answers[1].content.decode()
    connections.close_all()
    assert sum(won.values()) == RACES
    assert Event.objects.exclude(move="file").count() == RACES


@pytest.mark.django_db
def test_the_database_is_made_for_this_file_as_well():
    """pytest-django makes it only for tests with this mark; the race writes for real and takes it away again."""
    assert not Submission.objects.exists()
