"""Reasons at the desk: what says nothing is refused beside its field, and nothing typed is lost."""

import pytest

from services.forms.rules.workflow import State
from tests.builders_submissions import PAPER, make_submission
from tests.services.forms.desk.conftest import Worker, now

pytestmark = pytest.mark.django_db

REASONED = {"refuse": State.FILED, "stop": State.IN_PROGRESS, "transfer": State.FILED, "extend": State.ACCEPTED}

THIN = (".", "Mờ", "aaaaaaaaaaaaaa")


@pytest.mark.parametrize("reason", THIN)
@pytest.mark.parametrize("act", REASONED)
def test_a_reason_that_says_nothing_is_refused_beside_its_field_and_stays_typed(office, act, reason):
    head, before = Worker(office.head), REASONED[act]
    dossier = make_submission(before, service=office.service)
    answer = head.act(dossier, act, reason=reason, value="3", unit="working_day")
    assert answer.status_code == 200
    assert "10" in answer.context["form"].errors["reason"][0]
    assert f">{reason}</textarea>" in answer.content.decode().replace(">\n", ">")
    assert now(dossier).state == before


@pytest.mark.parametrize("typed", [{f"reason-{PAPER}": "."}, {"other-1": "Bản vẽ", "other-reason-1": "Thiếu"}])
def test_a_paper_is_not_asked_for_with_a_dot(office, worker, typed):
    answer = worker.act(office.dossier, "ask_for_papers", **typed)
    assert answer.status_code == 200
    [wrong] = answer.context["form"].errors
    assert wrong in typed
    assert now(office.dossier).state == State.FILED


def test_a_refusal_after_appraisal_needs_words_too(office, worker):
    dossier = make_submission(State.IN_PROGRESS, service=office.service)
    answer = worker.act(dossier, "resolve", outcome="refused", reason="Không")
    assert answer.context["form"].errors["reason"]
    assert now(dossier).state == State.IN_PROGRESS
