"""What was typed is never lost: after a log-in elsewhere or an ended session; and nobody else sees it."""

import pytest
from allauth.account.models import EmailAddress
from django.contrib.sessions.models import Session
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import translation

from core.models import KeptPost
from services.forms.models import Note, Rating, Submission
from services.forms.rules.workflow import State
from tests.builders import trunk
from tests.builders_accounts import PASSWORD, log_in, make_citizen
from tests.builders_submissions import PAPER, make_draft, make_officer, make_submission
from tests.markup import faults, shows, soup, words

pytestmark = [pytest.mark.django_db, pytest.mark.once]
TYPED = "Nội dung dài đã gõ <b> & đủ dấu"
OURS = {"Origin": "http://testserver"}
UNSENT = {"vi": "Chưa được lưu", "en": "Not saved yet"}


@pytest.fixture(autouse=True)
def _trunk():
    trunk()


def step(language):
    draft = make_draft(make_citizen())
    return draft.owner, reverse("submission_step", args=[draft.pk, "owner"]), "full_name"


def supplement(language):
    row = make_submission(State.SUPPLEMENT)
    return row.owner, reverse("submission_supplement", args=[row.pk]), "note"


def withdrawal(language):
    row = make_submission(State.FILED)
    return row.owner, reverse("submission_withdraw", args=[row.pk]), "reason"


def rating(language):
    row = make_submission(State.RESOLVED)
    return row.owner, reverse("submission_rating", args=[row.pk]), "comment"


def note(language):
    return make_officer(), reverse("desk_act", args=[make_submission(State.FILED).pk, "note"]), "text"


def refusal(language):
    return make_officer(), reverse("desk_act", args=[make_submission(State.FILED).pk, "refuse"]), "reason"


def profile(language):
    return make_citizen(), reverse("account_profile"), "full_name"


FORMS = [step, supplement, withdrawal, rating, note, refusal, profile]


class Window:
    """A browser that looks at one form: tokens are checked, fields are those the page has."""

    def __init__(self, person, path):
        self.client, self.path, self.person = Client(enforce_csrf_checks=True), path, person
        self.enters(person)
        form = soup(self.client.get(path).content).select_one("main form[method=post]")
        assert form, "the page has no form"
        self.fields = {box["name"]: box.get("value", "") for box in form.select("input[type=hidden]")}

    def enters(self, person):
        if not EmailAddress.objects.filter(user=person).exists():
            EmailAddress.objects.create(user=person, email=person.email, verified=True, primary=True)
            person.set_password(PASSWORD)
            person.save()
        self.client.logout()
        path = reverse("account_login")
        token = soup(self.client.get(path).content).select_one("main input[name=csrfmiddlewaretoken]")["value"]
        log_in(self.client, person, csrfmiddlewaretoken=token)

    def sends(self, **typed):
        return self.client.post(self.path, {**self.fields, **typed}, headers=OURS, follow=False)


@pytest.fixture(params=["vi", "en"])
def language(request):
    with translation.override(request.param):
        yield request.param


def stored():
    rows = (Submission.objects.values(), Note.objects.values(), Rating.objects.values())
    return [list(row) for row in rows]


@pytest.mark.parametrize("form", FORMS)
def test_after_a_log_in_in_another_window_the_form_comes_back_as_it_was_typed(form, language):
    person, path, field = form(language)
    window = Window(person, path)
    before = stored()
    window.enters(person)  # in another window
    answer = window.sends(**{field: TYPED})
    assert (answer.status_code, answer["Location"].split("?")[0]) == (303, path)
    for _time in range(2):  # a reload
        page = window.client.get(answer["Location"])
        assert shows(page, field) == TYPED
        assert UNSENT[language] in words(page.content)
        assert [fault for fault in faults(page.content) if not fault.endswith("script")] == []
    assert stored() == before
    fresh = soup(page.content).select_one("main form[method=post]")
    told = {box["name"]: box.get("value", "") for box in fresh.select("input[type=hidden]")}
    again = window.client.post(answer["Location"], {**told, field: TYPED}, headers=OURS, follow=False)
    assert again.status_code in (302, 303), "the button works"


