"""The check page: whether a slip is genuine, for anybody, about nobody; and who may have the slip itself."""

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils import translation

from core.models import Holiday
from services.forms import actions
from services.forms.models import AuditEntry, Slip
from services.forms.routines.deadlines import recount_dates
from services.forms.rules.workflow import State
from services.forms.slips.paper import check_address
from services.forms.views.slips import MISSES
from tests.builders import make_department
from tests.builders_slips import PAPERS, extend, filed, perform, slips_of
from tests.builders_submissions import make_citizen, make_file, make_officer, make_submission
from tests.markup import words

pytestmark = [pytest.mark.django_db, pytest.mark.once]  # words and looks; no question of its own

HOLDS = "This is the latest notice of its application."
NEWER = "A newer notice was issued for this application."
REPLACED = "The appointment on this notice holds no longer"


@pytest.fixture(autouse=True)
def _english():
    cache.clear()
    with translation.override("en"):
        yield
    cache.clear()


def check(token):
    return Client().get(reverse("slip_check", args=[token]))


def standing(slip):
    said = words(check(slip.token).content)
    return [text for text in (HOLDS, NEWER, REPLACED) if text in said]


def test_a_genuine_slip_tells_kind_number_agency_and_day_and_nothing_about_a_person(travel):
    travel("2026-11-20T16:40")
    row = perform(filed(), "accept")
    slip = slips_of(row)[0]
    answer = check(slip.token)
    said = words(answer.content)
    assert answer.status_code == 200
    for text in ("This notice is genuine", "Receipt and appointment", slip.number, "Sở Xây dựng", "20/11/2026"):
        assert text in said
    for text in ("Nguyễn Thị Hoa", "Cấp giấy phép", row.owner.email, "27/11/2026", str(row.pk)):
        assert text not in answer.content.decode()


def test_nobody_keeps_the_answer_and_no_search_engine_lists_it():
    slip = slips_of(make_submission(State.ACCEPTED))[0]
    for answer in (check(slip.token), check("x" * 26)):
        assert answer.headers["Cache-Control"] == "no-store"
        assert answer.headers["X-Robots-Tag"] == "noindex"
        assert not answer.cookies
        assert '<meta name="robots" content="noindex">' in answer.content.decode()


@pytest.mark.parametrize("token", ["x", "2" * 26, "2" * 400, "../../x", "a" * 25 + "é"])
def test_any_other_token_was_not_issued_here(token):
    slip = slips_of(make_submission(State.ACCEPTED))[0]
    answer = Client().get(reverse("slip_check", args=["x"]).replace("/x/", f"/{token}/"))
    assert answer.status_code == 404
    if "/" not in token:
        assert "This notice was not issued by this portal" in words(answer.content)
        assert slip.agency_name not in words(answer.content)


def test_a_token_may_be_typed_from_paper():
    slip = slips_of(make_submission(State.ACCEPTED))[0]
    assert check(f"{slip.token[:13].upper()} {slip.token[13:]}").status_code == 200


def test_the_address_on_the_slip_is_the_vietnamese_one():
    address = check_address("2" * 26)
    with translation.override("vi"):
        assert address.endswith(reverse("slip_check", args=["2" * 26]))


def test_guessing_is_stopped_and_looking_at_genuine_slips_is_not():
    slip = slips_of(make_submission(State.ACCEPTED))[0]
    for _time in range(MISSES.times + 5):
        assert check(slip.token).status_code == 200
    for _time in range(MISSES.times):
        assert check("3" * 26).status_code == 404
    answer = check("3" * 26)
    assert answer.status_code == 429
    assert int(answer.headers["Retry-After"]) > 0
    assert answer.headers["Cache-Control"] == "no-store"


def test_the_demonstration_says_what_it_is(settings):
    slip = slips_of(make_submission(State.ACCEPTED))[0]
    sample = "the notice is a sample and has no legal effect"
    assert sample not in words(check(slip.token).content)
    settings.DEMO = True
    assert sample in words(check(slip.token).content)


