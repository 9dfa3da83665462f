"""What the owner of a dossier reads about it: on its page, in the list, at tracking, on the receipt."""

from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client

from services.forms import actions
from services.forms.models import Submission
from services.forms.models.attachment import RESULT
from services.forms.rules.workflow import State
from services.forms.submissions import tracking
from services.models import ServicePage
from tests.builders import make_department, translate
from tests.builders_clock import close_automatically, set_clock
from tests.builders_slips import filed, perform
from tests.builders_submissions import PAPER, make_citizen, make_file, make_officer, make_submission
from tests.services.forms.views.filing import Filer

pytestmark = [pytest.mark.django_db, pytest.mark.once]  # words and looks; no question of its own

PHONE = "0237 3852 246"
PAPERS = {"papers": [{"question": PAPER, "reason": "Ảnh bị mờ, khó đọc"}]}
FEE = {"name": "Lệ phí cấp phép", "amount": 150_000, "status": "amount"}


@pytest.fixture
def owner():
    cache.clear()
    return Filer(make_citizen())


@pytest.fixture
def dossier(owner, travel):
    """Filed on Thursday at 9:00, with an office that has a telephone: to be looked at until Friday, 9:00."""
    travel("2026-11-19T09:00")
    department = make_department("Sở Xây dựng", unit_code="H56.17", address="36 Lê Lợi", phone=PHONE)
    return filed(owner.user, department=department, fees=[FEE])


def pages(owner: Filer, row: Submission) -> dict[str, str]:
    """The page of the dossier, the list, and what tracking tells."""
    owner.client.force_login(owner.user)  # a session ends sooner than the journeys of these tests
    codes = {"code": row.code, "pin": tracking.tracking_code_of(row)}
    answers: dict[str, Any] = {
        "page": owner.client.get(f"/ho-so/{row.pk}/"),
        "list": owner.client.get("/ho-so/"),
        "tracking": Client().post("/tra-cuu/", codes, follow=True),
    }
    return {name: answer.content.decode() for name, answer in answers.items()}


def said(owner: Filer, row: Submission, words: str) -> set[str]:
    return {name for name, page in pages(owner, row).items() if words in page}


EVERYWHERE = {"page", "list", "tracking"}


def test_until_when_the_office_looks_is_told_everywhere(owner, dossier):
    assert said(owner, dossier, "chậm nhất 09:00, thứ Sáu 20/11/2026") == EVERYWHERE
    receipt = owner.client.get(f"/ho-so/{dossier.pk}/bien-nhan/").content.decode()
    assert "chậm nhất 09:00, thứ Sáu 20/11/2026" in receipt
    assert PHONE in receipt


def test_within_how_many_hours_it_is_looked_at_is_told_by_the_rule_of_the_clock(owner, dossier):
    assert said(owner, dossier, "(hạn tiếp nhận: 08 giờ làm việc)") == EVERYWHERE
    set_clock(intake_hours=4)
    assert said(owner, dossier, "(hạn tiếp nhận: 04 giờ làm việc)") == EVERYWHERE


def test_who_withdrew_reads_so_in_the_second_person(owner, dossier):
    actions.withdraw(submission=dossier, by=dossier.owner, revision=dossier.revision)
    assert said(owner, dossier, "Bạn đã rút hồ sơ") == EVERYWHERE
    assert said(owner, dossier, "Công dân yêu cầu rút hồ sơ") == set()


def test_overdue_acceptance_is_said_with_whom_to_call(owner, dossier, travel):
    travel("2026-12-04T09:00")
    told = pages(owner, dossier)
    assert all("Quá hạn tiếp nhận từ 09:00, thứ Sáu 20/11/2026" in page for page in told.values())
    assert all(PHONE in page for page in told.values())


def test_after_acceptance_nothing_is_overdue_any_more(owner, dossier, travel):
    travel("2026-11-23T09:00")
    perform(dossier, "accept")
    assert said(owner, dossier, "Quá hạn") == set()


def test_an_overdue_result_is_said_too(owner, dossier, travel):
    perform(dossier, "accept")
    travel("2026-12-31T09:00")
    assert said(owner, dossier, "Quá hạn trả kết quả từ") == EVERYWHERE


def test_papers_are_asked_for_until_a_day(owner, dossier):
    close_automatically(10)
    perform(dossier, "ask_for_papers", detail=PAPERS)
    assert said(owner, dossier, "17:00, thứ Hai 30/11/2026") == EVERYWHERE


def test_that_no_day_was_named_for_the_papers_is_said(owner, dossier):
    close_automatically(None)
    perform(dossier, "ask_for_papers", detail=PAPERS)
    assert said(owner, dossier, "Cơ quan chưa nêu hạn gửi giấy tờ") == EVERYWHERE


