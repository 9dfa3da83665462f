"""A citizen files a dossier, with mistakes and faults on the way: the log tells of no person."""

import logging

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from core.logs import JsonFormatter
from services.forms.models import Submission
from services.forms.rules.workflow import State
from services.forms.submissions import tracking
from tests.builders_accounts import PASSWORD, log_in, make_citizen
from tests.builders_submissions import PAPER, make_filled_draft, make_open_service
from tests.services.forms.views.filing import Filer, pdf

pytestmark = pytest.mark.django_db

NAME, ADDRESS, NUMBER, WORDS, NOTE = (
    "Chim Hoàng Yến",
    "chim.hoang.yen@example.vn",
    "038199004711",
    "thuốc điều trị",
    "lá thư riêng",
)


@pytest.fixture
def lines(caplog):
    """Everything that was logged, as production writes it, whatever its level (the SQL of a developer aside)."""
    caplog.set_level(logging.DEBUG)
    caplog.set_level(logging.INFO, logger="django.db.backends")

    def written():
        return "\n".join(JsonFormatter().format(record) for record in caplog.records)

    return written


@pytest.fixture
def filer():
    person = make_citizen(ADDRESS, full_name=NAME, identification_number=NUMBER)
    return Filer(person, raise_request_exception=False)


def test_the_log_tells_of_no_person(filer, lines, caplog, settings, tmp_path, monkeypatch):
    settings.PRIVATE_ROOT = str(tmp_path)
    client = filer.client
    service = make_open_service()
    for password in ("a-wrong-" + PASSWORD, PASSWORD):
        log_in(Client(), filer.user, password)
    client.get("/tim-kiem/", {"q": WORDS})
    draft = make_filled_draft(filer.user, service=service)
    client.get(reverse("account_profile"))
    filer.step(draft, "owner", full_name=NAME, case="no such case")
    filer.step(draft, "owner", full_name=NAME, case="new")
    filer.step(draft, "papers", **{PAPER: pdf(f"{NAME}.pdf")})
    filer.step(draft, "papers", **{PAPER: pdf(f"{NAME}.exe")})
    filer.step(draft, "papers")
    filer.step(draft, "delivery", note=NOTE)
    client.get(f"/ho-so/{draft.pk}/kiem-tra/")
    filer.send(draft)
    filed = Submission.objects.get(pk=draft.pk)
    assert filed.state == State.FILED
    pin = tracking.tracking_code_of(filed)
    client.get(f"/ho-so/{draft.pk}/bien-nhan/")
    client.get(f"/ho-so/{draft.pk}/bien-nhan.pdf")
    for typed in ("WRONGPIN", pin):
        client.post("/tra-cuu/", {"code": filed.code, "pin": typed})
    client.get("/tra-cuu/", {"code": filed.code, "pin": pin, "q": WORDS})
    client.post(f"/ho-so/{draft.pk}/rut/", {"reason": NOTE, "revision": filed.revision})
    call_command("worker", "--once")
    _fault(filer, monkeypatch)
    assert NAME in caplog.text  # the fault says it to a developer, or there would be nothing to keep back
    found = lines()
    assert '"level": "ERROR"' in found
    for canary in (NAME, ADDRESS, NUMBER, WORDS, NOTE, pin, tracking.format_tracking_code(pin), "WRONGPIN", PASSWORD):
        assert canary not in found, canary


def _fault(filer, monkeypatch):
    """A fault of our own whose words hold what no log may."""

    def broken(*_args, **told):
        raise ValueError(f"Key (email)=({ADDRESS}) {NAME} {NUMBER} {told}")

    filed = Submission.objects.get(owner=filer.user)
    monkeypatch.setattr("services.forms.views.submission.show", broken)
    answer = filer.client.get(f"/ho-so/{filed.pk}/")
    assert answer.status_code == 500
    assert answer.headers["X-Request-ID"] in answer.content.decode()
