"""Slip 06: who had the dossier, from when until when, and whether the result came in time."""

import pytest
from django.urls import reverse

from services.forms import actions
from services.forms.models import AuditEntry
from services.forms.rules.workflow import State
from services.forms.slips.control import result
from tests.builders_slips import filed, missing, perform, words_of
from tests.builders_submissions import PAPER, make_file
from tests.clocks import moment
from tests.services.forms.desk.conftest import Worker

DUE = moment("2026-11-27T17:00")
NOW = moment("2026-11-25T09:00")


def sheet(worker, row):
    worker.client.force_login(worker.user)  # a log-in of another day has run out
    answer = worker.client.get(reverse("desk_control_slip", args=[row.pk]))
    assert answer.status_code == 200
    return answer.content


@pytest.mark.parametrize(
    ("resolved", "now", "told"),
    [
        ("2026-11-26T16:59", NOW, "Trước hạn"),
        ("2026-11-27T08:00", NOW, "Đúng hạn"),
        ("2026-11-27T17:00", NOW, "Đúng hạn"),
        ("2026-11-27T17:01", NOW, "Quá hạn"),
        (None, NOW, "Đang giải quyết"),
        (None, moment("2026-11-27T17:01"), "Chưa xong, đã quá hạn"),
    ],
)
def test_the_result_is_measured_by_the_appointment(resolved, now, told):
    resolved_at = moment(resolved) if resolved else None
    state = State.RESOLVED if resolved else State.IN_PROGRESS
    assert result(state, is_accepted=True, due_at=DUE, resolved_at=resolved_at, now=now) == told


@pytest.mark.parametrize(
    ("state", "is_accepted", "resolved_at", "told"),
    [
        (State.FILED, False, None, "Chưa được tiếp nhận"),
        (State.NOT_ACCEPTED, False, None, "Chưa được tiếp nhận"),
        (State.STOPPED, True, None, "Kết thúc, không có kết quả giải quyết"),
        (State.WITHDRAWN, True, None, "Kết thúc, không có kết quả giải quyết"),
        (State.SUPPLEMENT, True, None, "Đang giải quyết"),
        (State.RESOLVED, True, NOW, "Không xác định được thời hạn"),
    ],
)
def test_without_a_date_nothing_is_measured(state, is_accepted, resolved_at, told):
    found = result(state, is_accepted=is_accepted, due_at=None, resolved_at=resolved_at, now=NOW)
    assert found == told


def test_it_tells_from_hand_to_hand_who_had_the_dossier_and_when(office, worker, travel):
    for person, name in ((office.officer, "Lan"), (office.head, "Minh")):
        person.first_name = name
        person.save()
    travel("2026-11-20T09:00")
    row = filed(department=office.department)
    travel("2026-11-20T10:00")
    row = perform(row, "accept", office.officer)
    travel("2026-11-20T11:00")
    row = actions.assign(submission=row, by=office.head, revision=row.revision, to=office.officer)
    row = actions.note(submission=row, by=office.head, revision=row.revision, text="Gọi lại")
    travel("2026-11-23T08:00")
    row = perform(
        row,
        "ask_for_papers",
        office.officer,
        detail={"papers": [{"question": PAPER, "reason": "Mờ, không đọc được"}]},
    )
    travel("2026-11-24T08:00")
    make_file(row)
    row = actions.hand_in(submission=row, by=row.owner, revision=row.revision)
    travel("2026-11-25T09:00")
    row = perform(row, "resolve", office.officer, detail={"outcome": "granted"})
    stages = (
        "Người nộp hồ sơ Sở Xây dựng 20/11/2026 09:00 20/11/2026 10:00",
        "Lan Lan 20/11/2026 10:00 20/11/2026 11:00",
        "Minh Lan 20/11/2026 11:00 23/11/2026 08:00",
        "Lan Người nộp hồ sơ 23/11/2026 08:00 24/11/2026 08:00",
        "Người nộp hồ sơ Sở Xây dựng 24/11/2026 08:00 25/11/2026 09:00",
        "Lan Lan 25/11/2026 09:00",
    )
    pdf = sheet(worker, row)
    title = "PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ"
    assert missing(pdf, title, row.code, *stages, "Kết quả giải quyết Trước hạn") == []
    assert "Gọilại" not in words_of(pdf)
    assert missing(pdf, "NGƯỜI IN PHIẾU Lan") == []


def test_every_look_at_it_is_logged_and_the_citizen_has_none(office, worker, travel):
    row = filed(department=office.department)
    sheet(worker, row)
    line = AuditEntry.objects.get(action="slip.control")
    assert (line.actor_id, line.submission_id) == (office.officer.pk, row.pk)
    citizen = Worker(row.owner)
    assert citizen.client.get(reverse("desk_control_slip", args=[row.pk])).status_code == 404
    assert "kiem-soat" not in citizen.client.get(reverse("submission", args=[row.pk])).content.decode()


def test_after_a_transfer_each_stage_names_the_agency_of_its_time(province, travel):
    travel("2026-11-20T09:00")
    service_of_two = province.building.service
    row = filed(department=province.building.department)
    assert row.agency_name == "Sở Xây dựng"
    service = type(service_of_two).objects.get(translation_key=row.service_key)
    agencies = service.handling_agencies
    agencies.add(type(agencies.first())(department=province.health.department, locale=service.locale, sort_order=1))
    service.save_revision().publish()
    travel("2026-11-20T10:00")
    to = province.health.department.translation_key
    row = actions.transfer(
        submission=row, by=province.building.head, revision=row.revision, to=to, reason="Đúng thẩm quyền"
    )
    pdf = sheet(Worker(province.health.officer), row)
    assert missing(pdf, "Người nộp hồ sơ Sở Xây dựng 20/11/2026 09:00 20/11/2026 10:00") == []
    assert missing(pdf, "Sở Y tế 20/11/2026 10:00") == []
    address = reverse("desk_control_slip", args=[row.pk])
    assert Worker(province.building.officer).client.get(address).status_code == 404
