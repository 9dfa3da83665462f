"""The dossier the journeys file: a parcel of land divided in two, with a photo, a repeated group and a condition."""

from dataclasses import dataclass
from typing import Any

from tests.e2e.citizen import Citizen
from tests.services.forms.uploads.pdfs import pdf
from tests.services.forms.uploads.samples import phone_jpeg

SERVICES = {"vi": "tach-thua-hoac-hop-thua-dat", "en": "divide-or-merge-land-parcels"}
NAME = "Lê Thị Ngọc Hân"
WARD = "Phường Hạc Thành"

FILER = {"on_behalf": "own", "owner_type": "person"}
OWNER = {
    "full_name": NAME,
    "identity_paper": "number",
    "identification_number": "038199012345",
    "date_of_birth_day": "5",
    "date_of_birth_month": "9",
    "date_of_birth_year": "1999",
    "phone": "0912 345 678",
    "address-province": "Thanh Hóa",
    "address-ward": WARD,
    "address-street": "12 Lê Lợi",
}
PLOT = {
    "plot": "125",
    "map": "7",
    "area": "320",
    "certificate": "AB 123456",
    "place-province": "Thanh Hóa",
    "place-ward": WARD,
    "place-street": "Tổ dân phố 5",
    "certificate_on_day": "3",
    "certificate_on_month": "2",
    "certificate_on_year": "2015",
}
AREAS = {"new_plots-0-new_area": "120", "new_plots-1-new_area": "200"}
REQUEST = {**AREAS, "changes_user": "no", "remarks": "Chia cho con"}
DELIVERY = {"delivery": "in_person"}
FILED_WORDS = (NAME, "038199012345", WARD, "Tổ dân phố 5", "AB 123456", "120", "200", "Chia cho con", "trang-2.jpg")
"""What stands at review, on the receipt, in the PDF and on the page of the dossier."""

PHOTO = phone_jpeg()
PHOTOS = [("trang-1.jpg", "image/jpeg", PHOTO), ("trang-2.jpg", "image/jpeg", PHOTO)]
DRAWING = [("ban-ve.pdf", "application/pdf", pdf("Ban ve"))]
NO_DOCUMENT = [("thu.exe", "application/octet-stream", b"MZ\x90\x00 no document")]


@dataclass(frozen=True)
class Filed:
    """What the receipt says of a dossier, and the papers its form asks for, by their field names."""

    pk: str
    code: str
    pin: str
    papers: list[str]


def presses_begin(citizen: Citizen) -> None:
    """Begin a draft, also where others of the same service are offered to go on with."""
    has_drafts = citizen.page.locator("#drafts").count() > 0
    citizen.presses("Begin a new application" if has_drafts else "Begin your application")


def begins(citizen: Citizen) -> str:
    """Begin on the page that is open; the number of the draft."""
    citizen.judges("begin")
    presses_begin(citizen)
    return citizen.page.url.rstrip("/").rpartition("/")[2]


def goes_on(citizen: Citizen, answers: dict[str, Any]) -> None:
    """Fill in the step that is open and be led to the next."""
    before = citizen.page.url
    citizen.fills(answers)
    citizen.presses("Save and continue")
    assert citizen.page.url != before, citizen.errors()


def fails_first(citizen: Citizen, step: str, errors: int) -> None:
    """Press with nothing filled in: so many errors, each leading to a field of the page."""
    citizen.judges(step)
    citizen.presses("Save and continue")
    assert len(citizen.errors()) == errors, citizen.errors()
    links = citizen.page.locator("main .govuk-error-summary a").all()
    assert all(citizen.page.locator(f"[id='{link.get_attribute('href')[1:]}']").count() == 1 for link in links)
    citizen.judges(f"{step}-errors")


def divides(citizen: Citizen) -> None:
    """The step with the condition and the group: one block more, filled, and taken away again."""
    fails_first(citizen, "request", 2)
    citizen.fills({"wish": "split"})
    citizen.presses_named("new_plots-add")
    citizen.fills({"new_plots-2-new_area": "77"})
    citizen.judges("request-three-blocks")
    citizen.presses_named("new_plots-remove-2")
    assert citizen.page.locator("[name='new_plots-1-new_area']").count() == 1
    assert citizen.page.locator("[name='new_plots-2-new_area']").count() == 0
    goes_on(citizen, REQUEST)


def hands_in(citizen: Citizen) -> list[str]:
    """The step of papers: two photos for one, a file that is refused, then a PDF; the names of the papers' fields."""
    fails_first(citizen, "papers", 2)
    papers = citizen.page.locator("main input[type=file]").all()
    names = [str(paper.get_attribute("name")) for paper in papers]
    citizen.fills({names[0]: PHOTOS})
    citizen.presses_named("upload", names[0])
    assert citizen.page.locator("main .portal-files li").count() == 2
    assert citizen.page.evaluate("document.activeElement.id") == f"id_{names[0]}_status"
    citizen.judges("papers-uploaded")
    citizen.fills({names[1]: NO_DOCUMENT})
    citizen.presses_named("upload", names[1])
    assert ["thu.exe" in error for error in citizen.errors()] == [True]
    citizen.judges("papers-refused")
    with citizen.page.expect_navigation():
        citizen.page.locator("button[name=remove]").first.click()
    assert citizen.page.locator("main .portal-files li").count() == 1
    goes_on(citizen, {names[0]: PHOTOS[:1], names[1]: DRAWING})
    return names


def reads_receipt(citizen: Citizen, papers: list[str]) -> Filed:
    pk = citizen.page.url.rstrip("/").split("/")[-2]
    codes = {name: citizen.page.locator(f"data#submission-{name}").get_attribute("value") for name in ("code", "pin")}
    return Filed(pk, str(codes["code"]), str(codes["pin"]), papers)


def fills_in_at_once(citizen: Citizen) -> list[str]:
    """From the task list to the last page, with nothing judged on the way; the names of the papers' fields."""
    citizen.follows("Continue")
    for answers in (FILER, OWNER, PLOT, {"wish": "split", **REQUEST}):
        goes_on(citizen, answers)
    papers = [str(field.get_attribute("name")) for field in citizen.page.locator("main input[type=file]").all()]
    goes_on(citizen, {papers[0]: PHOTOS, papers[1]: DRAWING})
    goes_on(citizen, DELIVERY)
    return papers
