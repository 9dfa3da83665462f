"""Two departments at one desk: no byte of the one reaches the other."""

import io
import zipfile
from datetime import timedelta

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from outbox.models import Delivery
from outbox.worker import deliver_next
from services.forms.desk import queues
from services.forms.models import Attachment, OfficerRole, Submission
from services.forms.rules.workflow import State
from tests.builders_submissions import make_file, make_officer, make_submission
from tests.recorded_rows import recorded
from tests.services.forms.desk.conftest import Worker

CANARY = "Mộc Lan Canary"
QUEUES = tuple(queue.name for queue in queues.QUEUES)


LATE = {"due_at": timezone.now() - timedelta(days=1)}
"""So that the queues of what is late have something to hide as well."""


@recorded(dated=True)
def make_secrets(service, officer):
    dossiers = [make_submission(state, service=service) for state in State if state != State.DRAFT]
    for dossier in dossiers:
        Submission.objects.filter(pk=dossier.pk).update(
            answers={**dossier.answers, "full_name": CANARY},
            lookup="moc lan canary\n0911222333",
            **LATE if dossier.accepted_at else {"intake_due_at": LATE["due_at"]},
        )
        Worker(officer).act(dossier, "note", text=f"{CANARY} ghi chú")
    return dossiers


@pytest.fixture
def secret(province):
    """Dossiers of the health department in every state, with words nobody else has."""
    return make_secrets(province.health.service, province.health.officer)


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
        counts = {link.queue.name: link.count for link in answer.context["menu"] if link.count is not None}
        assert counts == {key: int(key == "new") for key in counts}
        assert answer.context["count"] <= 1


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_no_export_holds_anything_of_another_department(province, telltale, kind):
    worker = Worker(province.building.head)
    asked = [{}, {"q": "moc lan"}, {"q": "0911222333"}, {"sort": "due"}]
    asked += [{"service": str(province.health.service.translation_key)}]
    asked += [{"agency": str(province.health.department.translation_key)}]
    for queue in QUEUES:
        for parameters in asked:
            answer = worker.export(kind, queue=queue, **parameters)
            data = b"".join(answer.streaming_content)
            if kind == "xlsx":
                with zipfile.ZipFile(io.BytesIO(data)) as book:
                    data = b"".join(book.read(name) for name in book.namelist())
            assert_silent(data.decode() + str(answer.headers), telltale)


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
    seen = Attachment.objects.owned_by(worker.user) | Attachment.objects.handled_by(worker.user)
    assert not seen.filter(submission__in=secret).exists()


def test_a_file_of_another_dossier_is_not_at_this_address(province, secret):
    worker = Worker(province.building.officer)
    own = province.building.dossier
    foreign = Attachment.objects.filter(submission=secret[0]).first()
    assert worker.client.get(reverse("desk_file", args=[own.pk, foreign.pk])).status_code == 404


@pytest.mark.parametrize("role", ["officer", "head"])
def test_no_history_form_or_answer_tells_of_another_department(province, telltale, role):
    worker, own = Worker(getattr(province.building, role)), province.building.dossier
    worker.act(own, "note", text="Ghi chú của Sở Xây dựng")
    pages = [worker.open(own), *(worker.ask(own, act) for act in ("accept", "refuse", "ask_for_papers", "transfer"))]
    pages.append(worker.act(own, "refuse", reason="x", revision=1))
    pages.append(worker.together(own, *Submission.objects.filter(agency_name="Sở Y tế"), accept="1"))
    if role == "head":
        pages.append(worker.ask(own, "assign"))
        pages.append(worker.together(own, assign="1", to=str(province.health.officer.pk)))
    assert {page.status_code for page in pages} <= {200, 409}
    for page in pages:
        assert_silent(page.content.decode(), telltale)


def test_no_mail_about_a_dossier_tells_of_another_department(province, secret, telltale):
    others = list(Submission.objects.filter(agency_name="Sở Y tế").values_list("owner__email", flat=True))
    Worker(province.building.officer).act(province.building.dossier, "accept")
    mail.outbox.clear()
    while deliver_next():
        pass
    assert len(mail.outbox) > len(secret)
    own = [letter for letter in mail.outbox if letter.to == [province.building.dossier.owner.email]]
    assert len(own) == 2, "filed and accepted"
    for letter in own:
        assert_silent(str(letter.message()) + letter.subject + letter.body, telltale)
    for letter in mail.outbox:
        assert len(letter.to) == 1
        assert letter.to[0] in [province.building.dossier.owner.email, *others]
        assert_silent(letter.subject + letter.body, [CANARY])


def test_mails_of_acts_go_to_the_owner_alone(province, secret):
    addressed = Delivery.objects.filter(kind="submission.mail")
    assert {tuple(delivery.payload) for delivery in addressed} == {("event",), ("reply",)}


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
