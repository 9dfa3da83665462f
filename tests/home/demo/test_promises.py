"""What the demo's texts promise about data and files, held against the settings that keep the promise."""

import json
import re

import pytest
from django.conf import settings

from config.env import ROOT
from home.demo.content import read
from services.forms.uploads.kinds import KINDS
from services.forms.uploads.limits import LARGEST_FILE, LARGEST_TOGETHER, MEGABYTE, MOST_FILES


def text_of(name: str, key: str, value: str) -> str:
    """All words of one record, its parts included."""
    record = next(record for record in read(name) if record[key] == value)
    return json.dumps(record, ensure_ascii=False)


@pytest.mark.parametrize(
    "promise",
    [
        f"Bản nháp: {settings.DRAFT_DAYS} ngày kể từ lần sửa cuối",
        f"Hồ sơ đã nộp: {settings.RETENTION_YEARS} năm kể từ khi kết thúc",
        f"nhiều nhất sau {settings.SESSION_COOKIE_AGE // 3600} giờ",
        f"bị xóa sau {settings.UNCONFIRMED_DAYS} ngày",
    ],
)
def test_personal_data_page_says_how_long_things_are_kept(promise):
    assert promise in text_of("standing", "role", "privacy")


def test_one_hour_is_how_long_typed_answers_wait():
    assert settings.KEPT_POST_SECONDS == 3600
    assert "Những gì bạn gõ khi phiên đăng nhập vừa hết hạn: một giờ" in text_of("standing", "role", "privacy")
    assert "những gì vừa gõ được giữ một giờ" in text_of("guidance", "slug", "nop-ho-so-truc-tuyen")


def test_one_year_is_the_longest_that_a_cookie_lives():
    assert settings.CSRF_COOKIE_AGE <= 366 * 24 * 3600
    assert "giữ nhiều nhất một năm" in text_of("standing", "role", "privacy")


@pytest.mark.parametrize(
    "promise",
    [
        f"Mỗi tệp tối đa {LARGEST_FILE // MEGABYTE} MB",
        f"tối đa {MOST_FILES} tệp và {LARGEST_TOGETHER // MEGABYTE} MB",
        f"được giữ {settings.DRAFT_DAYS} ngày kể từ lần sửa cuối",
        "nhắc trước {} ngày và {} ngày".format(*settings.DRAFT_REMINDERS),
        *(kind.name.upper() for kind in KINDS),
    ],
)
def test_guide_to_filing_says_what_is_taken_and_kept(promise):
    assert promise in text_of("guidance", "slug", "nop-ho-so-truc-tuyen")


def test_guide_to_accounts_describes_the_code_that_is_sent():
    code = settings.ALLAUTH_USER_CODE_FORMAT
    promise = f"một mã gồm {code['length']} chữ số, dùng được trong {settings.CODE_MINUTES} phút"
    assert code["numeric"]
    assert promise in text_of("guidance", "slug", "tai-khoan")


def test_demonstration_codes_begin_as_the_guide_says():
    settings_of_demo = (ROOT / "site" / "config" / "settings" / "demo.py").read_text(encoding="utf-8")
    mark = re.search(r'^SUBMISSION_MARK = "(\w+)"$', settings_of_demo, re.MULTILINE)
    assert mark
    assert f"bắt đầu bằng {mark[1]} " in text_of("guidance", "slug", "tra-cuu-ho-so")


def test_nothing_says_any_more_that_no_dossiers_are_taken():
    for name in ("guidance", "notices", "standing", "front", "english"):
        words = json.dumps(read(name), ensure_ascii=False)
        for old in ("chưa nhận hồ sơ", "chưa có chức năng tra cứu", "takes no applications", "nút nộp hồ sơ luôn dẫn"):
            assert old not in words
