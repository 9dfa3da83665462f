"""What the requests of filing cost the database, all in all."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from services.forms.models import Submission
from tests.builders_submissions import make_citizen, make_filled_draft

pytestmark = pytest.mark.django_db

MOST_TO_SEND, MOST_TO_SAVE = 30, 15


@pytest.fixture
def owner(client):
    """Somebody logged in who has filed before: the first number of a day and the first JSON of a process cost more."""
    owner = make_citizen()
    client.force_login(owner)
    send(client, make_filled_draft(owner))
    return owner


def send(client, draft):
    return client.post(reverse("submission_check", args=[draft.pk]), {"revision": draft.revision, "declared": "on"})


def save(client, draft):
    told = {"full_name": "Lan", "case": "new", "revision": draft.revision}
    return client.post(reverse("submission_step", args=[draft.pk, "owner"]), told)


def counted(action, client, draft):
    """The queries of the request; the savepoints of the tests' own transaction are none."""
    with CaptureQueriesContext(connection) as queries:
        response = action(client, draft)
    assert response.status_code == 302, response.content.decode()
    return [query["sql"] for query in queries if "SAVEPOINT" not in query["sql"]]


def test_sending_a_dossier_takes_at_most_thirty_queries(client, owner):
    draft = make_filled_draft(owner)
    assert len(counted(send, client, draft)) <= MOST_TO_SEND - 2, "begin and commit are two more"
    assert Submission.objects.get(pk=draft.pk).code


def test_saving_a_step_takes_at_most_fifteen_queries(client, owner):
    draft = make_filled_draft(owner)
    queries = counted(save, client, draft)
    assert len(queries) <= MOST_TO_SAVE - 2, "begin and commit are two more"
    assert Submission.objects.get(pk=draft.pk).answers["full_name"] == "Lan"
