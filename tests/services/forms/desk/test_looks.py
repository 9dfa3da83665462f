"""Who looks at what: every look is kept, and what is not for the desk is not shown there."""

from django.urls import reverse

from services.forms.models import Attachment, AuditEntry, Submission
from services.forms.privacy.account_hooks import closing
from services.forms.rules.workflow import State
from services.forms.submissions import queries
from services.forms.uploads import storage
from tests.builders_submissions import make_file, make_submission


def test_every_look_at_a_dossier_and_a_file_is_logged(office, worker):
    file = Attachment.objects.get(submission=office.dossier)
    Attachment.objects.filter(pk=file.pk).update(path=storage.write(b"%PDF-1.4 %%EOF").path)
    worker.open(office.dossier)
    answer = worker.client.get(reverse("desk_file", args=[office.dossier.pk, file.pk]))
    assert b"".join(answer.streaming_content) == b"%PDF-1.4 %%EOF"
    worker.queue()
    list(worker.export().streaming_content)
    own = AuditEntry.objects.filter(actor_id=worker.user.pk).order_by("pk")
    assert [(look.action, look.submission_id) for look in own] == [
        ("submission.read", office.dossier.pk),
        ("file.download", office.dossier.pk),
        ("list.export", None),
    ]


def test_a_file_that_was_not_handed_in_yet_is_not_for_the_desk(office, worker):
    dossier = make_submission(State.SUPPLEMENT, service=office.service)
    waiting = make_file(dossier)
    assert worker.client.get(reverse("desk_file", args=[dossier.pk, waiting.pk])).status_code == 404
    assert waiting.name not in worker.open(dossier).content.decode()


def test_an_officer_gets_no_page_of_the_citizen(office, worker):
    for place in ("", "bien-nhan/", "rut/", "bo-sung/"):
        assert worker.client.get(f"/ho-so/{office.dossier.pk}/{place}").status_code == 404
    assert queries.notices(worker.user, seen_until=None) == []


def test_a_dossier_without_an_agency_is_nobodys(office, worker):
    Submission.objects.filter(pk=office.dossier.pk).update(agency_key=None)
    assert worker.open(office.dossier).status_code == 404


def test_closing_an_account_ends_its_offices(office, worker):
    closing(worker.user)
    assert worker.queue().status_code == 404
