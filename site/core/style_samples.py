"""Made-up values for the style page: one of everything a component can show."""

from datetime import date
from types import SimpleNamespace
from typing import Any

from django import forms

from core.forms import (
    DateBoxes,
    IdentificationNumberField,
    LineField,
    PhoneField,
    PortalDateField,
    PortalForm,
    TextField,
)
from core.links import Link

DEPARTMENT = Link("Sở Xây dựng", "#department")
FORMER = Link("Sở Giao thông vận tải", "#former")
SERVICE = Link("Cấp giấy phép xây dựng nhà ở riêng lẻ tại đô thị", "#service")
LEVELS = [SimpleNamespace(number=n, name=f"Mức độ {n}", title="Nộp hồ sơ trực tuyến") for n in (1, 2, 3, 4)]
FILE = SimpleNamespace(
    title="Đơn đề nghị cấp giấy phép xây dựng", url="#file", file_extension="docx", file_size=32_768, is_sample=True
)
HERE = {"file": FILE, "code": "Mẫu số 01"}
ELSEWHERE = {"url": "https://example.vn/", "names": ["Phụ lục.docx"], "website": "example.vn"}
"""Where forms are: a file of this portal, and one that another website has."""
LONG_NAME = "Một trong những giấy tờ hợp pháp về đất đai chứng minh sự phù hợp mục đích sử dụng đất; " * 5


def card(level: SimpleNamespace | None) -> SimpleNamespace:
    """Return a service in a list; one without a level is named in another language."""
    return SimpleNamespace(
        link=SERVICE,
        vietnamese="" if level else "Cấp giấy phép xây dựng nhà ở",
        code="1.013225",
        summary="Xin giấy phép trước khi xây mới, sửa chữa hoặc cải tạo nhà ở.",
        department=DEPARTMENT,
        level=level,
        time="15 ngày làm việc",
        fee="75.000 đồng",
    )


def option(text: str, count: int, *, is_chosen: bool = False) -> dict[str, Any]:
    """Return a value of a filter."""
    return {"value": text, "text": text, "lang": "", "is_chosen": is_chosen, "count": count}


def topic(text: str, count: int, summary: str = "") -> dict[str, Any]:
    """Return a way into the list of services."""
    return {"link": Link(text, "#topic"), "count": count, "summary": summary}


def filters() -> list[dict[str, Any]]:
    """Return two questions of the filter form, the first with an answer."""
    departments = [option("Sở Xây dựng", 14, is_chosen=True), option("Sở Y tế", 22)]
    levels = [option("Mức độ 3", 39), option("Mức độ 4", 1)]
    return [
        {"name": "department", "label": "Sở, ban, ngành", "options": departments, "blank": "Tất cả"},
        {"name": "level", "label": "Mức độ", "options": levels, "blank": "Tất cả"},
    ]


def steps() -> dict[str, Any]:
    """Return the bar under a long list, in the middle of it."""
    numbers = [{"number": number, "url": "#page", "is_current": number == 2} for number in (1, 2, 3)]
    return {"numbers": [*numbers, {"number": None}, {"number": 9, "url": "#page"}], "previous": "#a", "next": "#b"}


def departments() -> list[dict[str, Any]]:
    """Return a department with services and one without."""
    many = {"total": 11, "levels": [{"name": "Mức độ 3", "count": 7}, {"name": "Mức độ 2", "count": 4}]}
    return [
        {"entry": {"link": DEPARTMENT}, "offer": many},
        {"entry": {"link": Link("Sở Y tế", "#health")}, "offer": {"total": 0, "levels": []}},
    ]


def handovers() -> list[dict[str, Any]]:
    """Work that went to other departments, once with a source and once without."""
    police = Link("Công an tỉnh", "#police")
    return [
        {"work": "đường bộ, vận tải", "work_lang": "", "department": DEPARTMENT, "is_confirmed": True},
        {"work": "sát hạch lái xe", "work_lang": "", "department": police, "is_confirmed": False},
    ]


def chart() -> dict[str, Any]:
    """Bars of two colours for one month."""
    series = [{"name": "Đã nộp", "colour": "--portal-link"}, {"name": "Đã giải quyết", "colour": "--portal-action"}]
    bars = [
        {"x": 0, "y": 18 + 16 * row, "width": width, "colour": one["colour"]}
        for row, (width, one) in enumerate(zip((300, 180), series, strict=True))
    ]
    return {
        "name": "sample-chart",
        "title": "Hồ sơ theo tháng",
        "words": "Số hồ sơ nộp và đã giải quyết trong tháng.",
        "series": series,
        "bars": bars,
        "labels": [{"x": 0, "y": 14, "words": "Tháng 11/2026"}],
        "numbers": [{"x": 306, "y": 30, "words": "25"}, {"x": 186, "y": 46, "words": "15"}],
        "height": 48,
        "shown_width": 560,
        "shown_height": 67,
    }


