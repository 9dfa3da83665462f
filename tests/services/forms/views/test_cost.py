"""What filing costs the database, with the real form of a service and a real log-in."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from services.forms.models import Submission
from tests.builders_accounts import log_in, make_citizen
from tests.builders_forms import CASES, make_fileable_service, make_form_page
from tests.cost import cold_cost
from tests.services.forms.views.filing import Filer, pdf

pytestmark = pytest.mark.django_db

STEP, SEND = 15, 30
"""Saving a step and sending."""
NOTICE = 3
"""What the next page says of a file waits in the session: one write, in a savepoint of its own."""
OWNER = {
    "full_name": "Hoa",
    "owner_type": "person",
    "identity_paper": "number",
    "identification_number": "038190001234",
    "phone": "0912345678",
    "email": "hoa@example.vn",
    "address-province": "Thanh Hóa",
    "address-ward": "Phường Hạc Thành",
    "address-street": "Số 3",
}
LAND = {"plot": "12", "wish": "split", "parts": "2", "owners-0-name": "Nam", "owners-count": "1"}


@pytest.fixture(autouse=True)
def _private_files(settings, tmp_path):
    settings.PRIVATE_ROOT = str(tmp_path)


@pytest.fixture
def filer():
    """Somebody who came through the page of the log-in."""
    filer = Filer(make_citizen())
    filer.client = Client()
    log_in(filer.client, filer.user)
    return filer


def cost(act, most):
    with CaptureQueriesContext(connection) as queries:
        answer = act()
    told = "\n".join(query["sql"][:200] for query in queries)
    assert len(queries) <= most, f"{len(queries)} queries:\n{told}"
    return answer


def filled(filer, most=10_000):
    """A dossier with a designed form, cases, a group and a file, every step at no more than that cost."""
    service = make_fileable_service(documents=CASES)
    make_form_page(service)
    draft = filer.begin(service)
    posts = {"filer": {"on_behalf": "own"}, "owner": OWNER, "land": LAND, "case": {}, "papers": {}, "delivery": {}}
    form = Submission.objects.get(pk=draft.pk).version.form()
    for step in form.steps:
        data = dict(posts.get(step.key, {}))
        for question in step.questions:
            if question.kind == "files" and question.required:
                filer.step(draft, step.key, upload="1", **{question.key: pdf(f"{question.key}.pdf")})
            if question.key == "case":
                data["case"] = question.choices[0].value
            if question.key == "delivery":
                data["delivery"] = question.choices[0].value
        data["revision"] = Submission.objects.get(pk=draft.pk).revision
        cost(lambda step=step, data=data: filer.step(draft, step.key, **data), most)
    return Submission.objects.get(pk=draft.pk)


def test_every_step_of_a_real_form_is_saved_with_few_queries(filer):
    draft = filled(filer, STEP)
    asked = set(draft.saved_steps)
    assert {"owner", "land", "papers", "delivery"} <= asked


def test_real_form_is_sent_with_few_queries(filer):
    draft = filled(filer)
    answer = cost(lambda: filer.send(draft, revision=draft.revision), SEND)
    assert answer.status_code == 302
    assert not Submission.objects.get(pk=draft.pk).is_draft


def test_page_before_filing_costs_no_more_than_any_public_page(client):
    service = make_fileable_service(documents=CASES)
    make_form_page(service)
    assert cold_cost(client, f"/dich-vu/{service.slug}/nop-ho-so/") > 0


def test_step_with_a_file_is_saved_with_few_queries(filer):
    draft = filled(filer)
    form = draft.version.form()
    papers = form.step("papers")
    question = next(question for question in papers.questions if question.kind == "files")
    data = {question.key: pdf("them.pdf", "another"), "revision": draft.revision, "upload": question.key}
    answer = cost(lambda: filer.step(draft, "papers", **data), STEP + NOTICE)
    assert answer["Location"] == f"/ho-so/{draft.pk}/buoc/papers/#id_{question.key}_status"
    assert draft.attachments.filter(name="them.pdf").exists()
