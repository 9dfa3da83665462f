"""What is done with a dossier at the desk: by whom, with which words, and what the citizen learns of it."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from outbox.models import Delivery
from services.forms.messages import notifications
from services.forms.models import Attachment, Note, Officer
from services.forms.rules.workflow import State
from services.forms.submissions import queries
from services.forms.submissions.timeline import owner_timeline
from services.forms.uploads import storage
from services.models import HandlingAgency
from tests.builders import make_department
from tests.builders_submissions import PAPER, SECOND_PAPER, make_officer, make_open_service, make_submission
from tests.services.forms.desk.conftest import Worker, now
from tests.services.forms.views.filing import pdf

PRESSES = {
    "accept": (State.FILED, State.ACCEPTED),
    "begin": (State.ACCEPTED, State.IN_PROGRESS),
    "hand_over": (State.RESOLVED, State.HANDED_OVER),
}
REASONED = {
    "refuse": (State.FILED, State.NOT_ACCEPTED),
    "stop": (State.IN_PROGRESS, State.STOPPED),
}
ALLOWED = {
    "one_stop": {"accept", "ask_for_papers", "ask_for_payment", "payment", "transfer", "refuse", "note"},
    "officer": {"accept", "ask_for_papers", "ask_for_payment", "payment", "transfer", "refuse", "note", "take"},
    "head": {"accept", "ask_for_papers", "ask_for_payment", "payment", "transfer", "refuse", "note", "take", "assign"},
}
"""What is offered for a new dossier, by role."""


@pytest.mark.parametrize("role", ALLOWED)
def test_each_role_is_offered_what_it_may_do_and_nothing_else(province, role):
    user = province.one_stop if role == "one_stop" else getattr(province.building, role)
    worker = Worker(user)
    page = worker.open(province.building.dossier).context
    assert {act.name for act in [*page["presses"], *page["acts"]]} == ALLOWED[role]
    for act in ("begin", "resolve", "stop", "hand_over", "assign", "take"):
        if act not in ALLOWED[role]:
            assert worker.act(province.building.dossier, act, reason="x").status_code in (200, 403, 409)
    assert now(province.building.dossier).revision == province.building.dossier.revision


@pytest.mark.parametrize("act", ["begin", "resolve", "stop", "assign", "take"])
def test_the_one_stop_officer_neither_decides_nor_assigns(province, act):
    dossier = make_submission(State.ACCEPTED, service=province.building.service)
    worker = Worker(province.one_stop)
    typed = {"reason": "x", "outcome": "granted", "to": str(province.building.officer.pk)}
    assert worker.act(dossier, act, **typed).status_code == 403
    assert now(dossier).state == State.ACCEPTED


def test_an_officer_cannot_give_work_to_others(office, worker):
    answer = worker.act(office.dossier, "assign", to=str(office.head.pk))
    assert answer.status_code == 403
    assert now(office.dossier).assigned_to is None


@pytest.mark.parametrize("act", PRESSES)
def test_one_press_changes_the_dossier_and_tells_the_citizen(office, worker, act):
    before, after = PRESSES[act]
    dossier = make_submission(before, service=office.service)
    mails = Delivery.objects.count()
    assert worker.ask(dossier, act).status_code == 200
    assert worker.act(dossier, act).status_code == 302
    assert now(dossier).state == after
    assert dossier.events.last().actor == worker.user
    assert Delivery.objects.count() == mails + 1


@pytest.mark.parametrize("act", REASONED)
def test_a_reason_is_asked_for_and_reaches_the_citizen(office, worker, act):
    before, after = REASONED[act]
    dossier = make_submission(before, service=office.service)
    answer = worker.act(dossier, act, reason="  ")
    assert answer.status_code == 200
    assert answer.context["form"].errors["reason"]
    worker.act(dossier, act, reason="Không đúng thẩm quyền của Sở")
    assert now(dossier).state == after
    line = owner_timeline(dossier)[-1]
    assert line.reason == "Không đúng thẩm quyền của Sở"


def test_papers_are_asked_for_each_with_its_reason(office, worker):
    typed = {f"reason-{PAPER}": "Ảnh mờ không đọc được", "other-1": "Bản vẽ", "other-reason-1": "Còn thiếu, cần nộp"}
    assert worker.act(office.dossier, "ask_for_papers", **typed).status_code == 302
    papers = office.dossier.events.last().detail["papers"]
    assert [(paper["name"], paper["reason"]) for paper in papers] == [
        ("Tờ khai", "Ảnh mờ không đọc được"),
        ("Bản vẽ", "Còn thiếu, cần nộp"),
    ]
    page = worker.open(now(office.dossier)).content.decode()
    assert "Ảnh mờ không đọc được" in page


@pytest.mark.parametrize(
    "typed", [{}, {"other-1": "Bản vẽ"}, {"other-reason-2": "Còn thiếu, cần nộp"}, {f"reason-{SECOND_PAPER}": " "}]
)
def test_a_request_without_paper_or_reason_is_not_sent(office, worker, typed):
    answer = worker.act(office.dossier, "ask_for_papers", **typed)
    assert answer.status_code == 200
    assert answer.context["form"].errors
    assert now(office.dossier).state == State.FILED


def test_a_fee_is_asked_for_and_its_payment_recorded_in_words(office, worker):
    worker.act(office.dossier, "ask_for_payment", amount="1.250.000")
    assert now(office.dossier).state == State.PAYMENT
    worker.act(office.dossier, "payment", amount="1250000", receipt="BL 0012")
    assert now(office.dossier).state == State.IN_PROGRESS
    page = worker.open(office.dossier).content.decode()
    assert "một triệu hai trăm năm mươi nghìn đồng" in page
    assert "BL 0012" in page


def test_a_payment_at_acceptance_leaves_the_state_as_it_is(office, worker):
    worker.act(office.dossier, "payment", amount="50000", receipt="BL 7")
    row = now(office.dossier)
    assert row.state == State.FILED
    assert office.dossier.events.last().detail == {"amount": 50_000, "receipt": "BL 7"}
    letter = Delivery.objects.filter(kind=notifications.KIND).last()
    event = office.dossier.events.last()
    subject, _text = notifications.written(row, "payment_received", notifications.told_by(event))
    assert letter.payload == {"event": event.pk}
    assert row.code in subject


@pytest.mark.parametrize("amount", ["", "0", "-5", "1.5", "12,5", "x", "9" * 19, "1.25.000"])
def test_what_is_no_amount_is_refused(office, worker, amount):
    answer = worker.act(office.dossier, "payment", amount=amount, receipt="BL 7")
    assert answer.status_code == 200
    assert answer.context["form"].errors["amount"]
    assert now(office.dossier).revision == office.dossier.revision


@pytest.fixture
def with_fees(office):
    """A dossier whose service told its fees when it was filed."""
    fee = {"name": "Phí thẩm định", "status": "amount", "amount": 500_000}
    row = make_submission(service=make_open_service("Có phí", department=office.department, fees=[fee]))
    told = {"name": "Phí khác", "status": "see_note", "amount": None, "note": "Theo thông báo"}
    row.fees += [row.fees[0] | {"name": "Lệ phí", "amount": 20_000, "unit": "bản"}, row.fees[0] | told]
    row.save(update_fields=["fees"])
    return row


def test_a_fee_at_filing_names_the_payment_and_gives_its_amount(with_fees, worker):
    worker.act(with_fees, "payment", what="0", receipt="BL 8")
    assert with_fees.events.last().detail == {"amount": 500_000, "what": "Phí thẩm định", "receipt": "BL 8"}
    assert "Khoản: Phí thẩm định" in worker.open(with_fees).content.decode()
    worker.act(with_fees, "ask_for_payment", what="1", amount="40.000")
    assert with_fees.events.last().detail["amount"] == 40_000
    assert with_fees.events.last().detail["what"] == "Lệ phí"


@pytest.mark.parametrize("what", ["1", "2", "other", "", "7"])
def test_an_amount_nobody_knows_has_to_be_typed(with_fees, worker, what):
    answer = worker.act(with_fees, "payment", what=what, receipt="BL 8")
    assert answer.context["form"].errors
    assert now(with_fees).revision == with_fees.revision


def test_something_else_is_paid_under_no_name(with_fees, worker):
    worker.act(with_fees, "payment", what="other", amount="5.000", receipt="BL 9")
    assert with_fees.events.last().detail == {"amount": 5_000, "receipt": "BL 9"}


def test_the_head_gives_work_and_an_officer_takes_it(province, office):
    Worker(office.head).act(office.dossier, "assign", to=str(office.officer.pk))
    assert now(office.dossier).assigned_to == office.officer
    other = make_officer(role="officer", departments=[office.department])
    Worker(other).act(office.dossier, "take")
    assert now(office.dossier).assigned_to == other
    assert owner_timeline(office.dossier)[-1].transition == "file"


def test_work_is_given_only_to_people_of_the_department(province, office):
    answer = Worker(office.head).act(office.dossier, "assign", to=str(province.health.officer.pk))
    assert answer.context["form"].errors["to"]
    assert now(office.dossier).assigned_to is None
    names = [label for _key, label in answer.context["form"].fields["to"].choices]
    assert str(province.health.officer) not in names


def test_a_note_is_for_colleagues_alone(office, worker):
    worker.act(office.dossier, "note", text="Cần hỏi lại địa chính <b>")
    note = Note.objects.get()
    assert (note.text, note.author) == ("Cần hỏi lại địa chính <b>", worker.user)
    assert "địa chính &lt;b&gt;" in Worker(office.head).open(office.dossier).content.decode()
    owner = Worker(office.dossier.owner)
    page = owner.client.get(f"/ho-so/{office.dossier.pk}/").content.decode()
    assert office.dossier.code in page
    assert "địa chính" not in page
    assert [line.transition for line in owner_timeline(office.dossier)] == ["file"]
    assert [notice.line.transition for notice in queries.notices(office.dossier.owner, seen_until=None)] == []


@pytest.fixture
def shared(office):
    """A second agency of the same service."""
    branch = make_department("Ban Quản lý Khu kinh tế Nghi Sơn", unit_code="H56.30")
    page = office.service
    page.handling_agencies.add(HandlingAgency(department=branch, apply_mode="site_form", locale=page.locale))
    page.save()
    return branch


def test_a_dossier_passed_on_is_gone_at_once(office, worker, shared):
    new = Worker(make_officer(role="officer", departments=[shared]))
    assert new.codes() == []
    Worker(office.head).act(office.dossier, "assign", to=str(worker.user.pk))
    answer = worker.act(office.dossier, "transfer", to=str(shared.translation_key), reason="Thuộc khu kinh tế")
    assert answer.status_code == 302
    assert worker.open(office.dossier).status_code == 404
    assert worker.codes("all") == worker.codes("mine") == []
    assert worker.act(office.dossier, "accept").status_code == 404
    assert new.codes() == [office.dossier.code]
    row = now(office.dossier)
    assert (row.agency_name, row.agency_code, row.assigned_to) == (shared.title, "H56.30", None)
    letter = notifications.written(row, "transferred", notifications.told_by(row.events.last()))
    assert shared.title in letter[1]
    assert "Thuộc khu kinh tế" in letter[1]


def test_a_dossier_goes_only_to_agencies_of_its_service(province, office, worker):
    answer = worker.act(
        office.dossier, "transfer", to=str(province.health.department.translation_key), reason="Nhầm nơi tiếp nhận"
    )
    assert answer.context["form"].errors["to"]
    assert now(office.dossier).agency_name == "Sở Xây dựng"


def test_a_dossier_is_not_passed_on_to_where_nobody_would_see_it(office, worker, shared):
    """A disabled account and the owner himself see nothing of it."""
    gone = make_officer(departments=[shared])
    gone.is_active = False
    gone.save()
    Officer.objects.create(user=office.dossier.owner, role="officer", department_key=shared.translation_key)
    answer = worker.act(office.dossier, "transfer", to=str(shared.translation_key), reason="Thuộc khu kinh tế")
    assert answer.context["form"].errors["to"]
    assert now(office.dossier).agency_name == "Sở Xây dựng"


def test_a_result_is_decided_on_with_a_file_the_citizen_can_download(office, worker):
    dossier = make_submission(State.IN_PROGRESS, service=office.service)
    answer = worker.act(dossier, "resolve", outcome="granted", result=pdf("giay-phep.pdf"))
    assert answer.status_code == 302, answer.context["form"].errors
    assert now(dossier).state == State.RESOLVED
    file = Attachment.objects.get(submission=dossier, question="result")
    assert (file.event, file.uploaded_by) == (dossier.events.last(), worker.user)
    owner = Worker(dossier.owner)
    assert "giay-phep.pdf" in owner.client.get(f"/ho-so/{dossier.pk}/").content.decode()
    answer = owner.client.get(f"/ho-so/{dossier.pk}/tep/{file.pk}/")
    assert b"".join(answer.streaming_content).startswith(b"%PDF-")


def test_a_bad_result_is_refused_and_leaves_nothing(office, worker):
    dossier = make_submission(State.IN_PROGRESS, service=office.service)
    before = len(list(storage.files()))
    bad = SimpleUploadedFile("giay-phep.pdf", b"no paper at all", content_type="application/pdf")
    answer = worker.act(dossier, "resolve", outcome="granted", reason="Lời nhắn", result=bad)
    assert answer.context["form"].errors["result"]
    assert "Lời nhắn" in answer.content.decode()
    stale = worker.act(dossier, "resolve", outcome="granted", result=pdf(), revision=1)
    assert stale.status_code == 409
    assert len(list(storage.files())) == before
    assert now(dossier).state == State.IN_PROGRESS


def test_a_refusal_after_appraisal_needs_a_reason(office, worker):
    dossier = make_submission(State.IN_PROGRESS, service=office.service)
    assert worker.act(dossier, "resolve", outcome="refused").context["form"].errors["reason"]
    worker.act(dossier, "resolve", outcome="refused", reason="Không đủ điều kiện")
    assert now(dossier).state == State.RESOLVED


def test_whoever_comes_second_gets_409_with_what_was_typed(office, worker):
    seen = office.dossier.revision
    Worker(office.head).act(office.dossier, "accept")
    answer = worker.act(office.dossier, "refuse", reason="Chữ đã gõ khi xem <i>", revision=seen)
    assert answer.status_code == 409
    page = answer.content.decode()
    assert "Chữ đã gõ khi xem &lt;i&gt;" in page
    assert 'role="alert"' in page
    assert now(office.dossier).state == State.ACCEPTED
    again = worker.act(office.dossier, "ask_for_payment", amount="5.000", revision=seen)
    assert again.status_code == 409
    assert f'name="revision" value="{now(office.dossier).revision}"' in again.content.decode()
    assert '<button type="submit" class="govuk-button">' in again.content.decode()


def test_an_act_that_is_not_open_leads_back_to_the_dossier(office, worker):
    assert worker.ask(office.dossier, "hand_over").status_code == 302
    assert worker.ask(office.dossier, "khong-co").status_code == 404
    assert worker.act(office.dossier, "hand_over").status_code == 409
