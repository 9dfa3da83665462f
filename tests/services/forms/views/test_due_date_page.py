"""The calculator of appointment dates as a page: what anybody reads there, without a cookie."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation

from core.models import Holiday, PortalSettings
from tests.builders import make_complete_service, make_service, translate
from tests.cost import cold_cost
from tests.markup import faults, soup, words

pytestmark = [pytest.mark.django_db, pytest.mark.once]  # words and looks; no question of its own

LIMITS = [
    {"value": 5, "unit": "working_day"},
    {"value": 8, "unit": "working_hour", "channel": "online"},
    {"value": 30, "unit": "calendar_day", "case": "Phải xác minh"},
    {"value": 10, "unit": "working_day", "case": "Không phải xác minh", "note": "Thời hạn tối đa."},
]
ENGLISH = {"Đăng ký khai sinh": "Birth registration", "dang-ky-khai-sinh": "birth-registration"}


def english_service(**fields):
    """A service with an English page; the tests read that, whose words are the msgids."""
    service = make_service(**fields)
    return translate(service, {**ENGLISH, "Phải xác minh": "To be verified", "Không phải xác minh": "Not verified"})


def place(service, **asked: str) -> str:
    with translation.override(service.locale.language_code):
        return reverse("due_date", args=[service.slug], query=asked)


def read(service, **asked: str):
    answer = Client().get(place(service, **asked))
    assert answer.status_code == 200
    assert faults(answer.content) == []
    return answer


def dates(answer) -> list[str]:
    return [" ".join(line.get_text().split()) for line in soup(answer.content).select("section .portal-lead")]


def test_the_page_of_a_service_leads_to_the_calculator(client):
    service = english_service(durations=LIMITS[:1])
    with translation.override("en"):
        page = soup(client.get(service.get_url()).content)
    assert page.find("a", href=place(service)).get_text() == "Work out the appointment date"


def test_a_service_without_limits_does_not_lead_there_and_the_calculator_says_why(client):
    service = english_service()
    with translation.override("en"):
        assert place(service) not in client.get(service.get_url()).content.decode()
    assert "The time limit of this service is not published" in words(read(service).content)


def test_the_address_is_that_of_the_service():
    assert place(english_service()) == "/en/services/birth-registration/due-date/"


def test_without_a_moment_an_acceptance_now_is_worked_out(travel):
    travel("2026-11-20T16:40")
    answer = read(english_service(durations=LIMITS))
    assert "Due at 17:00, Friday 27 November 2026." in dates(answer)
    assert "an acceptance now" in words(answer.content)
    assert soup(answer.content).select_one("[name=received]")["value"] == "2026-11-20T16:40"
    form = soup(answer.content).select_one("article form")
    assert form["method"] == "get"
    assert {field["name"] for field in form.select("[name]")} == {"received", "channel", "case"}
    assert form.select_one("[name=received]")["type"] == "datetime-local"
    assert not answer.cookies
    assert "public" in answer.headers["Cache-Control"]


def test_outside_office_hours_it_is_the_next_opening_and_says_so(travel):
    travel("2026-11-20T17:30")
    answer = read(english_service(durations=LIMITS[:1]))
    assert soup(answer.content).select_one("[name=received]")["value"] == "2026-11-23T07:00"
    assert "The office is closed at this moment" in words(answer.content)
    assert dates(answer) == ["Due at 17:00, Monday 30 November 2026."]
    assert soup(answer.content).select_one("meta[name=robots]") is None


def test_only_what_makes_a_difference_is_asked():
    form = soup(read(english_service(durations=LIMITS[:1])).content).select_one("article form")
    assert {field["name"] for field in form.select("[name]")} == {"received"}


def test_a_moment_gives_every_date_that_may_hold_with_its_working():
    answer = read(english_service(durations=LIMITS), received="2026-11-20T16:40")
    assert dates(answer) == [
        "Due at 17:00, Friday 27 November 2026.",
        "Due at 16:40, Monday 23 November 2026.",
        "Due at 17:00, Monday 21 December 2026.",
        "Due at 17:00, Friday 4 December 2026.",
    ]
    told = words(answer.content)
    assert "Monday 23 November 2026 to Friday 27 November 2026: days 1 to 5." in told
    assert "Note on this time limit: Thời hạn tối đa." in told
    assert "What is worked out here is no promise" in told


def test_channel_and_case_leave_the_limit_that_holds():
    service = english_service(durations=LIMITS)
    online = {"received": "2026-11-20T16:40", "channel": "online"}
    assert dates(read(service, **online))[0] == "Due at 16:40, Monday 23 November 2026."
    assert dates(read(service, **online, case="to-be-verified")) == ["Due at 17:00, Monday 21 December 2026."]
    assert dates(read(service, received="2026-11-20T16:40", channel="post", case="not-verified")) == [
        "Due at 17:00, Friday 4 December 2026."
    ]


def test_a_channel_without_a_limit_is_not_given_that_of_another():
    service = english_service(durations=[{"value": 5, "unit": "working_day", "channel": "online"}])
    answer = read(service, received="2026-11-20T16:40", channel="post")
    assert dates(answer) == []
    assert "No time limit is published for this way of filing; ask where applications are received" in words(
        answer.content
    )


def test_limits_that_cannot_be_dated_say_so():
    limits = [
        {"value": 5, "unit": "working_day", "counted_from": "event", "note": "Kể từ ngày thụ lý."},
        {"unit": "words", "note": "Theo thỏa thuận"},
    ]
    answer = read(english_service(durations=limits), received="2026-11-20T16:40")
    event, told = dates(answer)
    assert event.startswith("This time limit counts from another event than acceptance")
    assert event.endswith("Kể từ ngày thụ lý.")
    assert told == "The time limit is told in words, so no date can be worked out: Theo thỏa thuận"
    assert words(answer.content).count("Theo thỏa thuận") == 1


def test_days_off_and_hours_come_from_the_cms():
    service = english_service(durations=LIMITS[:1])
    Holiday.objects.create(
        date=date(2026, 11, 24), name="Ngày Văn hóa Việt Nam", name_en="Vietnamese Culture Day", status="official"
    )
    PortalSettings.objects.update(afternoon_closes="16:30")
    answer = read(service, received="2026-11-20T16:20")
    assert dates(answer) == ["Due at 16:30, Monday 30 November 2026."]
    assert "day off, does not count – Vietnamese Culture Day." in words(answer.content)


@pytest.mark.parametrize(
    "asked",
    [
        {"received": ""},
        {"received": "tomorrow"},
        {"received": "2026-02-30T10:00"},
        {"received": "1999-12-31T10:00"},
        {"received": "9999-12-31T23:59"},
        {"received": "0001-01-01T00:00+14:00"},
        {"received": "2" * 5000},
        {"received": "2026-11-20T16:40", "channel": "fax"},
        {"received": "2026-11-20T16:40", "case": "none"},
    ],
)
def test_what_cannot_be_read_is_told_at_its_field(asked):
    answer = Client().get(place(english_service(durations=LIMITS), **asked))
    assert answer.status_code == 400
    assert faults(answer.content) == []
    assert len(soup(answer.content).select(".govuk-error-summary__list a")) == 1
    assert dates(answer) == []


@pytest.mark.clock
def test_what_was_typed_stands_in_the_box_again():
    service = english_service(durations=LIMITS[:1])
    for typed, kind in (("2026-11-20T16:40", "datetime-local"), ("tomorrow <b>", "text"), ("1999-12-31 10:00", "text")):
        box = soup(Client().get(place(service, received=typed)).content).select_one("[name=received]")
        assert (box["value"], box["type"]) == (typed, kind)


@pytest.mark.parametrize(
    "received", ["2026-11-20T16:40", "2026-11-20 16:40", "2026-11-20T16:40:59", "2026-11-20T09:40Z", "2026-11-20"]
)
def test_a_moment_may_be_written_in_several_ways(received):
    service = english_service(durations=LIMITS[:1])
    assert dates(read(service, received=received)) == ["Due at 17:00, Friday 27 November 2026."]


def test_an_untranslated_service_leads_to_the_vietnamese_calculator(client):
    service = make_service(durations=LIMITS[:1])
    english = translate(make_service("Đăng ký kết hôn"), {"dang-ky-ket-hon": "marriage"}).locale
    if not service.has_translation(english):
        service.copy_for_translation(english, alias=True)
    alias = service.get_translation(english)
    answer = client.get(place(alias, received="2026-11-20T16:40"))
    assert (answer.status_code, answer.url) == (302, place(service) + "?received=2026-11-20T16%3A40")


def test_both_languages_know_each_other(client):
    service = english_service(durations=LIMITS[:1])
    source = service.get_translations().get().specific
    links = soup(client.get(place(source)).content).select("link[hreflang]")
    found = {link["hreflang"]: link["href"] for link in links}
    assert found["en"].endswith(place(service))
    assert found["vi"].endswith(place(source))


def test_a_hidden_or_unknown_service_has_no_calculator(client):
    draft = make_service(live=False, durations=LIMITS[:1])
    assert client.get(place(draft)).status_code == 404
    assert client.get("/en/services/none/due-date/").status_code == 404


def test_the_calculator_costs_few_queries(client):
    service = english_service(durations=LIMITS)
    Holiday.objects.create(date=date(2026, 11, 24), name="Ngày Văn hóa Việt Nam")
    assert cold_cost(client, place(service, received="2026-11-20T16:40")) <= 25
    assert cold_cost(client, place(make_complete_service("Đăng ký kết hôn"), received="2026-11-20T16:40")) <= 25


def test_whoever_wants_it_is_asked_about_a_request_for_documents():
    service = english_service(durations=LIMITS[:1])
    plain = read(service, received="2026-11-20T16:40")
    link = soup(plain.content).find("a", href=lambda href: href and "asked=" in href)
    assert link["href"] == "?received=2026-11-20T16%3A40&asked=&complete="
    told = {"received": "2026-11-20T16:40", "asked": "2026-11-23T09:00", "complete": "2026-11-26T16:00"}
    answer = read(service, **told)
    assert "Due at 17:00, Thursday 3 December 2026." in dates(answer)
    assert "the whole time limit runs anew from there" in words(answer.content)
    assert Client().get(place(service, **told | {"complete": "2026-11-22T16:00"})).status_code == 400