def number_table() -> dict[str, Any]:
    """Return a row of numbers, one of them not known."""
    columns = ["Đã nộp", "Đúng hạn (%)"]
    row = {"name": DEPARTMENT, "cells": [(columns[0], "1.234"), (columns[1], "–")]}
    return {"caption": "Hồ sơ theo cơ quan", "first": "Cơ quan", "columns": columns, "rows": [row]}


def tabs() -> list[dict[str, Any]]:
    """Kinds of answers: the one that is open, one to open, one without answers."""
    return [
        {"text": "Tất cả các trang", "count": 12, "url": "#all", "is_current": True},
        {"text": "Dịch vụ công", "count": 12, "url": "#services", "is_current": False},
        {"text": "Biểu mẫu", "count": 0, "url": "", "is_current": False},
    ]


class SampleForm(PortalForm):
    """One of every control."""

    full_name = LineField(label="Họ và tên", help_text="Viết như trên thẻ căn cước", max_length=100)
    number = IdentificationNumberField(label="Số định danh cá nhân")
    born = PortalDateField(label="Ngày sinh", help_text="Ví dụ: 31 5 1990", widget=DateBoxes({"autocomplete": "bday"}))
    phone = PhoneField(label="Số điện thoại", required=False)
    receive = forms.ChoiceField(
        label="Nhận kết quả",
        choices=[("post", "Qua dịch vụ bưu chính"), ("online", "Trực tuyến")],
        widget=forms.RadioSelect,
    )
    papers = forms.MultipleChoiceField(
        label="Giấy tờ kèm theo",
        choices=[("birth", "Giấy khai sinh"), ("photo", "Ảnh thẻ")],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    ward = forms.ChoiceField(label="Xã, phường", choices=[("", "Chọn"), ("1", "Phường Hạc Thành")])
    file = forms.FileField(label="Tệp đính kèm", required=False)
    remark = TextField(label="Ghi chú", required=False)
    agreed = forms.BooleanField(label="Tôi cam đoan thông tin là đúng")


def wrong_form() -> SampleForm:
    """Return the sample form as it comes back with errors."""
    form = SampleForm(
        {"number": "123", "born_day": "31", "born_month": "2", "born_year": "1990", "receive": "online"},
        auto_id="wrong_%s",
    )
    form.add_error(None, "Hồ sơ này đã được nộp rồi.")
    return form


def samples() -> dict[str, Any]:
    """Return the context of the style page."""
    news = Link("Giảm phí đến hết năm", "#news")
    units = [
        {"department": DEPARTMENT, "former": FORMER, "count": 1, "services": [{"link": SERVICE, "code": "1.013225"}]}
    ]
    return {
        "levels": LEVELS,
        "cards": [card(level) for level in (*LEVELS, None)],
        "filters": filters(),
        "removals": [{"label": "Sở, ban, ngành", "text": "Sở Xây dựng", "lang": "", "url": "#removed"}],
        "steps": steps(),
        "topics": [topic("Sinh con", 3, "Khai sinh, số định danh."), topic("Đất đai, nhà ở", 14), topic("Việc làm", 4)],
        "news": [{"dated": date(2026, 11, 22), "link": news, "summary": "Áp dụng từ ngày đăng."}],
        "department_rows": departments(),
        "handover_rows": handovers(),
        "group": {"name": "Mức độ 4", "total": 1, "units": units},
        "file": FILE,
        "forms": [
            {"found_at": HERE, "code": "Mẫu số 01", "services": [SERVICE]},
            {
                "found_at": ELSEWHERE,
                "title": "Đơn đề nghị cấp giấy phép",
                "code": "",
                "services": [SERVICE],
            },
        ],
        "paper_forms": [HERE, ELSEWHERE],
        "long_name": LONG_NAME,
        "place": {
            "address": "Số 28 Đại lộ Lê Lợi, phường Hạc Thành, tỉnh Thanh Hóa",
            "where": "Số 28 Đại lộ Lê Lợi, phường Hạc Thành, tỉnh Thanh Hóa",
            "phone": "02373 900 900",
            "phone_note": "số cũ, chưa xác nhận",
        },
        "tabs": tabs(),
        "chart": chart(),
        "number_table": number_table(),
        "form": SampleForm(),
        "wrong_form": wrong_form(),
        "links": [DEPARTMENT, FORMER],
        "contact": {"organisation": "Văn phòng UBND tỉnh", "hotline": "02373 900 900"},
        "day": date(2026, 11, 22),
        "change_notes": [{"day": date(2026, 11, 22), "text": "Sửa mức lệ phí theo nghị quyết mới."}],
        "callouts": [
            {"kind": "note", "text": "Nộp hồ sơ mười ngày trước khi giấy phép cũ hết hạn."},
            {"kind": "warning", "text": "Không nộp bản gốc qua dịch vụ bưu chính."},
        ],
    }
