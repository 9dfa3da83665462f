"""The calculator as JSON: the whole working as data, strict parameters, open to scripts of other sites."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation

from core.models import Holiday
from tests.builders import make_service, translate
from tests.cost import cold_cost

pytestmark = [pytest.mark.django_db, pytest.mark.once]  # words and looks; no question of its own

LIMITS = [
    {"value": 5, "unit": "working_day"},
    {"value": 8, "unit": "working_hour", "channel": "online"},
    {"value": 2, "unit": "working_day", "case": "Phải xác minh"},
    {"value": 3, "unit": "working_day", "case": "Không phải xác minh", "note": "Tối đa."},
]


def place(service, **asked: str) -> str:
    with translation.override(service.locale.language_code):
        return reverse("due_date_json", args=[service.slug], query=asked)


def fetch(service, **asked: str):
    return Client(headers={"cookie": "sessionid=x"}).get(place(service, **asked))


def limits(service, **asked: str) -> list[dict]:
    answer = fetch(service, **{"received": "2026-11-20T16:40", **asked})
    assert answer.status_code == 200, answer.content.decode()
    return answer.json()["limits"]


def test_the_answer_tells_the_date_with_its_working():
    Holiday.objects.create(date=date(2026, 11, 24), name="Ngày Văn hóa Việt Nam", status="official")
    Holiday.objects.create(date=date(2026, 11, 25), name="Chưa rõ")
    service = make_service(durations=LIMITS[:1], procedure_code="1.001193")
    answer = fetch(service, received="2026-11-20T17:01").json()
    (limit,) = answer.pop("limits")
    assert answer.pop("notice")
    assert answer == {
        "service": {
            "id": service.pk,
            "procedure_code": "1.001193",
            "title": "Đăng ký khai sinh",
            "locale": "vi",
            "html_url": answer["service"]["html_url"],
        },
        "received": "2026-11-20T17:01:00+07:00",
        "channel": None,
        "case": None,
        "case_key": None,
        "working_hours": [["07:00", "11:30"], ["13:30", "17:00"]],
        "cut_off": None,
    }
    assert answer["service"]["html_url"].endswith("/dich-vu/dang-ky-khai-sinh/")
    sentences, doubts = limit.pop("explanation"), limit.pop("may_change")
    assert (len(sentences), len(doubts)) == (8, 1)
    rule = limit.pop("rule")
    assert {source["about"]: source for source in rule.pop("sources")}["resume"] == {
        "about": "resume",
        "law": "nd-118-2025",
        "article": "Điều 19.5",
        "name": "Nghị định 118/2025/NĐ-CP, Điều 19.5",
        "certainty": "own_reading",
    }
    assert rule == {
        "resume": "restart",
        "request_until": "2026-11-27T17:00:00+07:00",
        "reply_days": 15,
        "extend_until": "2026-11-30T23:59:00+07:00",
    }
    assert limit == {
        "value": 5,
        "unit": "working_day",
        "text": limit["text"],
        "iso8601": None,
        "channel": None,
        "case": "",
        "case_key": "",
        "counted_from": "acceptance",
        "note": "",
        "due": "2026-12-01T17:00:00+07:00",
        "no_date": None,
        "counts_from": "2026-11-23T07:00:00+07:00",
        "counts_later_because": "closed",
        "days": [
            day("2026-11-24", "2026-11-24", "holiday", name="Ngày Văn hóa Việt Nam"),
            day("2026-11-25", "2026-11-27", "counted", numbers=[1, 3]),
            day("2026-11-28", "2026-11-29", "weekend"),
            day("2026-11-30", "2026-12-01", "counted", numbers=[4, 5]),
        ],
    }


def day(first: str, last: str, what: str, **more) -> dict:
    return {"from": first, "to": last, "what": what, "name": "", "numbers": None, "minutes": None, **more}


def test_hours_tell_their_minutes():
    (limit,) = limits(make_service(durations=LIMITS[1:2]))
    assert limit["due"] == "2026-11-23T16:40:00+07:00"
    assert limit["days"] == [
        day("2026-11-20", "2026-11-20", "counted", minutes=20),
        day("2026-11-21", "2026-11-22", "weekend"),
        day("2026-11-23", "2026-11-23", "counted", minutes=460),
    ]


def test_a_request_has_the_limit_run_anew_and_the_days_before_it_are_void():
    Holiday.objects.create(date=date(2026, 11, 24), name="Ngày Văn hóa Việt Nam", status="official")
    service = make_service(durations=LIMITS[:1])
    (limit,) = limits(service, asked="2026-11-23T09:00", complete="2026-11-26T16:00")
    assert limit["due"] == "2026-12-03T17:00:00+07:00"
    assert limit["days"] == [
        day("2026-11-21", "2026-11-22", "weekend"),
        day("2026-11-23", "2026-11-23", "void"),
        day("2026-11-24", "2026-11-24", "holiday", name="Ngày Văn hóa Việt Nam"),
        day("2026-11-25", "2026-11-26", "paused"),
        day("2026-11-27", "2026-11-27", "counted", numbers=[1, 1]),
        day("2026-11-28", "2026-11-29", "weekend"),
        day("2026-11-30", "2026-12-03", "counted", numbers=[2, 5]),
    ]
    assert limit["rule"]["request_until"] is None
    (waiting,) = limits(service, asked="2026-11-23T09:00")
    assert (waiting["due"], waiting["no_date"]) == (None, "paused")
    (before,) = limits(service, received="2025-06-20T16:40", asked="2025-06-23T09:00", complete="2025-06-25T09:00")
    assert (before["rule"]["resume"], before["due"]) == ("continue", "2025-07-01T17:00:00+07:00")


@pytest.mark.parametrize(
    "asked",
    [
        {"complete": "2026-11-26T16:00"},
        {"asked": "2026-11-20T16:39"},
        {"asked": "2026-11-23T09:00", "complete": "2026-11-23T08:59"},
        {"asked": "soon"},
    ],
)
def test_requests_that_cannot_be_are_refused(asked):
    answer = fetch(make_service(durations=LIMITS[:1]), received="2026-11-20T16:40", **asked)
    assert answer.status_code == 400


def test_a_case_is_named_by_its_short_name_or_its_words():
    service = make_service(durations=LIMITS)
    for case in ("phai-xac-minh", "Phải xác minh"):
        assert [limit["due"] for limit in limits(service, case=case)] == ["2026-11-24T17:00:00+07:00"]
    assert [limit["value"] for limit in limits(service, channel="online")] == [8, 2, 3]
    assert len(limits(service)) == 4


def test_an_english_page_answers_in_english():
    service = translate(make_service(durations=LIMITS[:1]), {"dang-ky-khai-sinh": "birth"})
    answer = fetch(service, received="2026-11-20T16:40")
    assert answer.headers["Content-Language"] == "en"
    assert answer.json()["limits"][0]["explanation"][-1] == "Due at 17:00, Friday 27 November 2026."


@pytest.mark.parametrize(
    ("asked", "parameter"),
    [
        ({}, "received"),
        ({"received": ""}, "received"),
        ({"received": "yesterday"}, "received"),
        ({"received": "2026-02-30T10:00"}, "received"),
        ({"received": "1999-12-31T23:59"}, "received"),
        ({"received": "2100-01-01T00:00"}, "received"),
        ({"received": "9999-12-31T23:59:59-14:00"}, "received"),
        ({"received": "2026-11-20T16:40 07:00"}, "received"),
        ({"received": "٢٠٢٦-١١-٢٠T١٦:٤٠"}, "received"),
        ({"received": "2026-11-20T16:40", "channel": "fax"}, "channel"),
        ({"received": "2026-11-20T16:40", "channel": ""}, "channel"),
        ({"received": "2026-11-20T16:40", "case": "none"}, "case"),
        ({"received": "2026-11-20T16:40", "cases": "none"}, "cases"),
    ],
)
def test_bad_input_is_a_problem_that_names_the_parameter(asked, parameter):
    answer = fetch(make_service(durations=LIMITS), **asked)
    assert answer.status_code == 400
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert [error["parameter"] for error in answer.json()["errors"]] == [parameter]
    assert answer.headers["Access-Control-Allow-Origin"] == "*"


@pytest.mark.parametrize("ending", ["?received=%00", "?received=2026-11-20T16:40&received=2026-11-21T16:40"])
def test_a_nul_byte_and_a_second_moment_are_problems_too(ending):
    answer = Client().get(place(make_service(durations=LIMITS)) + ending)
    assert (answer.status_code, answer.headers["Content-Type"]) == (400, "application/problem+json")


def test_a_case_where_no_limit_names_one_is_a_problem():
    answer = fetch(make_service(durations=LIMITS[:1]), received="2026-11-20T16:40", case="x")
    assert answer.json()["detail"] == "case: is not known here: the limits name no cases"


def test_nothing_is_there_for_an_unknown_service():
    answer = Client().get("/en/services/none/due-date.json?received=2026-11-20T16:40")
    assert (answer.status_code, answer.headers["Content-Type"]) == (404, "application/problem+json")


def test_anybody_may_keep_the_answer_and_scripts_of_other_sites_may_read_it():
    service = make_service(durations=LIMITS)
    answer = fetch(service, received="2026-11-20T16:40")
    assert answer.headers["Cache-Control"].startswith("public, max-age=60, s-maxage=300")
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert answer.headers["Vary"] == "Accept-Encoding"
    assert not answer.cookies
    again = Client().get(place(service, received="2026-11-20T16:40"), headers={"if-none-match": answer.headers["ETag"]})
    assert again.status_code == 304
    assert Client().options(place(service)).status_code == 204
    assert Client().post(place(service)).status_code == 405


def test_an_untranslated_service_leads_to_the_vietnamese_answer():
    service = make_service(durations=LIMITS)
    english = translate(make_service("Đăng ký kết hôn"), {"dang-ky-ket-hon": "marriage"}).locale
    if not service.has_translation(english):
        service.copy_for_translation(english, alias=True)
    answer = fetch(service.get_translation(english), received="2026-11-20T16:40")
    assert (answer.status_code, answer.url) == (302, place(service) + "?received=2026-11-20T16%3A40")


def test_the_answer_costs_few_queries(client):
    service = make_service(durations=LIMITS)
    Holiday.objects.create(date=date(2026, 11, 24), name="Ngày Văn hóa Việt Nam")
    assert cold_cost(client, place(service, received="2026-11-20T16:40")) <= 10
