"""A citizen signs up, files a dossier, keeps its receipt, tracks it, answers the office; with scripts and without."""

import io
from collections.abc import Callable
from secrets import token_hex

import pytest
from pypdf import PdfReader

from services.forms.rules.transition_data import extra_key
from tests.e2e import submission
from tests.e2e.citizen import Citizen
from tests.e2e.submission import Filed
from tests.e2e.visitor import Visitor
from tests.services.forms.uploads.samples import PLACE

WAYS = {
    "desk-script-vi": ({}, "vi", ["wide", "dark"]),
    "phone-no-script-vi": ({"java_script_enabled": False, "is_mobile": True, "has_touch": True}, "vi", ["narrow"]),
    "phone-script-en": ({"is_mobile": True, "has_touch": True}, "en", ["narrow"]),
    "desk-no-script-en": ({"java_script_enabled": False}, "en", ["wide"]),
}
"""How somebody may come: abilities of the browser, language, looks in which every page is judged."""
LEAST_STATES = 35
OFFICER = "motcua@example.vn"
BLURRED, UNNAMED = "Ảnh chụp bị mờ, không đọc được số thửa", "Người nộp không phải người sử dụng đất"
LETTER = "Giấy ủy quyền có chứng thực"


@pytest.fixture
def arrive(request, open_as, mail_folder) -> Callable[..., Citizen]:
    """Somebody new at the site, in one of WAYS."""

    def arrived(way: str) -> Citizen:
        abilities, language, looks = WAYS[way]
        visitor = Visitor(open_as(**abilities), scripts=abilities.get("java_script_enabled", True))
        return Citizen(visitor, mail_folder, language=language, looks=looks)

    return arrived


@pytest.mark.parametrize("way", WAYS)
def test_citizen_files_a_dossier_keeps_its_receipt_and_answers_the_office(arrive, running_site, way):
    citizen, email = arrive(way), f"ngoc-han-{token_hex(4)}@example.vn"
    comes_and_signs_up(citizen, email)
    papers = fills_in(citizen)
    filed = checks_and_sends(citizen, papers)
    keeps_what_she_gets(citizen, filed, email)
    finds_her_dossier(citizen, filed)
    anybody_with_both_codes_tracks_it(arrive(way), filed)
    office = [f"--paper={papers[0]}={BLURRED}", f"--other={LETTER}={UNNAMED}"]
    running_site.manage("move_submission", filed.code, "ask_for_papers", f"--by={OFFICER}", *office)
    answers_the_office(citizen, filed, email)
    withdraws(citizen, filed)
    assert citizen.faults == []
    assert len(set(citizen.seen)) >= LEAST_STATES


def comes_and_signs_up(citizen: Citizen, email: str) -> None:
    """From the public page, which sets no cookie, through the log-in and back to where she wanted to go."""
    citizen.opens("apply", submission.SERVICES[citizen.language])
    assert citizen.page.context.cookies() == []
    citizen.judges("apply")
    citizen.follows("Start")
    citizen.judges("log-in")
    citizen.signs_up(submission.NAME, email)
    submission.begins(citizen)
    citizen.judges("tasks")


def fills_in(citizen: Citizen) -> list[str]:
    """Every step, each first with nothing in it; one is left half done and taken up again from the list."""
    citizen.follows("Continue")
    submission.fails_first(citizen, "filer", 2)
    submission.goes_on(citizen, submission.FILER)
    submission.fails_first(citizen, "owner", 3)
    submission.goes_on(citizen, submission.OWNER)
    submission.fails_first(citizen, "plot", 6)
    citizen.fills({"plot": "125", "certificate": "AB 123456"})
    citizen.presses("Save and come back later")
    citizen.judges("tasks-begun")
    citizen.opens("submissions")
    citizen.judges("submissions-draft")
    citizen.follows("Go on")
    citizen.follows("Continue")
    assert citizen.page.locator("[name=certificate]").input_value() == "AB 123456"
    submission.goes_on(citizen, submission.PLOT)
    submission.divides(citizen)
    papers = submission.hands_in(citizen)
    submission.fails_first(citizen, "delivery", 1)
    submission.goes_on(citizen, submission.DELIVERY)
    return papers