@pytest.mark.parametrize("form", FORMS)
def test_after_the_session_has_ended_it_waits_behind_the_log_in(form, language):
    person, path, field = form(language)
    window = Window(person, path)
    Session.objects.all().delete()
    answer = window.sends(**{field: TYPED})
    assert answer["Location"].startswith(f"{reverse('account_login')}?next={path}")
    page = window.client.get(answer["Location"])
    assert TYPED not in words(page.content)
    hidden = {box["name"]: box["value"] for box in soup(page.content).select("main form input[type=hidden]")}
    entered = log_in(window.client, person, **hidden)
    assert shows(window.client.get(entered["Location"]), field) == TYPED


@pytest.mark.parametrize("form", [step, note, profile])
def test_another_person_who_logs_in_sees_nothing_of_it_and_does_nothing_with_it(form, language):
    person, path, field = form(language)
    window, other = Window(person, path), make_citizen()
    before = stored()
    window.enters(other)
    answer = window.sends(**{field: TYPED})
    page = window.client.get(answer["Location"])
    assert page.status_code == 403
    assert TYPED not in words(page.content)
    assert person.email not in words(page.content)
    assert stored() == before
    window.enters(person)
    assert shows(window.client.get(answer["Location"]), field) == TYPED


@pytest.mark.parametrize("headers", [{"Origin": "https://evil.example"}, {"Origin": "null"}, {}])
def test_a_form_that_no_page_of_ours_sent_is_neither_done_nor_kept(headers):
    person, path, field = profile("vi")
    window = Window(person, path)
    told = {**window.fields, "csrfmiddlewaretoken": "", field: TYPED}
    answer = window.client.post(path, told, headers=headers, follow=False)
    assert answer.status_code == 403
    assert not KeptPost.objects.exists()


def test_nobody_makes_a_form_that_is_kept_for_somebody_else():
    person, path, field = profile("vi")
    stranger = Window(make_citizen(), path)
    for author in ("", "person:1", f"person:{person.pk}", stranger.fields["posted_by"][:-1]):
        stranger.client.post(path, {"posted_by": author, field: TYPED}, headers=OURS, follow=False)
    assert not KeptPost.objects.filter(owner=f"person:{person.pk}").exists()


def test_the_script_that_saves_by_itself_is_told_that_it_could_not():
    person, path, _field = step("vi")
    window = Window(person, path)
    window.enters(person)
    assert window.sends(full_name="Hoa", automatic="1").status_code == 403
    Session.objects.all().delete()
    assert window.sends(full_name="Hoa", automatic="1").status_code == 403
    assert not KeptPost.objects.exists()


def test_files_that_could_not_be_taken_are_named():
    row = make_submission(State.SUPPLEMENT)
    window = Window(row.owner, reverse("submission_supplement", args=[row.pk]))
    window.enters(row.owner)
    chosen = SimpleUploadedFile("bản vẽ <tầng 1>.pdf", b"%PDF-1.4")
    page = window.client.get(window.sends(**{PAPER: chosen})["Location"])
    assert "Chọn lại tệp: bản vẽ <tầng 1>.pdf" in words(page.content)


def test_a_form_with_errors_names_the_result_that_has_to_be_chosen_again():
    row = make_submission(State.IN_PROGRESS)
    client = Client()
    client.force_login(make_officer())
    chosen = SimpleUploadedFile("ket-qua.pdf", b"%PDF-1.4")
    told = {"outcome": "refused", "reason": "", "result": chosen, "revision": row.revision}
    page = client.post(reverse("desk_act", args=[row.pk, "resolve"]), told)
    assert "Chọn lại tệp: ket-qua.pdf" in words(page.content)


def test_a_button_pressed_after_the_session_ended_leads_to_a_page_that_opens():
    for name in ("submissions_seen", "account_logout"):
        person = make_citizen()
        client = Client()
        log_in(client, person)
        client.get(reverse("submissions"))
        Session.objects.all().delete()
        address = client.post(reverse(name))["Location"]
        log_in(client, person)
        assert client.get(address, follow=True).status_code == 200
