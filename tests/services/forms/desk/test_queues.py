"""The queues of the desk: who sees what in which, how it is found, sorted and counted."""

import unicodedata

import pytest
from django.urls import reverse

from core.forms import numbers
from services.forms import actions
from services.forms.models import Submission
from services.forms.rules.workflow import State
from services.forms.statistics.recount import recount_tallies
from services.forms.submissions.search_keys import search_keys
from tests.builders_submissions import make_citizen, make_filled_drafts, make_submission
from tests.services.forms.desk.conftest import Worker

STANDS_IN = {
    State.FILED: {"new", "all"},
    State.ACCEPTED: {"in_progress", "all"},
    State.NOT_ACCEPTED: {"done", "all"},
    State.IN_PROGRESS: {"in_progress", "all"},
    State.SUPPLEMENT: {"waiting", "all"},
    State.PAYMENT: {"waiting", "all"},
    State.WITHDRAWN: {"done", "all"},
    State.STOPPED: {"done", "all"},
    State.RESOLVED: {"results", "all"},
    State.HANDED_OVER: {"done", "all"},
}
QUEUES = ("new", "mine", "in_progress", "waiting", "results", "done", "all")


@pytest.mark.parametrize("state", STANDS_IN)
def test_a_dossier_stands_in_the_queue_of_its_state(province, state):
    office = province.building
    dossier = make_submission(state, service=office.service)
    worker = Worker(office.officer)
    assert {name for name in QUEUES if dossier.code in worker.codes(name)} == STANDS_IN[state]


def test_a_draft_stands_nowhere(province):
    draft = make_submission(State.DRAFT, service=province.building.service)
    worker = Worker(province.building.officer)
    assert all(str(draft.pk) not in worker.queue(name).content.decode() for name in QUEUES)


def test_what_was_given_to_an_officer_is_hers(province):
    office = province.building
    actions.assign(submission=office.dossier, by=office.head, revision=office.dossier.revision, to=office.officer)
    assert Worker(office.officer).codes("mine") == [office.dossier.code]
    assert Worker(office.head).codes("mine") == []


def test_the_one_stop_officer_sees_the_new_dossiers_of_all_her_departments(province):
    assert set(Worker(province.one_stop).codes()) == {province.building.dossier.code, province.health.dossier.code}


def test_whoever_begins_at_the_desk_comes_to_the_new_dossiers(province):
    answer = Worker(province.building.officer).client.get(reverse("desk"))
    assert (answer.status_code, answer["Location"]) == (302, reverse("desk_new"))


def test_the_supervisor_sees_numbers_and_nothing_else(province):
    recount_tallies()
    worker = Worker(province.supervisor)
    page = worker.client.get(reverse("desk")).content.decode()
    assert "Sở Xây dựng" in page
    assert province.building.dossier.code not in page
    assert "Nguyễn Thị Hoa" not in page
    assert [worker.queue(name).status_code for name in QUEUES] == [404] * len(QUEUES)
    assert worker.open(province.building.dossier).status_code == 404
    assert worker.export().status_code == 404


def test_for_a_citizen_there_is_no_desk(province):
    worker = Worker(province.building.dossier.owner)
    assert worker.client.get(reverse("desk")).status_code == 404
    assert [worker.queue(name).status_code for name in QUEUES] == [404] * len(QUEUES)
    assert worker.open(province.building.dossier).status_code == 404


def test_nobody_handles_a_dossier_of_his_own(province):
    office = province.building
    own = make_submission(service=office.service, owner=office.officer)
    worker = Worker(office.officer)
    assert own.code not in worker.codes()
    assert worker.open(own).status_code == 404
    assert worker.act(own, "accept").status_code == 404


def filed_by(name, phone, service):
    """A dossier with the standard answers of its owner, filed through the action."""
    draft = make_filled_drafts(1, service=service)[0]
    Submission.objects.filter(pk=draft.pk).update(answers={**draft.answers, "full_name": name})
    draft.refresh_from_db()
    filed = actions.submit(submission=draft, by=draft.owner, revision=draft.revision, declared=True)
    if phone:
        kept = search_keys({"phone": numbers.phone(phone)})
        Submission.objects.filter(pk=filed.pk).update(lookup=f"{filed.lookup}\n{kept}")
    return filed


