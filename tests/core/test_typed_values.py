"""Dates, times and amounts as people here type them, in the admin's forms."""

from datetime import date, datetime, time

import pytest
from django import forms
from django.utils import timezone, translation
from wagtail.admin.widgets import AdminDateInput

from core.models.dong_field import DongFormField
from core.money import parse_dong
from departments.models import DepartmentPage, OpeningHours
from tests.builders import make_department, make_notice, make_service, publish
from tests.forms import posted


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize(
    ("field", "typed", "value"),
    [
        (forms.DateField(), "31/12/2026", date(2026, 12, 31)),
        (forms.DateField(), "1/2/2026", date(2026, 2, 1)),
        (forms.DateField(), "31-12-2026", date(2026, 12, 31)),
        (forms.DateField(), "31.12.2026", date(2026, 12, 31)),
        (forms.DateField(), "2026-12-31", date(2026, 12, 31)),
        (forms.TimeField(), "7:30", time(7, 30)),
        (forms.TimeField(), "7h30", time(7, 30)),
        (forms.TimeField(), "17h", time(17)),
        (forms.TimeField(), "7 giờ 30", time(7, 30)),
        (forms.DateTimeField(), "31/12/2026 7h30", datetime(2026, 12, 31, 7, 30)),  # noqa: DTZ001 (as typed)
        (forms.DateTimeField(), "7:30 31/12/2026", datetime(2026, 12, 31, 7, 30)),  # noqa: DTZ001 (as typed)
    ],
)
def test_dates_and_times_are_read_alike_in_both_languages(field, typed, value, language):
    with translation.override(language):
        read = field.clean(typed)
    assert (timezone.make_naive(read) if isinstance(read, datetime) else read) == value


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        (forms.DateField(), "31/13/2026", "Ghi ngày theo kiểu 31/12/2026."),
        (forms.TimeField(), "sáng", "Ghi giờ theo kiểu 7:30 hoặc 7h30."),
        (DongFormField(), "1,5 triệu", "Ghi số tiền tròn đồng, ví dụ 1.500.000."),
    ],
)
def test_what_is_not_understood_is_said_with_an_example(field, typed, said):
    with pytest.raises(forms.ValidationError) as refused:
        field.clean(typed)
    assert refused.value.messages == [said]


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("1.500.000", 1_500_000),
        ("1500000", 1_500_000),
        ("1.500.000 đ", 1_500_000),
        ("1,500,000 VND", 1_500_000),
        ("1 500 000 đồng", 1_500_000),
        ("1\xa0500\xa0000", 1_500_000),
        ("8.000", 8_000),
        ("0", 0),
        ("1.5", None),
        ("1.50.000", None),
        ("1.500,000", None),
        ("-5", None),
        ("", None),
        ("năm nghìn", None),
    ],
)
def test_amounts_are_whole_dong_however_grouped(typed, amount):
    assert parse_dong(typed) == amount


def test_an_amount_is_shown_as_it_is_typed():
    assert 'value="1.500.000"' in str(_form(1_500_000)["amount"])


def _form(amount):
    class Amount(forms.Form):
        amount = DongFormField(required=False)

    return Amount(initial={"amount": amount})


def test_the_week_of_the_calendar_begins_on_monday():
    assert AdminDateInput().get_config() == {"dayOfWeekStart": 1, "format": "d/m/Y"}


@pytest.mark.django_db
def test_an_editor_types_a_date_and_a_bad_one_stays_in_its_field(admin_client):
    notice = make_notice()
    address = f"/quan-tri/pages/{notice.pk}/edit/"
    admin_client.post(address, posted(notice, dated="31.12.2026"))
    notice.refresh_from_db()
    assert notice.get_latest_revision_as_object().dated == date(2026, 12, 31)
    html = admin_client.post(address, posted(notice, dated="32/12/2026")).content.decode()
    assert 'value="32/12/2026"' in html
    assert "Ghi ngày theo kiểu 31/12/2026." in html


@pytest.mark.django_db
def test_an_editor_types_hours_and_an_amount(admin_client):
    office = make_department("Sở Y tế")
    office.opening_hours.add(
        OpeningHours(weekday=1, opens=time(7), closes=time(11), locale=office.locale, sort_order=0)
    )
    office = DepartmentPage.objects.get(pk=publish(office).pk)
    data = posted(office, **{"opening_hours-0-opens": "7h30", "opening_hours-0-closes": "11:30"})
    admin_client.post(f"/quan-tri/pages/{office.pk}/edit/", data)
    hours = DepartmentPage.objects.get(pk=office.pk).get_latest_revision_as_object().opening_hours.all()[0]
    assert (hours.opens, hours.closes) == (time(7, 30), time(11, 30))

    service = make_service(fees=[{"name": "Lệ phí", "status": "amount", "amount": 8000}])
    admin_client.post(f"/quan-tri/pages/{service.pk}/edit/", posted(service, **{"fees-0-amount": "1.500.000 đ"}))
    service.refresh_from_db()
    assert service.get_latest_revision_as_object().fees.all()[0].amount == 1_500_000
