"""Somebody files a first time, lets the account keep her details, and files other services: how much does she type?

Printed with `-s`; the figures stand in docs/decisions/0123-known-people-and-photos.md.
"""

import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from secrets import token_hex

import pytest

from tests.e2e import lost_certificate, submission
from tests.e2e.citizen import Citizen
from tests.e2e.visitor import Visitor

MOST_TYPED = 12
MOST_SECONDS = 180
TYPED = ("text", "email", "tel", "number", "textarea")
SERVICES: dict[str, Mapping[str, str]] = {
    submission.SERVICES["vi"]: {**submission.PLOT, **submission.AREAS, "wish": "split", "changes_user": "no"},
    lost_certificate.SLUG: lost_certificate.CERTIFICATE,
    "cap-lai-giay-chung-nhan-quyen-su-dung-dat-bi-mat": {},
}
"""Service → what only its own form asks."""
STANDARD = {**submission.FILER, **submission.OWNER, **submission.DELIVERY}

UNANSWERED = """[...new Set([...document.querySelectorAll('main form[data-draft] [type=radio]')]
    .filter(one => one.offsetParent).map(one => one.name))]
    .filter(name => !document.querySelector(`main [name='${name}']:checked`))"""
"""Names of the choices of a step that nobody has made yet, such as the case of a service."""


@dataclass
class Filing:
    """What one filing asked of the person."""

    typed: list[str] = field(default_factory=list)
    chosen: list[str] = field(default_factory=list)
    seconds: float = 0.0


@pytest.fixture
def citizen(open_as, mail_folder) -> Citizen:
    return Citizen(Visitor(open_as(is_mobile=True, has_touch=True)), mail_folder, language="vi", looks=["narrow"])


def test_second_filing_of_a_known_person_is_short(citizen):
    email = f"quen-mat-{token_hex(4)}@example.vn"
    citizen.opens("submission_new", lost_certificate.SLUG)
    citizen.signs_up(submission.NAME, email)
    first = files(citizen, SERVICES[lost_certificate.SLUG], keep=True)
    told = {"first": first}
    for slug, answers in SERVICES.items():
        citizen.opens("submission_new", slug)
        told[slug] = files(citizen, answers)
    for _name, _filing in told.items():
        pass
    assert len(first.typed) - len(told[lost_certificate.SLUG].typed) >= 7  # number, birth, telephone, address
    later = {name: filing for name, filing in told.items() if name != "first"}
    assert {name: filing.typed for name, filing in later.items() if len(filing.typed) > MOST_TYPED} == {}
    assert {name: filing.seconds for name, filing in later.items() if filing.seconds > MOST_SECONDS} == {}
    assert citizen.faults == []


def files(citizen: Citizen, own: Mapping[str, str], *, keep: bool = False) -> Filing:
    """From the page where a draft begins to the receipt; only what the page wants and does not know is filled in."""
    filing, began = Filing(), time.monotonic()
    submission.presses_begin(citizen)
    citizen.follows("Continue")
    while "/kiem-tra/" not in citizen.page.url:
        at = citizen.page.url
        fill_step(citizen, {**STANDARD, **own}, filing)
        citizen.presses("Save and continue")
        assert citizen.page.url != at, citizen.errors()
    citizen.judges("check-with-details" if keep else "check-of-a-known-person")
    citizen.fills({"declared": True, **({"keep": True} if keep else {})})
    citizen.presses("Send the application")
    assert "/bien-nhan/" in citizen.page.url, citizen.errors()
    filing.seconds = time.monotonic() - began
    return filing


def fill_step(citizen: Citizen, answers: Mapping[str, str], filing: Filing) -> None:
    """Fill in what is empty on the step that is open, and hand in every paper that is missing."""
    for name, value in answers.items():
        control = citizen.page.locator(f"main [name='{name}']")
        if control.count() == 0 or not control.first.is_visible():
            continue
        kind = control.first.evaluate("field => field.type")
        if kind in TYPED and not control.first.input_value():
            filing.typed.append(name)
        elif (kind == "radio" and citizen.page.locator(f"main [name='{name}']:checked").count() == 0) or (
            kind == "select-one" and not control.first.input_value()
        ):
            filing.chosen.append(name)
        else:
            continue
        citizen.fills({name: value})
    for group in citizen.page.evaluate(UNANSWERED):
        filing.chosen.append(group)
        citizen.page.locator(f"main [name='{group}']").first.check()
    missing = citizen.page.locator("main [data-paper]:has(.portal-paper__state--missing)").all()
    for key in [str(paper.get_attribute("data-paper")) for paper in missing if paper.is_visible()]:
        citizen.uploads(key, submission.DRAWING)
