"""What is done with several dossiers at once."""

import pytest
from django.urls import reverse

from services.forms.models import Event
from services.forms.workflow import State
from tests.builders_cases import make_submission
from tests.services.forms.desk.conftest import Worker, now


def test_several_are_accepted_at_once_and_what_changed_is_named(office, worker):
    second, third = make_submission(service=office.service), make_submission(service=office.service)
    Worker(office.head).act(third, "note", text="x")
    answer = worker.together(office.dossier, second, third, accept="1")
    assert [now(one).state for one in (office.dossier, second, third)] == [State.ACCEPTED, State.ACCEPTED, State.FILED]
    told = [str(message) for message in answer.context["messages"]]
    assert len(told) == 2
    assert third.code in told[1]


def test_the_head_gives_several_to_one_officer(province, office):
    head, second = Worker(office.head), make_submission(service=office.service)
    head.together(office.dossier, second, assign="1", to=str(office.officer.pk))
    assert {now(one).assigned_to for one in (office.dossier, second)} == {office.officer}
    head.together(office.dossier, assign="1", to=str(province.health.officer.pk))
    assert now(office.dossier).assigned_to == office.officer


def test_nothing_of_another_department_is_done_in_bulk(province, office, worker):
    other = province.health.dossier
    answer = worker.together(other, accept="1")
    assert now(other).state == State.FILED
    assert other.code not in answer.content.decode()


@pytest.mark.parametrize("chosen", ["", "x", "x:1", ":", "0191f3a0-0000-7000-8000-000000000000:1", "a:\x00"])
def test_a_tick_that_means_nothing_does_nothing(worker, chosen):
    answer = worker.client.post(reverse("desk_together"), {"chosen": [chosen], "accept": "1"})
    assert answer.status_code == 302
    assert Event.objects.exclude(move="file").count() == 0
