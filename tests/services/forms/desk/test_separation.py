"""Two departments at one desk: no byte of the one reaches the other."""

import io
import zipfile

import pytest
from django.urls import reverse

from outbox.models import Delivery
from services.forms.models import Attachment, OfficerRole, Submission
from services.forms.workflow import State
from tests.builders_cases import make_file, make_officer, make_submission
from tests.services.forms.desk.conftest import Worker

CANARY = "Mộc Lan Canary"
QUEUES = ("new", "mine", "in_progress", "waiting", "results", "done", "all")


@pytest.fixture
def secret(province):
    """Dossiers of the health department in every state, with words nobody else has."""
    office = province.health
    dossiers = [make_submission(state, service=office.service) for state in State if state != State.DRAFT]
    for dossier in dossiers:
        Submission.objects.filter(pk=dossier.pk).update(
            answers={**dossier.answers, "full_name": CANARY}, lookup="moc lan canary\n0911222333"
        )
        Worker(office.officer).act(dossier, "note", text=f"{CANARY} ghi chú")
    return dossiers


@pytest.fixture
def telltale(province, secret):
    """Every piece of text of the other department."""
    codes = [dossier.code for dossier in Submission.objects.filter(agency_name="Sở Y tế")]
    people = [str(province.health.officer), str(province.health.head)]
    keys = [str(dossier.pk) for dossier in secret] + [str(province.health.service.translation_key)]
    return [*codes, *people, *keys, CANARY, "Cấp chứng chỉ hành nghề y", "H56.21"]


def assert_silent(text, telltale):
    assert [word for word in telltale if word in text] == []


@pytest.mark.parametrize("role", ["officer", "head"])
@pytest.mark.parametrize("name", QUEUES)
def test_no_queue_lists_counts_or_offers_anything_of_another_department(province, telltale, role, name):
    worker = Worker(getattr(province.building, role))
    asked = [{}, {"q": "moc lan"}, {"q": "0911222333"}, {"q": "H56.21"}, {"sort": "newest"}]
    asked += [{"service": str(province.health.service.translation_key)}]
    asked += [{"agency": str(province.health.department.translation_key)}]
    for parameters in asked:
        answer = worker.queue(name, **parameters)
        typed = set(parameters.values())
        assert_silent(answer.content.decode(), [word for word in telltale if word not in typed])
        assert {link.queue.name: link.count for link in answer.context["menu"]}["waiting"] == 0


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_no_export_holds_anything_of_another_department(province, telltale, kind):
    worker = Worker(province.building.head)
    for queue in QUEUES:
        data = b"".join(worker.export(kind, queue=queue).streaming_content)
        if kind == "xlsx":
            with zipfile.ZipFile(io.BytesIO(data)) as book:
                data = b"".join(book.read(name) for name in book.namelist())
        assert_silent(data.decode(), telltale)


def test_no_address_opens_a_dossier_or_file_of_another_department(province, secret):
    worker, nobodys = Worker(province.building.head), "0191f3a0-0000-7000-8000-000000000000"
    for dossier in secret[:3]:
        file = make_file(dossier)
        Attachment.objects.filter(pk=file.pk).update(claimed_at=dossier.filed_at)
        real = [
            reverse("desk_dossier", args=[dossier.pk]),
            reverse("desk_file", args=[dossier.pk, file.pk]),
            *(reverse("desk_act", args=[dossier.pk, act]) for act in ("accept", "note", "transfer", "assign")),
        ]
        for path in real:
            none = path.replace(str(dossier.pk), nobodys)
            for method in ("get", "post"):
                answers = [getattr(worker.client, method)(one, {"text": "x"}) for one in (path, none)]
                assert [answer.status_code for answer in answers] in ([404, 404], [405, 405]), path
    assert not Submission.objects.handled_by(worker.user).filter(agency_name="Sở Y tế").exists()
    assert not Attachment.objects.handled_by(worker.user).filter(submission__in=secret).exists()
    assert not Attachment.objects.visible_to(worker.user).filter(submission__in=secret).exists()


def test_a_file_of_another_dossier_is_not_at_this_address(province, secret):
    worker = Worker(province.building.officer)
    own = province.building.dossier
    foreign = Attachment.objects.filter(submission=secret[0]).first()
    assert worker.client.get(reverse("desk_file", args=[own.pk, foreign.pk])).status_code == 404


def test_mails_of_acts_go_to_the_owner_alone(province, secret):
    addressed = Delivery.objects.filter(kind="submission.mail")
    assert {tuple(delivery.payload) for delivery in addressed} == {("event",)}


def test_whoever_leaves_an_office_loses_it_at_once(province):
    worker = Worker(province.building.officer)
    assert worker.codes() == [province.building.dossier.code]
    worker.user.offices.all().delete()
    assert worker.queue().status_code == 404
    assert worker.act(province.building.dossier, "accept").status_code == 404


def test_a_supervisor_who_also_has_an_office_sees_that_department_only(province):
    user = make_officer(role=OfficerRole.SUPERVISOR)
    user.offices.create(role=OfficerRole.OFFICER, department_key=province.building.department.translation_key)
    worker = Worker(user)
    assert worker.codes() == [province.building.dossier.code]
    assert worker.open(province.health.dossier).status_code == 404