def test_after_the_reply_the_state_is_not_newly_filed(owner, dossier):
    asked = perform(dossier, "ask_for_papers", detail=PAPERS)
    make_file(asked)
    actions.hand_in(submission=asked, by=asked.owner, revision=asked.revision)
    assert said(owner, dossier, "Đã nhận bổ sung, cơ quan đang xem") == EVERYWHERE
    assert said(owner, dossier, "Mới đăng ký") == set()
    assert Submission.objects.get(pk=dossier.pk).state == State.FILED


def test_a_fee_that_was_asked_for_says_what_where_and_how(owner, dossier):
    perform(dossier, "ask_for_payment", detail={"amount": 150_000, "what": "Lệ phí cấp phép"})
    for words in ("Lệ phí cấp phép: 150.000 đồng", "36 Lê Lợi", "cơ quan chưa nêu hạn nộp"):
        assert {"page", "tracking"} <= said(owner, dossier, words), words
    assert "#fees-owed" in pages(owner, dossier)["list"]


def test_where_and_until_when_to_pay_stands_on_the_page_as_the_agency_wrote_it(owner, dossier):
    detail = {"amount": 150_000, "what": "Lệ phí", "where": "Quầy 5, Trung tâm", "pay_until": "2026-12-04"}
    perform(dossier, "ask_for_payment", detail=detail)
    page = ServicePage.objects.get(translation_key=dossier.service_key, locale__language_code="vi")
    page.payment_url = "https://thanhtoan.example.vn/"
    page.save()
    for words in ("Quầy 5, Trung tâm", "2026-12-04", "https://thanhtoan.example.vn/"):
        assert {"page", "tracking"} <= said(owner, dossier, words), words
    assert said(owner, dossier, "chưa nêu hạn nộp") | said(owner, dossier, "chưa có thanh toán trực tuyến") == set()


def test_a_fee_that_was_not_paid_is_named_and_nobody_reads_that_nothing_is_to_do(owner, dossier):
    row = perform(dossier, "accept")
    told = pages(owner, dossier)
    for name in ("page", "tracking"):
        assert "150.000 đồng" in told[name]
        assert "Hiện bạn không cần làm gì thêm" not in told[name]
    officer = make_officer()
    actions.record_payment(submission=row, by=officer, revision=row.revision, amount=150_000, receipt="BL 1")
    told = pages(owner, dossier)
    for name in ("page", "tracking"):
        assert "Hiện bạn không cần làm gì thêm" in told[name]
    assert 'id="fees-owed"' not in told["page"]


def test_the_result_stands_first_with_its_file_and_how_early_it_came(owner, dossier, travel):
    row = perform(perform(dossier, "accept"), "begin")
    travel("2026-11-24T10:00")
    row = perform(row, "resolve", detail={"outcome": "granted"})
    paper = make_file(row, RESULT)
    paper.claimed_at = row.resolved_at
    paper.save()
    page = pages(owner, row)["page"]
    assert "Trả sớm 2 ngày làm việc" in page
    result, history = page.index('id="result"'), page.index('id="history"')
    assert result < page.index(f"/ho-so/{row.pk}/tep/{paper.pk}/") < page.index("portal-facts") < history


def test_a_refusal_is_the_first_thing_read(owner, dossier):
    row = perform(perform(dossier, "accept"), "begin")
    row = perform(row, "resolve", detail={"outcome": "refused"}, reason="Không đủ điều kiện cấp phép")
    page = pages(owner, row)["page"]
    assert page.index("Không đủ điều kiện cấp phép") < page.index("portal-facts")


def test_in_english_service_and_agency_have_english_names(owner, dossier):
    service = ServicePage.objects.get(translation_key=dossier.service_key)
    department = service.handling_agencies.get().department
    translate(department, {department.title: "Department of Construction", department.slug: "construction"})
    translate(service, {service.title: "Construction permit", service.slug: "construction-permit"})
    codes = {"code": dossier.code, "pin": tracking.tracking_code_of(dossier)}
    for address in ("", f"{dossier.pk}/", f"{dossier.pk}/receipt/", f"{dossier.pk}/withdraw/"):
        page = owner.client.get(f"/en/submissions/{address}").content.decode()
        assert "Construction permit" in page, address
        assert dossier.service_title not in page, address
        assert dossier.agency_name not in page, address
    tracked = Client().post("/en/track/", codes, follow=True).content.decode()
    assert "Construction permit" in tracked
    assert "Department of Construction" in tracked


def test_every_state_has_somebody_to_ask(owner, travel):
    travel("2026-11-19T09:00")
    make_department("Sở Xây dựng", unit_code="H56.17", phone=PHONE)
    for state in (State.FILED, State.NOT_ACCEPTED, State.STOPPED, State.WITHDRAWN, State.HANDED_OVER):
        row = make_submission(state, owner=owner.user)
        told = pages(owner, row)
        assert all('id="whom-to-ask"' in told[name] for name in ("page", "tracking")), state