def checks_and_sends(citizen: Citizen, papers: list[str]) -> Filed:
    """Read everything, change one answer, forget the declaration, then send."""
    assert [word for word in submission.FILED_WORDS if not citizen.reads(word)] == []
    citizen.judges("check")
    citizen.page.locator("main a[href$='/plot/?check']").click()
    submission.goes_on(citizen, {"area": "321"})
    assert citizen.reads("321")
    citizen.presses("Send the application")
    assert citizen.errors() == [citizen.words("Tick the declaration before you send the application.")]
    citizen.judges("check-errors")
    citizen.fills({"declared": True})
    citizen.presses("Send the application")
    citizen.judges("receipt")
    assert [word for word in submission.FILED_WORDS if not citizen.reads(word)] == []
    return submission.reads_receipt(citizen, papers)


def keeps_what_she_gets(citizen: Citizen, filed: Filed, email: str) -> None:
    """The PDF holds every word of the dossier, the mail both codes; neither photo tells where it was taken."""
    with citizen.page.expect_download() as download:
        citizen.page.get_by_role("link", name=citizen.words("Download the acknowledgement (PDF)")).click()
    paper = download.value.path().read_bytes()
    text = " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(paper)).pages).split())
    assert [word for word in (*submission.FILED_WORDS, filed.code) if word not in text] == []
    assert filed.pin in text.replace(" ", "")
    assert len(paper) <= 60 * 1024
    mail = citizen.mail(email, filed.code)
    assert filed.pin in mail.text.replace(" ", "")
    assert submission.NAME not in mail.text


def finds_her_dossier(citizen: Citizen, filed: Filed) -> None:
    citizen.opens("submissions")
    citizen.judges("submissions")
    citizen.follows(filed.code)
    citizen.judges("case")
    photo = citizen.page.get_by_role("link", name="trang-1.jpg").last.get_attribute("href")
    answer = citizen.page.request.get(str(photo))
    assert answer.headers["content-type"] == "image/jpeg"
    assert submission.PHOTO.count(PLACE.encode()) > 0
    assert PLACE.encode() not in answer.body()


def anybody_with_both_codes_tracks_it(stranger: Citizen, filed: Filed) -> None:
    """State and dates, no name: to whoever has both codes, and to nobody with one of them."""
    stranger.opens("tracking")
    stranger.judges("tracking")
    stranger.presses("Track")
    assert len(stranger.errors()) == 2
    stranger.judges("tracking-errors")
    stranger.fills({"code": filed.code, "pin": "22222222"})
    stranger.presses("Track")
    assert stranger.errors() == [stranger.words("No application has these two codes together. Please check both.")]
    stranger.judges("tracking-wrong")
    stranger.fills({"code": filed.code.lower(), "pin": filed.pin})
    stranger.presses("Track")
    stranger.judges("tracking-found")
    assert stranger.reads(filed.code)
    assert not stranger.reads(submission.NAME)
    assert stranger.faults == []


def answers_the_office(citizen: Citizen, filed: Filed, email: str) -> None:
    """She is told by mail, in the list and on the page; what she uploads goes out with one press at the end."""
    assert BLURRED in citizen.mail(email, BLURRED).text
    citizen.opens("submissions")
    citizen.judges("submissions-asked")
    citizen.follows(filed.code)
    assert citizen.reads(BLURRED)
    citizen.judges("case-asked")
    citizen.follows("Send the documents asked for")
    citizen.judges("supplement")
    send = "Send these documents to the agency"
    citizen.presses(send)
    assert len(citizen.errors()) == 2
    citizen.judges("supplement-errors")
    citizen.fills({filed.papers[0]: submission.PHOTOS[:1]})
    citizen.presses_named("upload", filed.papers[0])
    citizen.judges("supplement-uploaded")
    citizen.fills({extra_key(LETTER): submission.DRAWING, "note": "Tôi gửi lại ảnh rõ hơn."})
    citizen.presses(send)
    assert citizen.reads("Tôi gửi lại ảnh rõ hơn.")
    assert citizen.reads(LETTER)
    citizen.judges("case-answered")


def withdraws(citizen: Citizen, filed: Filed) -> None:
    citizen.follows("Withdraw this application")
    citizen.judges("withdraw")
    citizen.fills({"reason": "Tôi đổi ý"})
    citizen.presses("Withdraw it")
    assert citizen.reads("Tôi đổi ý")
    citizen.judges("case-withdrawn")
    citizen.opens("submissions")
    assert citizen.reads(filed.code)
    citizen.judges("submissions-ended")
