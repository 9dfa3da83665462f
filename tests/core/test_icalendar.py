"""An entry of a calendar: lines as RFC 5545 wants them, Vietnamese letters whole."""

from dataclasses import replace
from datetime import date

import pytest

from core.icalendar import OCTETS, WholeDay, calendar_of

pytestmark = pytest.mark.once  # asks no database

ENTRY = WholeDay(
    uid="1@x",
    day=date(2026, 12, 31),
    title="Hạn trả kết quả: cấp đặc biệt, cấp I; cấp II",
    text="Dòng một\nDòng hai\\",
    url="https://portal.example/dich-vu/x/",
    made_on=date(2026, 11, 30),
)


def unfolded(data: bytes) -> list[str]:
    return data.decode().replace("\r\n ", "").split("\r\n")


def test_the_entry_lasts_the_whole_day():
    lines = unfolded(calendar_of(ENTRY, language="vi"))
    assert "DTSTART;VALUE=DATE:20261231" in lines
    assert "DTEND;VALUE=DATE:20270101" in lines
    assert lines[0] == "BEGIN:VCALENDAR"
    assert lines[-2:] == ["END:VCALENDAR", ""]


def test_signs_that_part_values_are_told_as_text():
    lines = unfolded(calendar_of(ENTRY, language="vi"))
    assert "SUMMARY;LANGUAGE=vi:Hạn trả kết quả: cấp đặc biệt\\, cấp I\\; cấp II" in lines
    assert "DESCRIPTION;LANGUAGE=vi:Dòng một\\nDòng hai\\\\" in lines


def test_long_lines_are_folded_between_letters():
    title = "Cấp giấy phép xây dựng mới công trình " * 5
    data = calendar_of(replace(ENTRY, title=title.strip()), language="vi")
    parts = data.split(b"\r\n")
    assert max(map(len, parts)) <= OCTETS
    assert all(part.decode() for part in parts if part)
    assert f"SUMMARY;LANGUAGE=vi:{title.strip()}" in unfolded(data)