@pytest.mark.parametrize(
    "words",
    [
        *("Đặng Thị Ước", "dang thi uoc", "THỊ ƯỚC", unicodedata.normalize("NFD", "Thị Ước"), "\u200bthị  ước "),
        *(
            "0912 345 678",
            "0912.345",
            "+84912345678",
            "+84 912 345",
            "84 912 345 678",
            "0084912345678",
            "０９１２ ３４５",
        ),
    ],
)
def test_a_dossier_is_found_by_name_and_telephone_however_they_are_typed(province, words):
    service = province.building.service
    found = filed_by("Đặng Thị Ước", "+84 (0) 912.345.678", service)
    filed_by("Lê Văn Khác", "0987654321", service)
    assert Worker(province.building.officer).codes(q=words) == [found.code]


def test_a_dossier_is_found_by_its_code_or_a_part_of_it(province):
    dossier = province.building.dossier
    worker = Worker(province.building.officer)
    assert worker.codes(q=dossier.code.lower()) == [dossier.code]
    assert worker.codes(q=dossier.code[-7:]) == [dossier.code]
    assert worker.codes(q="khong-co") == []


def test_the_list_is_narrowed_and_sorted(province):
    service = province.building.service
    later = make_submission(service=service)
    asked = make_submission(State.SUPPLEMENT, service=service)
    first = province.building.dossier
    worker = Worker(province.building.officer)
    assert worker.codes() == [first.code, later.code]
    assert worker.codes(sort="newest") == [later.code, first.code]
    assert worker.codes("all", state=str(int(State.SUPPLEMENT))) == [asked.code]
    day = first.filed_at.date().isoformat()
    assert worker.codes(since="2000-01-01", until="2000-01-02") == []
    assert first.code in worker.codes(since=day)


@pytest.mark.parametrize(
    "asked", [{"state": "99"}, {"since": "hôm qua"}, {"sort": "x"}, {"since": "2026-02-02", "until": "2026-01-01"}]
)
def test_what_cannot_be_asked_for_is_said_and_shows_nothing(province, asked):
    answer = Worker(province.one_stop).queue("all", **asked)
    assert answer.status_code == 200
    assert answer.context["form"].errors
    assert answer.context["rows"] == []


@pytest.mark.parametrize("asked", [{"page": "0"}, {"page": "99"}, {"page": "x"}])
def test_a_page_that_does_not_exist_is_not_found(province, asked):
    assert Worker(province.building.officer).queue(**asked).status_code == 404


@pytest.mark.once  # counts statements, which are the same anywhere
def test_fifty_stand_on_a_page_and_cost_no_more_than_fifteen_questions(province, django_assert_max_num_queries):
    for draft in make_filled_drafts(60, service=province.building.service):
        actions.submit(submission=draft, by=draft.owner, revision=draft.revision, declared=True)
    worker = Worker(province.building.head)
    for name in QUEUES:
        worker.queue(name)
        with django_assert_max_num_queries(15):
            answer = worker.queue(name)
        if name in ("new", "all"):
            assert len(answer.context["rows"]) == 50
            assert len(worker.codes(name, page="2")) == 11


def test_numbers_of_the_menu_are_those_of_the_queues(province):
    make_submission(State.SUPPLEMENT, service=province.building.service)
    worker = Worker(province.building.officer)
    links = worker.queue().context["menu"]
    counts = {link.queue.name: link.count for link in links}
    assert counts == {
        "new": 1,
        "unseen": 0,
        "mine": 0,
        "in_progress": 0,
        "soon": 0,
        "overdue": 0,
        "waiting": 1,
        "to_close": 0,
        "results": 0,
        "done": None,
        "all": None,
    }


def test_who_is_not_logged_in_is_sent_to_the_login(client, db):
    for name in ("desk", "desk_new", "desk_all"):
        answer = client.get(reverse(name))
        assert answer.status_code == 302
        assert answer["Location"].startswith(reverse("account_login"))


def test_an_account_that_was_disabled_has_no_desk(province):
    user = province.building.officer
    user.is_active = False
    user.save()
    assert not Submission.objects.handled_by(user).exists()
    stranger = make_citizen()
    assert not (Submission.objects.owned_by(stranger) | Submission.objects.handled_by(stranger)).exists()


@pytest.mark.parametrize("asked", [{"since": "0001-01-01"}, {"until": "9999-12-31"}])
def test_a_day_at_the_end_of_the_calendar_is_refused_beside_its_box(worker, asked):
    answer = worker.queue("all", **asked)
    assert answer.status_code == 200
    assert list(answer.context["form"].errors) == list(asked)
    assert answer.context["rows"] == []
