"""A form whose place is gone, because another window was faster: what was typed stands on a page to be copied."""

import pytest
from django.http import QueryDict
from django.urls import reverse
from django.utils import timezone, translation

from core.form_gone import typed_texts
from services.forms import actions
from services.forms.models import Submission
from services.forms.rules.workflow import State
from tests.builders import trunk
from tests.builders_accounts import make_citizen
from tests.builders_submissions import make_draft, make_submission
from tests.markup import faults, soup, words

pytestmark = pytest.mark.django_db
TYPED = "Nội dung dài đã gõ <b> & đủ dấu"
GONE = {"vi": "Không gửi được mẫu này nữa", "en": "This form can no longer be sent"}


@pytest.fixture(autouse=True)
def _trunk():
    trunk()


@pytest.fixture(params=["vi", "en"])
def language(request):
    with translation.override(request.param):
        yield request.param


def deleted_draft():
    draft = make_draft(make_citizen())
    path = reverse("submission_step", args=[draft.pk, "owner"])
    return draft.owner, path, "full_name", lambda: Submission.objects.filter(pk=draft.pk).delete()


def filed_draft():
    draft = make_draft(make_citizen())
    path = reverse("submission_step", args=[draft.pk, "owner"])
    filed = {"state": State.FILED, "code": "TEST-261130-0001", "filed_at": timezone.now()}
    return draft.owner, path, "full_name", lambda: Submission.objects.filter(pk=draft.pk).update(**filed)


def answered_reply():
    row = make_submission(State.SUPPLEMENT)
    path = reverse("submission_supplement", args=[row.pk])
    return row.owner, path, "note", lambda: Submission.objects.filter(pk=row.pk).update(state=State.IN_PROGRESS)


def ended_before_withdrawal():
    row = make_submission(State.FILED)
    path = reverse("submission_withdraw", args=[row.pk])
    return row.owner, path, "reason", lambda: Submission.objects.filter(pk=row.pk).update(state=State.RESOLVED)


def late_rating():
    row = make_submission(State.FILED)
    return row.owner, reverse("submission_rating", args=[row.pk]), "comment", lambda: None


FORMS = [deleted_draft, filed_draft, answered_reply, ended_before_withdrawal, late_rating]


@pytest.mark.parametrize("form", FORMS)
def test_what_was_typed_stands_on_a_page_to_be_copied(form, client, language):
    person, path, field, happens_elsewhere = form()
    client.force_login(person)
    happens_elsewhere()
    answer = client.post(path, {field: TYPED, "revision": "1"}, follow=False)
    assert (answer.status_code, answer["Location"].split("?")[0]) == (303, path)
    page = client.get(answer["Location"])
    assert page.status_code == (404 if form is deleted_draft else 409)
    assert [each.get_text() for each in soup(page.content).select("main .portal-typed")] == [TYPED]
    assert GONE[language] in words(page.content)
    assert [fault for fault in faults(page.content) if not fault.endswith("script")] == []
    client.force_login(make_citizen("stranger@example.com"))
    assert TYPED not in words(client.get(answer["Location"]).content)


@pytest.mark.parametrize("form", FORMS)
def test_a_press_without_words_leads_on_or_finds_nothing(form, client):
    person, path, _field, happens_elsewhere = form()
    client.force_login(person)
    happens_elsewhere()
    answer = client.post(path, {"revision": "1"}, follow=False)
    assert answer.status_code == (404 if form is deleted_draft else 302)


def test_a_note_that_went_along_from_the_other_window_is_not_shown_as_lost(client):
    row = make_submission(State.SUPPLEMENT)
    row.events.create(
        move="hand_in", at=timezone.now(), reason=TYPED, from_state=row.state, to_state=row.state, role="citizen"
    )
    Submission.objects.filter(pk=row.pk).update(state=State.IN_PROGRESS)
    client.force_login(row.owner)
    answer = client.post(reverse("submission_supplement", args=[row.pk]), {"note": TYPED}, follow=False)
    assert (answer.status_code, answer["Location"]) == (302, reverse("submission", args=[row.pk]))


def test_a_script_that_saves_by_itself_gets_no_page(client):
    draft = make_draft(make_citizen())
    client.force_login(draft.owner)
    path = reverse("submission_step", args=[draft.pk, "owner"])
    actions.remove_draft(submission=draft, by=draft.owner, revision=draft.revision)
    assert client.post(path, {"full_name": TYPED, "automatic": "1"}, follow=False).status_code == 404


def test_what_a_page_sends_by_itself_is_no_typed_text():
    sent = QueryDict("revision=7&choice=own_land&id=0194-ab_c&name=Lê Văn A&mail=a@b.vn&note=")
    assert typed_texts(sent) == ["Lê Văn A", "a@b.vn"]


def test_the_other_language_shows_what_was_typed(client):
    """The link that changes the language keeps it; errors in the one do not stand among the words of the other."""
    row = make_submission(State.SUPPLEMENT)
    client.force_login(row.owner)
    path = reverse("submission_supplement", args=[row.pk])
    shown = client.post(path, {"note": TYPED, "revision": "1"})
    link = soup(shown.content).select_one(".portal-languages a[lang=en]")["href"]
    page = client.get(link)
    assert soup(page.content).select_one("[name=note]").get_text().strip() == TYPED
    assert faults(page.content) == [] or all(fault.endswith("script") for fault in faults(page.content))
