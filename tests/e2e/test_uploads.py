"""Files on a page with its script: stopped, broken off and tried again, sent before the page goes on."""

import pytest
from playwright.sync_api import Route

from services.forms.uploads.limits import LARGEST_FILE
from tests.e2e import submission
from tests.e2e.citizen import Citizen
from tests.e2e.visitor import Visitor

EMAIL = "congdan2@example.vn"
PAPERS = "**/giay-to/"


@pytest.fixture
def citizen(open_as, mail_folder) -> Citizen:
    """Somebody on a phone, at the step of papers of a new draft."""
    citizen = Citizen(Visitor(open_as(is_mobile=True, has_touch=True)), mail_folder, language="vi", looks=["narrow"])
    citizen.comes_logged_in(EMAIL)
    citizen.opens("submission_new", submission.SERVICES["vi"])
    submission.presses_begin(citizen)
    citizen.follows("Continue")
    for answers in (submission.FILER, submission.OWNER, submission.PLOT, {"wish": "split", **submission.REQUEST}):
        submission.goes_on(citizen, answers)
    return citizen


def first_paper(citizen: Citizen) -> str:
    return str(citizen.page.locator("main input[type=file][name]").first.get_attribute("name"))


def test_upload_is_stopped_broken_off_and_tried_again(citizen):
    page, paper = citizen.page, first_paper(citizen)
    held: list[Route] = []
    page.route(PAPERS, held.append)
    citizen.fills({paper: submission.PHOTOS[:1]})
    page.get_by_role("button", name=citizen.words("Stop uploading")).wait_for()
    citizen.judges("papers-uploading")
    page.get_by_role("button", name=citizen.words("Stop uploading")).click()
    assert page.locator(".portal-uploads li").count() == 0
    page.unroute(PAPERS)
    page.route(PAPERS, lambda route: route.abort())
    citizen.fills({paper: submission.PHOTOS[:1]})
    again = page.get_by_role("button", name=citizen.words("Try again"))
    again.wait_for()
    assert citizen.reads(citizen.words("not uploaded: the connection is broken or the portal is busy"))
    citizen.judges("papers-broken-off")
    page.unroute(PAPERS)
    again.click()
    page.locator(f"[data-paper='{paper}'] .portal-photo").wait_for()
    assert page.locator(".portal-uploads li").count() == 0
    assert page.locator(f"[data-paper='{paper}'] input[capture]").get_attribute("accept") == "image/*"
    assert citizen.faults == []


def test_page_goes_on_when_the_files_are_there_and_what_is_too_large_never_leaves(citizen):
    page, names = (
        citizen.page,
        [one.get_attribute("name") for one in citizen.page.locator("main input[name][type=file]").all()],
    )
    citizen.fills({names[1]: [("lon.jpg", "image/jpeg", b"\xff" * (LARGEST_FILE + 1))]})
    assert citizen.reads(citizen.words("larger than 10 MB; take the photo in a smaller size, or split the document"))
    page.get_by_role("button", name=citizen.words("Leave it out")).click()
    submission.goes_on(citizen, {names[0]: submission.PHOTOS, names[1]: submission.DRAWING})
    assert "/buoc/delivery/" in page.url
