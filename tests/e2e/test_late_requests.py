"""A request for papers that comes late, and one nobody answers, in a browser: days pass by moving a dossier back."""

from collections.abc import Callable
from secrets import token_hex

from tests.e2e.citizen import Citizen
from tests.e2e.lost_certificate import NAME, files, slips
from tests.e2e.office import OfficeWorker
from tests.e2e.running import RunningSite
from tests.e2e.submission import Filed

LETTER, WHY = "Đơn trình báo mất giấy tờ", "Chưa có xác nhận của công an"
LATE = "Đến nay mới phát hiện thiếu giấy tờ này"
CLOSED = "Quá thời hạn bổ sung mà không nhận được giấy tờ"
AGE = """
from datetime import timedelta
from django.db.models import F
from services.forms.models import Event, Submission

ago = timedelta(days={days})
found = Submission.objects.get(code="{code}")
Event.objects.filter(submission=found).update(at=F("at") - ago)
dates = ("filed_at", "accepted_at", "complete_at", "due_at", "reply_due_at")
Submission.objects.filter(pk=found.pk).update(**{{name: F(name) - ago for name in dates}})
"""


def days_pass(site: RunningSite, filed: Filed, days: int) -> None:
    """What happened to the dossier so far happened so many days earlier."""
    site.manage("shell", "-c", AGE.format(days=days, code=filed.code))


def test_a_late_request_is_the_heads_and_what_nobody_answers_is_closed_from_a_queue(
    come: Callable[..., Citizen], running_site: RunningSite
):
    citizen, email = come(), f"muon-{token_hex(4)}@example.vn"
    filed = files(citizen, email)
    counter, officer, head = come("motcua"), come("canbo2.yte"), come("lanhdao.yte")
    assert counter.finds(filed.code, "new")
    counter.does("accept")
    days_pass(running_site, filed, 7)
    officer_may_not_ask(officer, filed)
    head_asks(head, filed)
    assert citizen.mail(email, WHY)
    assert not counter.finds(filed.code, "to_close")
    days_pass(running_site, filed, 18)
    assert counter.finds(filed.code, "to_close")
    counter.does("stop_late", reason=CLOSED)
    assert counter.finds(filed.code, "done")
    assert citizen.opens("submission", filed.pk) == 200
    assert citizen.reads(CLOSED)
    assert "Thông báo dừng giải quyết hồ sơ" in slips(citizen)
    citizen.judges("case-closed")
    assert [fault for person in (citizen, counter, officer, head) for fault in person.faults] == []


def officer_may_not_ask(officer: OfficeWorker, filed: Filed) -> None:
    """More than three working days after acceptance the act is not offered, and its address leads back."""
    assert officer.finds(filed.code)
    assert officer.reads(NAME)
    acts = officer.page.locator("section[aria-labelledby=acts]")
    assert acts.locator("a").count() > 0
    assert acts.locator("a[href$='/ask_for_papers/']").count() == 0
    page = officer.page.url
    officer.visitor.opens(f"{page}ask_for_papers/")
    assert officer.page.url == page


def head_asks(head: OfficeWorker, filed: Filed) -> None:
    """The head is told what a late request does to the limit, and says why it comes late."""
    head.visitor.pictures = None  # that of this act shows a request in time
    assert head.finds(filed.code)
    head.does("ask_for_papers", **{"other-1": LETTER, "other-reason-1": WHY, "reason": LATE})
    assert head.reads(LATE)
