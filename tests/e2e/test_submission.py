"""A dossier from filing to its result in a browser: a citizen, two departments, every notice, slip and date."""

import csv
import io
from secrets import token_hex

from pypdf import PdfReader

from services.forms.rules.transition_data import extra_key
from services.forms.rules.transitions import TRANSITIONS
from services.forms.slips.validity import SlipStatus
from tests.e2e.citizen import DEMO_PASSWORD, Citizen
from tests.e2e.lost_certificate import NAME, SLUG, files, slips
from tests.e2e.office import OfficeWorker
from tests.e2e.running import RunningSite
from tests.e2e.submission import DRAWING, Filed
from tests.services.forms.uploads.pdfs import pdf

LETTER, WHY = "Đơn trình báo mất giấy tờ", "Chưa có xác nhận của công an"
PRAISE = "Cán bộ hướng dẫn rất rõ"
ANEW = "toàn bộ thời hạn được tính lại từ thời điểm này"
LATE = "Phải chờ ý kiến của Bộ Y tế"
RESULT = [("chung-chi.pdf", "application/pdf", pdf("Chung chi"))]
QUEUES = ("new", "unseen", "in_progress", "soon", "overdue", "waiting", "to_close", "results", "done", "all")


def test_a_dossier_goes_from_filing_to_rating_through_one_department_unseen_by_the_other(come, running_site):
    citizen, email = come(), f"quynh-nhu-{token_hex(4)}@example.vn"
    filed = files(citizen, email)
    counter, officer, head = come("motcua"), come("canbo2.yte"), come("lanhdao.yte")
    stranger, anybody = come("canbo1.xaydung"), come()
    received, in_time = statistics(anybody, running_site)
    accepted(counter, citizen, filed, email)
    asked_and_answered(officer, citizen, filed, email)
    paid(counter, citizen, filed, email)
    put_off(head, citizen, filed, email)
    resolved(officer, citizen, filed, email)
    handed_over(counter, citizen, filed, email)
    reads_the_news(citizen)
    checks_slips(anybody, citizen, filed)
    rates(citizen, head, filed)
    sees_nothing(stranger, filed)
    assert statistics(anybody, running_site) == (received, in_time + 1)
    people = (citizen, counter, officer, head, stranger, anybody)
    faults = [fault for person in people for fault in person.faults]
    assert faults == []


def looks_at_it(citizen: Citizen, filed: Filed, state: str) -> None:
    """The page of the dossier as its owner finds it now."""
    assert citizen.opens("submission", filed.pk) == 200
    assert citizen.reads(citizen.words(state)), state
    citizen.judges(f"case-{state}")


def appointment(person: Citizen) -> str:
    """What the page that is open says of the day of the result."""
    return person.page.locator("section[aria-labelledby=appointment] strong").first.inner_text()


def accepted(counter: OfficeWorker, citizen: Citizen, filed: Filed, email: str) -> None:
    """The one-stop officer finds it among the new ones and accepts it; both read one date with one working."""
    counter.opens("desk_new")
    counter.visitor.takes_a_picture("desk-queue", is_whole=True)
    assert counter.finds(filed.code, "new")
    counter.judges("dossier-new")
    counter.does("accept")
    counter.judges("dossier-accepted")
    counter.visitor.takes_a_picture("desk-dossier", is_whole=True)
    date = appointment(counter)
    assert date.startswith("Hẹn trả lúc 17:00")
    looks_at_it(citizen, filed, "Accepted")
    assert appointment(citizen) == date
    assert citizen.reads("Thời hạn giải quyết: 10 ngày")
    assert "Hẹn trả kết quả: 17:00" in citizen.mail(email, "đã được tiếp nhận").text


def asked_and_answered(officer: OfficeWorker, citizen: Citizen, filed: Filed, email: str) -> None:
    """The department takes it, asks for a paper; the clock stands until the reply."""
    assert officer.finds(filed.code, "in_progress")
    officer.does("take")
    officer.does("begin")
    officer.does("ask_for_papers", **{"other-1": LETTER, "other-reason-1": WHY})
    assert officer.finds(filed.code, "waiting")
    assert citizen.mail(email, WHY)
    looks_at_it(citizen, filed, "More documents requested")
    assert appointment(citizen).startswith("Cơ quan chờ giấy tờ bổ sung từ")
    citizen.follows("Send the documents asked for")
    citizen.fills({extra_key(LETTER): DRAWING})
    citizen.presses("Send these documents to the agency")
    runs_anew(officer, citizen, filed, email)


