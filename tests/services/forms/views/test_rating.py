"""Rating: once, after the agency has answered, by the owner, changeable for thirty days; what stays of it."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from accounts.exports import everything_about
from services.forms import actions
from services.forms.messages import notifications
from services.forms.models import AuditEntry, Event, Rating
from services.forms.privacy import erasure, retention
from services.forms.rules.exceptions import Incomplete, NotAllowed
from services.forms.rules.workflow import IllegalTransition, State
from services.forms.submissions.ratings import RATED
from tests.builders_submissions import make_citizen, make_submission
from tests.markup import soup
from tests.services.forms.views.filing import Filer

pytestmark = [pytest.mark.django_db, pytest.mark.once]  # words and looks; no question of its own
COMMENT = "Cán bộ hướng dẫn rõ ràng"


@pytest.fixture
def dossier():
    return make_submission(State.RESOLVED)


def give(dossier, score=4, comment="", by=None):
    return actions.rate(submission=dossier, by=by or dossier.owner, score=score, comment=comment)


def shown(dossier):
    return soup(Filer(dossier.owner).client.get(reverse("submission", args=[dossier.pk])).content)


@pytest.mark.parametrize("state", [state for state in State if state != State.DRAFT])
def test_it_is_asked_for_where_the_agency_has_answered_a_refusal_too(state):
    dossier = make_submission(state)
    is_rated = state in (State.RESOLVED, State.HANDED_OVER, State.NOT_ACCEPTED, State.STOPPED)
    assert (state in RATED) == is_rated == bool(shown(dossier).select("section[aria-labelledby=rating] form"))
    if is_rated:
        assert give(dossier).score == 4
    else:
        with pytest.raises(IllegalTransition):
            give(dossier)


def test_the_dossier_itself_stays_as_it_is(dossier):
    events = Event.objects.count()
    give(dossier)
    before = dossier.revision
    dossier.refresh_from_db()
    assert (dossier.revision, Event.objects.count()) == (before, events)


@pytest.mark.clock
def test_there_is_one_and_it_can_be_changed_for_thirty_days(dossier):
    give(dossier, 2, COMMENT)
    first = Rating.objects.get()
    give(dossier, 5)
    changed = Rating.objects.get()
    assert (changed.score, changed.comment, changed.given_at, changed.month) == (5, "", first.given_at, first.month)
    Rating.objects.update(given_at=timezone.now() - timedelta(days=30))
    with pytest.raises(IllegalTransition):
        give(dossier, 1)
    assert Rating.objects.get().score == 5
    page = shown(dossier)
    assert page.select_one("section[aria-labelledby=rating]")
    assert not page.select("section[aria-labelledby=rating] form")


@pytest.mark.parametrize(
    ("score", "comment", "place"), [(0, "", "score"), (6, "", "score"), (3, "x" * 1001, "comment")]
)
def test_what_cannot_be_is_refused_with_its_place(dossier, score, comment, place):
    with pytest.raises(Incomplete) as refused:
        give(dossier, score, comment)
    assert set(refused.value.errors) == {place}
    assert not Rating.objects.exists()


def test_nobody_else_rates_it(dossier):
    with pytest.raises(NotAllowed):
        give(dossier, by=make_citizen())
    stranger = Filer()
    assert stranger.client.post(reverse("submission_rating", args=[dossier.pk]), {"score": "1"}).status_code == 404
    assert not Rating.objects.exists()


def test_the_page_takes_it_without_a_script_and_says_who_reads_it(dossier):
    page = shown(dossier)
    form = page.select_one("section[aria-labelledby=rating] form")
    assert [box["value"] for box in form.select("input[type=radio]")] == ["5", "4", "3", "2", "1"]
    assert not form.select("input[checked]")
    filer = Filer(dossier.owner)
    answer = filer.client.post(form["action"], {"score": "4", "comment": COMMENT})
    assert (answer.status_code, answer["Location"]) == (302, reverse("submission", args=[dossier.pk]))
    assert (Rating.objects.get().score, Rating.objects.get().comment) == (4, COMMENT)
    again = shown(dossier).select_one("section[aria-labelledby=rating]")
    assert again.select_one("input[checked]")["value"] == "4"
    assert COMMENT in again.textarea.get_text()


def test_a_mistake_is_named_and_nothing_typed_is_lost(dossier):
    address = reverse("submission_rating", args=[dossier.pk])
    answer = Filer(dossier.owner).client.post(address, {"score": "9", "comment": COMMENT})
    page = soup(answer.content)
    assert answer.status_code == 200
    assert page.select_one("[role=alert] a")["href"].startswith("#")
    assert COMMENT in page.select_one("main textarea").get_text()
    answer = Filer(dossier.owner).client.post(address, {"comment": "x" * 1001})
    assert len(soup(answer.content).select("[role=alert] li")) == 2
    assert not Rating.objects.exists()


def test_its_page_can_be_opened_and_leads_back_when_there_is_nothing_to_rate(dossier):
    assert Filer(dossier.owner).client.get(reverse("submission_rating", args=[dossier.pk])).status_code == 200
    filed = make_submission()
    answer = Filer(filed.owner).client.post(reverse("submission_rating", args=[filed.pk]), {"score": "3"})
    assert (answer.status_code, answer["Location"]) == (302, reverse("submission", args=[filed.pk]))


def test_the_audit_tells_that_it_was_given_and_never_what(dossier):
    give(dossier, 1, COMMENT)
    line = AuditEntry.objects.get(action="submission.rate")
    assert (line.submission_id, line.actor_id, line.detail) == (dossier.pk, dossier.owner_id, {})


def test_the_letter_about_the_result_asks_for_it():
    dossier = make_submission(State.HANDED_OVER)
    letter = notifications.written(dossier, "handed_over", notifications.told_by(dossier.events.last()))
    assert "đánh giá" in letter[1]


def test_the_copy_of_a_person_has_it(dossier):
    give(dossier, 3, COMMENT)
    [copy] = everything_about(dossier.owner)["submissions"]
    assert (copy["rating"]["score"], copy["rating"]["comment"]) == (3, COMMENT)


@pytest.mark.parametrize("way", ["retention", "erasure"])
def test_when_the_dossier_goes_the_score_stays_alone(way):
    dossier = make_submission(State.HANDED_OVER)
    give(dossier, 2, COMMENT)
    if way == "retention":
        retention.delete_submission(dossier, action="submission.retention", by=None)
    else:
        erasure.anonymise_submission(dossier, by=None)
    left = Rating.objects.get()
    assert (left.score, left.submission_id, left.comment, left.given_at) == (2, None, "", None)
    assert left.service_key == dossier.service_key


@pytest.mark.parametrize("ended", [True, False])
def test_a_dossier_that_outlives_its_erased_owner_keeps_the_score_and_no_comment(settings, ended):
    settings.ERASURE_OF_ENDED = "keep"
    dossier = make_submission(State.HANDED_OVER if ended else State.RESOLVED)
    give(dossier, 2, COMMENT)
    [left] = erasure.erase_person(dossier.owner, by=None)
    assert left.fate in (erasure.Fate.KEPT_FOR_ARCHIVE, erasure.Fate.KEPT_UNDER_WAY)
    rating = Rating.objects.get()
    assert (rating.score, rating.comment, rating.given_at, rating.submission) == (2, "", None, None)


def test_on_legal_hold_the_comment_stays_as_well(dossier):
    give(dossier, 2, COMMENT)
    actions.hold(submission=dossier, by=None, reason="Khiếu nại")
    erasure.erase_person(dossier.owner, by=None)
    assert Rating.objects.get().comment == COMMENT
