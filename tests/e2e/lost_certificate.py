"""The dossier that is worked on at a desk in browsers: somebody lost a certificate and asks for another."""

from tests.e2e import submission
from tests.e2e.citizen import Citizen
from tests.e2e.submission import Filed

SLUG = "cap-lai-chung-chi-hanh-nghe-duoc-bi-mat-hoac-hu-hong"
NAME = "Phạm Quỳnh Như"
OWNER = {name: value for name, value in submission.OWNER.items() if name != "full_name"} | {"full_name": NAME}
CERTIFICATE = {
    "number": "TH-0456",
    "issued_by": "Sở Y tế",
    "reason": "lost",
    "circumstances": "Tôi làm mất khi chuyển nhà",
}


def files(citizen: Citizen, email: str) -> Filed:
    citizen.opens("submission_new", SLUG)
    citizen.signs_up(NAME, email)
    submission.presses_begin(citizen)
    citizen.follows("Continue")
    for answers in ({"on_behalf": "own"}, OWNER):
        submission.goes_on(citizen, answers)
    submission.goes_on(citizen, CERTIFICATE)
    papers = [str(field.get_attribute("name")) for field in citizen.page.locator("main input[type=file]").all()]
    submission.goes_on(citizen, {papers[0]: submission.DRAWING})
    submission.goes_on(citizen, {})
    citizen.fills({"declared": True})
    citizen.presses("Send the application")
    return submission.reads_receipt(citizen, papers)


def slips(person: Citizen) -> dict[str, tuple[str, str]]:
    """The slips on the page of the dossier, the oldest first: kind → address of the sheet, address of its check."""
    lines = person.page.locator("section[aria-labelledby=slips] li").all()[::-1]
    links = [[str(link.get_attribute("href")) for link in line.locator("a").all()] for line in lines]
    kinds = [line.locator("a").first.inner_text().removesuffix(" (PDF)") for line in lines]
    return {kind: (sheet, check) for kind, (sheet, check) in zip(kinds, links, strict=True)}