def test_a_slip_holds_until_a_newer_one_is_issued(travel):
    travel("2026-11-20T09:00")
    row = perform(filed(), "ask_for_papers", detail=PAPERS)
    request = slips_of(row)[0]
    assert standing(request) == [HOLDS]
    for paper in row.events.get(move="ask_for_papers").detail["papers"]:
        make_file(row, paper["question"])
    row = perform(actions.hand_in(submission=row, by=row.owner, revision=row.revision), "accept")
    assert standing(request) == [NEWER]
    assert standing(slips_of(row)[1]) == [HOLDS]


def test_an_appointment_that_was_put_off_is_told_as_replaced(travel):
    travel("2026-11-20T09:00")
    row = extend(perform(filed(), "accept"))
    receipt, apology = slips_of(row)
    assert standing(receipt) == [REPLACED]
    assert standing(apology) == [HOLDS]


def test_an_appointment_that_was_counted_anew_is_told_as_replaced(travel):
    travel("2026-11-20T09:00")
    day_off = Holiday.objects.create(date="2026-11-24", name="Ngày nghỉ", status="official")
    (receipt,) = slips_of(perform(filed(), "accept"))
    day_off.delete()
    assert recount_dates() == 1
    assert standing(receipt) == [REPLACED]


def test_an_appointment_that_is_kept_although_the_calendar_changed_holds(travel):
    travel("2026-11-20T09:00")
    (receipt,) = slips_of(perform(filed(), "accept"))
    Holiday.objects.create(date="2026-11-24", name="Ngày nghỉ", status="official")
    assert recount_dates() == 0
    assert standing(receipt) == [HOLDS]


def test_a_slip_comes_to_its_owner_and_to_the_officers_of_its_agency_alone():
    owner = make_citizen()
    row = make_submission(State.SUPPLEMENT, owner=owner)
    slip = slips_of(row)[0]
    here = make_officer(role="officer")
    elsewhere = make_officer(role="head", departments=[make_department("Sở Y tế", unit_code="H56.21")])
    people = {
        "owner": (owner, 200, 404),
        "another citizen": (make_citizen(), 404, 404),
        "officer": (here, 404, 200),
        "another department": (elsewhere, 404, 404),
        "supervisor": (make_officer(role="supervisor"), 404, 404),
    }
    for name, (person, own, desk) in people.items():
        client = Client()
        client.force_login(person)
        for route, expected in (("submission_slip", own), ("desk_slip", desk)):
            answer = client.get(reverse(route, args=[row.pk, slip.pk]))
            assert answer.status_code == expected, f"{name} {route}"
            assert answer.content.startswith(b"%PDF-") == (expected == 200)


def test_a_slip_of_another_dossier_is_not_at_this_address():
    owner = make_citizen()
    row, other = make_submission(State.ACCEPTED, owner=owner), make_submission(State.ACCEPTED, owner=owner)
    client = Client()
    client.force_login(owner)
    assert client.get(reverse("submission_slip", args=[row.pk, slips_of(other)[0].pk])).status_code == 404


def test_what_an_officer_downloads_is_logged_and_what_the_owner_downloads_is_not():
    row = make_submission(State.ACCEPTED)
    slip, officer = slips_of(row)[0], make_officer(role="officer")
    for person, route in ((row.owner, "submission_slip"), (officer, "desk_slip")):
        client = Client()
        client.force_login(person)
        assert client.get(reverse(route, args=[row.pk, slip.pk])).status_code == 200
    line = AuditEntry.objects.get(action="slip.download")
    assert (line.actor_id, line.submission_id, line.detail) == (officer.pk, row.pk, {"slip": slip.pk})


@pytest.mark.parametrize(("page", "route"), [("submission", "submission_slip"), ("desk_dossier", "desk_slip")])
def test_the_page_of_a_dossier_lists_its_slips(page, route):
    row = make_submission(State.SUPPLEMENT)
    client = Client()
    client.force_login(row.owner if page == "submission" else make_officer(role="officer"))
    content = client.get(reverse(page, args=[row.pk])).content.decode()
    for slip in Slip.objects.filter(submission=row):
        assert reverse(route, args=[row.pk, slip.pk]) in content
        assert reverse("slip_check", args=[slip.token]) in content
        assert slip.number in content