def runs_anew(officer: OfficeWorker, citizen: Citizen, filed: Filed, email: str) -> None:
    """Asked for within three days and complete: the limit runs anew, told alike wherever its date is told."""
    date = appointment(citizen)
    assert date.startswith("Hẹn trả lúc 17:00")
    citizen.page.get_by_text("Cách tính", exact=False).first.click()
    assert citizen.reads(ANEW)
    sent = citizen.mail(email, "Đã gửi giấy tờ bổ sung cho hồ sơ").text
    assert "Hẹn trả kết quả: 17:00" in sent
    assert "toàn bộ thời hạn giải quyết được tính lại từ đầu" in sent
    assert officer.finds(filed.code, "in_progress")
    assert appointment(officer) == date
    citizen.opens("tracking")
    citizen.fills({"code": filed.code, "pin": filed.pin})
    citizen.presses("Track")
    assert citizen.reads(date.removeprefix("Hẹn trả lúc ").removesuffix("."))
    told = "received=2026-11-20T16:40&asked=2026-11-23T09:00&complete=2026-11-26T16:00"
    limit = citizen.page.request.get(f"/dich-vu/{SLUG}/tinh-ngay-hen-tra.json?{told}").json()["limits"][0]
    assert (limit["rule"]["resume"], limit["rule"]["reply_days"]) == ("restart", 15)
    assert "void" in [span["what"] for span in limit["days"]]
    assert any(ANEW in sentence for sentence in limit["explanation"])


def paid(counter: OfficeWorker, citizen: Citizen, filed: Filed, email: str) -> None:
    """The counter asks for the fee that held at filing and records it, with its amount in words."""
    assert counter.finds(filed.code)
    assert counter.reads("500.000")
    counter.does("ask_for_payment", what="0")
    looks_at_it(citizen, filed, "Payment requested")
    counter.does("payment", what="0", amount="500.000", receipt="BL-0012")
    assert counter.reads("năm trăm nghìn đồng")
    counter.judges("dossier-paid")
    assert citizen.mail(email, "Đã ghi nhận phí")


def put_off(head: OfficeWorker, citizen: Citizen, filed: Filed, email: str) -> None:
    """The head puts the date off once, with an apology."""
    assert head.finds(filed.code)
    before = appointment(head)
    head.does("extend", value="2", reason=LATE)
    head.judges("dossier-extended")
    assert appointment(head) != before
    assert citizen.mail(email, LATE)
    looks_at_it(citizen, filed, "In progress")
    assert appointment(citizen) == appointment(head)


def resolved(officer: OfficeWorker, citizen: Citizen, filed: Filed, email: str) -> None:
    """The department decides, with the result as a file that the owner can take from the page."""
    assert officer.finds(filed.code, "mine")
    officer.does("resolve", outcome="granted", result=RESULT)
    assert citizen.mail(email, "đã có kết quả")
    looks_at_it(citizen, filed, "Resolved")
    with citizen.page.expect_download() as download:
        citizen.page.get_by_role("link", name="chung-chi.pdf").first.click()
    assert download.value.path().read_bytes() == RESULT[0][2]


def handed_over(counter: OfficeWorker, citizen: Citizen, filed: Filed, email: str) -> None:
    assert counter.finds(filed.code, "results")
    counter.does("hand_over")
    assert counter.finds(filed.code, "done")
    assert citizen.mail(email, f"Đã trả kết quả hồ sơ {filed.code}")
    looks_at_it(citizen, filed, "Result handed over")


def reads_the_news(citizen: Citizen) -> None:
    """Everything the office did stands among the news of her account, told in one sentence each."""
    citizen.opens("submissions")
    citizen.judges("news")
    done = ("accept", "begin", "ask_for_papers", "ask_for_payment", "pay", "extend", "resolve", "hand_over")
    assert [name for name in done if not citizen.reads(citizen.words(str(TRANSITIONS[name].citizen_text)))] == []


