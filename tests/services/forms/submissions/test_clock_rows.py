"""The numbers of the clock as dated rows: what holds on a day, for all services and for one."""

from datetime import date, time

import pytest
from django.core.exceptions import ValidationError

from services.forms.clock import Closing, Resume
from services.forms.models import ClockRow, RuleMissing, rule_in_force, rule_table
from services.forms.rules.clock_values import ClockKey
from tests.builders_submissions import make_open_service

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 30)


def test_the_law_of_today_is_planted():
    rule = rule_in_force(TODAY)
    assert (rule.resume, rule.request_days, rule.reply_days) == (Resume.RESTART, 3, 15)
    assert (rule.intake_hours, rule.officers_told_hours, rule.handed_on_until) == (8, 2, time(15))
    assert (rule.extensions, rule.extension_days_before, rule.closing) == (1, 1, Closing.STAFF)
    assert (rule.payment_pauses, rule.early_requests_count, rule.late_acceptance_waits) == (True, True, True)
    assert {source.about for source in rule.sources} == set(ClockKey.values)
    resume = next(source for source in rule.sources if source.about == "resume")
    assert (resume.law, resume.article, resume.certainty) == ("nd-118-2025", "Điều 19.5", "own_reading")
    second = next(source for source in rule.sources if source.about == "second_request_is_late")
    assert (second.law, second.certainty) == ("", "unconfirmed")


@pytest.mark.parametrize(
    ("on", "resume"),
    [
        (date(2015, 1, 1), Resume.CONTINUE),
        (date(2025, 6, 30), Resume.CONTINUE),
        (date(2025, 7, 1), Resume.RESTART),
    ],
)
def test_another_law_holds_from_its_day_on(on, resume):
    assert rule_in_force(on).resume is resume


def test_a_later_row_changes_what_holds_from_its_day_on():
    ClockRow.objects.create(key=ClockKey.REQUEST_DAYS, value="5", valid_from=date(2027, 1, 1))
    assert rule_in_force(date(2026, 12, 31)).request_days == 3
    assert rule_in_force(date(2027, 1, 1)).request_days == 5


def test_an_act_about_one_field_goes_before_and_holds_for_its_service_alone():
    service, other = make_open_service(), make_open_service("Cấp phép khác")
    ClockRow.objects.create(
        key=ClockKey.REPLY_DAYS, value="30", service=service, valid_from=date(2026, 1, 1), law="luat", article="7"
    )
    assert rule_in_force(TODAY, service.translation_key).reply_days == 30
    assert rule_in_force(date(2025, 12, 31), service.translation_key).reply_days == 15
    assert rule_in_force(TODAY, other.translation_key).reply_days == 15
    assert rule_in_force(TODAY).reply_days == 15


@pytest.mark.parametrize(
    ("fields", "place"),
    [
        ({"value": "many"}, "value"),
        ({"key": ClockKey.INTAKE_HOURS, "value": "4", "law": "nd-118-2025", "article": "7"}, "service"),
        ({"value": "30"}, "law"),
        ({"value": "30", "law": "nd-118-2025"}, "law"),
        ({"value": "30", "law": "luat", "article": "7"}, "law"),
    ],
)
def test_a_row_of_a_service_names_its_law_and_says_what_may_differ(fields, place):
    told = {"key": ClockKey.REPLY_DAYS, "valid_from": TODAY, "service": make_open_service()} | fields
    with pytest.raises(ValidationError) as refused:
        ClockRow(**told).full_clean()
    assert place in refused.value.message_dict


def test_a_kind_without_any_row_is_told():
    ClockRow.objects.filter(key=ClockKey.CLOSING).delete()
    with pytest.raises(RuleMissing, match="closing"):
        rule_in_force(TODAY)


def test_the_mark_tells_tables_apart_by_what_they_say():
    before = rule_table().mark
    ClockRow.objects.filter(key=ClockKey.CLOSING).update(note="x", article="1")
    assert rule_table().mark == before
    ClockRow.objects.filter(key=ClockKey.CLOSING).update(value="automatic")
    assert rule_table().mark != before
