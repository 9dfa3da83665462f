"""What is done with several dossiers at once."""

from urllib.parse import parse_qs, urlsplit

import pytest
from django.contrib.sessions.models import Session
from django.urls import reverse
from django.utils import translation

from services.forms.models import Event
from services.forms.rules.workflow import State
from tests.builders_submissions import make_submission
from tests.markup import soup
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
    assert answer.status_code == 200
    assert Event.objects.exclude(move="file").count() == 0


def test_ticks_stay_when_the_officer_was_forgotten(office):
    head, second = Worker(office.head), make_submission(service=office.service)
    for language, words in (("vi", "Hãy chọn cán bộ"), ("en", "Choose the officer.")):
        with translation.override(language):
            ticket = f"{second.pk}:{now(second).revision}"
            path = f"{reverse('desk_together')}?queue=all&sort=newest"
            answer = head.client.post(path, {"chosen": [ticket], "assign": "1", "to": ""}, follow=False)
            assert answer["Location"].startswith(f"{reverse('desk_all')}?sort=newest&kept=")
            page = soup(head.client.get(answer["Location"]).content)
        assert [box["value"] for box in page.select("input[name=chosen][checked]")] == [ticket]
        assert words in page.select_one(".portal-notice").get_text()


def test_ticks_come_back_after_the_session_ended(office):
    head, second = Worker(office.head), make_submission(service=office.service)
    page = soup(head.client.get(reverse("desk_all")).content)
    author = page.select_one("main form[method=post] input[name=posted_by]")["value"]
    Session.objects.all().delete()
    ticket = f"{second.pk}:{second.revision}"
    path = f"{reverse('desk_together')}?queue=all"
    answer = head.client.post(path, {"posted_by": author, "chosen": [ticket], "accept": "1"})
    address = parse_qs(urlsplit(answer["Location"]).query)["next"][0]
    head.client.force_login(office.head)
    page = soup(head.client.get(address, follow=True).content)
    assert [box["value"] for box in page.select("input[name=chosen][checked]")] == [ticket]
    assert now(second).state == State.FILED