def checks_slips(anybody: Citizen, citizen: Citizen, filed: Filed) -> None:
    """Receipt, request, another receipt, apology. Each says what happened; anybody sees that it is genuine."""
    citizen.opens("submission", filed.pk)
    found = slips(citizen)
    words = {
        "Giấy tiếp nhận hồ sơ và hẹn trả kết quả": (NAME, filed.code, "17:00", ANEW),
        "Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ": (NAME, LETTER, WHY),
        "Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết": (NAME, LATE, "17:00"),
    }
    assert list(found) == list(words)
    for kind, (sheet, check) in found.items():
        text = without_blanks(text_of(citizen.page.request.get(sheet).body()))
        assert [word for word in words[kind] if without_blanks(word) not in text] == []
        assert anybody.visitor.opens(check) == 200
        assert anybody.reads("Sở Y tế")
        assert not anybody.reads(NAME)
        anybody.judges(f"slip-{kind}")
    first, last = next(iter(found.values()))[1], [*found.values()][-1][1]
    anybody.visitor.opens(first)
    assert anybody.reads(
        anybody.words("The appointment on this notice holds no longer: ask for the date that holds today.")
    )
    anybody.visitor.opens(last)
    anybody.visitor.takes_a_picture("slip-check", is_whole=True)
    assert anybody.reads(anybody.words(str(SlipStatus.HOLDS.label)))


def without_blanks(text: str) -> str:
    return "".join(text.split())


def text_of(paper: bytes) -> str:
    return " ".join(page.extract_text() for page in PdfReader(io.BytesIO(paper)).pages)


def rates(citizen: Citizen, head: OfficeWorker, filed: Filed) -> None:
    """She rates it on the page of the dossier; the head reads her words without her name."""
    citizen.opens("submission", filed.pk)
    citizen.fills({"score": "5", "comment": PRAISE})
    citizen.presses("Send the rating")
    assert citizen.reads(PRAISE)
    citizen.judges("case-rated")
    head.opens("desk_ratings")
    head.judges("ratings")
    assert head.reads(PRAISE)
    assert not head.reads(NAME)
    assert not head.reads(filed.code)
    for name in ("desk_report", "desk_report_06a", "desk_register"):
        head.opens(name)
        head.visitor.takes_a_picture(name.replace("_", "-"), is_whole=True)


def statistics(anybody: Citizen, site: RunningSite) -> tuple[int, int]:
    """Dossiers received and settled in time at the department, as the public page counts them now."""
    site.manage("count_statistics")
    assert anybody.visitor.opens(f"{anybody.address('statistics')}?department=so-y-te&at={token_hex(4)}") == 200
    anybody.judges("statistics")
    anybody.visitor.takes_a_picture("statistics", is_whole=True)
    answer = anybody.page.request.get(f"{anybody.address('statistics_csv')}?department=so-y-te")
    rows = list(csv.DictReader(io.StringIO(answer.text().lstrip("\ufeff"))))
    columns = {name: sum(int(row[anybody.words(name)]) for row in rows) for name in ("Filed", "Early", "On time")}
    return columns["Filed"], columns["Early"] + columns["On time"]


def sees_nothing(stranger: OfficeWorker, filed: Filed) -> None:
    """No queue, search, list to take along or page of the other department's officer holds a byte of it."""
    for queue in QUEUES:
        assert not stranger.finds(filed.code, queue)
        assert NAME not in stranger.page.content()
        assert SLUG not in stranger.page.content()
    stranger.visitor.opens(f"{stranger.address('desk_export', 'csv')}?queue=all")
    stranger.fills({"password": DEMO_PASSWORD})
    with stranger.page.expect_download():
        stranger.page.locator("main form button").first.click()
    for kind in ("csv", "xlsx"):
        answer = stranger.page.request.get(f"{stranger.address('desk_export', kind)}?queue=all")
        assert answer.status == 200
        assert filed.code.encode() not in answer.body()
    assert stranger.opens("desk_dossier", filed.pk) == 404
    stranger.visitor.complaints.clear()
