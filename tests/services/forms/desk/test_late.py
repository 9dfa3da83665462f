"""Whoever is second, with whatever act: 409, nothing done, and every word that was typed still on the page."""

import pytest
from django.utils.html import escape

from services.forms.desk.desk_actions import DESK_ACTIONS
from services.forms.models import Note
from services.forms.rules.workflow import State
from services.models import HandlingAgency
from tests.builders import make_department
from tests.builders_submissions import PAPER, make_submission
from tests.services.forms.desk.conftest import Worker, now

WORDS = 'Chữ đã gõ ở đây <i>"&'
TYPED = {
    "ask_for_papers": (
        State.FILED,
        {f"reason-{PAPER}": WORDS, "other-1": "Bản vẽ 1", "other-reason-1": "Còn thiếu, cần nộp"},
    ),
    "ask_for_payment": (State.FILED, {"amount": "1.250.000"}),
    "payment": (State.FILED, {"amount": "1250001", "receipt": "BL 0012"}),
    "extend": (State.IN_PROGRESS, {"value": "37", "unit": "working_day", "reason": WORDS}),
    "apologise_late": (State.IN_PROGRESS, {"reason": WORDS, "return_on": "4/12/2026"}),
    "stop_late": (State.SUPPLEMENT, {"reason": WORDS}),
    "resolve": (State.IN_PROGRESS, {"outcome": "refused", "reason": WORDS}),
    "transfer": (State.FILED, {"reason": WORDS}),
    "refuse": (State.FILED, {"reason": WORDS}),
    "refuse_late": (State.SUPPLEMENT, {"reason": WORDS}),
    "stop": (State.IN_PROGRESS, {"reason": WORDS}),
    "note": (State.FILED, {"text": WORDS}),
}
"""Act → a state it is open in, and what is typed. (A late paper before acceptance is refused, one after it stopped.)"""


def test_every_act_with_something_to_type_is_tried(office):
    asking = {act.name for act in DESK_ACTIONS if not act.is_one_press}
    assert asking - set(TYPED) == {"assign"}, "there one only chooses"


def begun(office, act):
    """A dossier for that act, and what is typed in its form."""
    state, typed = TYPED[act]
    dossier = office.dossier if state == State.FILED else make_submission(state, service=office.service)
    return dossier, {**typed, "to": str(a_branch(office).translation_key)} if act == "transfer" else typed


def racers(office, act):
    """Who does the act, too late, and who was faster; only the head puts a date off."""
    people = (office.head, office.officer) if act in ("extend", "apologise_late") else (office.officer, office.head)
    return [Worker(person) for person in people]


def a_branch(office):
    """A second agency of the same service."""
    department = make_department("Ban Quản lý Khu kinh tế Nghi Sơn", unit_code="H56.30")
    page = office.service
    page.handling_agencies.add(HandlingAgency(department=department, apply_mode="site_form", locale=page.locale))
    page.save()
    return department


@pytest.mark.parametrize("act", TYPED)
def test_what_was_typed_stays_when_somebody_was_faster(office, act):
    dossier, typed = begun(office, act)
    worker, first = racers(office, act)
    first.act(dossier, "note", text="Người đến trước")
    before = now(dossier)
    answer = worker.act(dossier, act, revision=dossier.revision, **typed)
    assert answer.status_code == 409
    page = answer.content.decode()
    assert [words for words in typed.values() if str(escape(words)) not in page] == []
    assert 'role="alert"' in page
    assert f'name="revision" value="{before.revision}"' in page
    after = now(dossier)
    assert (after.revision, after.state, after.agency_key) == (before.revision, before.state, before.agency_key)
    assert [note.text for note in Note.objects.all()] == ["Người đến trước"]


@pytest.mark.parametrize("act", [act for act in TYPED if act != "note"])
def test_what_was_typed_stays_when_the_dossier_has_ended(office, act):
    """Also an act that is no longer open: the words are there to be copied, the button is gone."""
    dossier, typed = begun(office, act)
    worker, _first = racers(office, act)
    owner = Worker(dossier.owner)
    path = f"/ho-so/{dossier.pk}/rut/"
    assert owner.client.post(path, {"revision": dossier.revision, "confirm": "on"}).status_code == 302
    assert now(dossier).state == State.WITHDRAWN
    answer = worker.act(dossier, act, revision=dossier.revision, **typed)
    assert answer.status_code == 409
    page = answer.content.decode()
    assert [words for words in typed.values() if str(escape(words)) not in page] == []
    assert '<button type="submit" class="govuk-button">' not in page.split("<main", 1)[-1]
