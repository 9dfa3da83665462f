"""Lines of Vietnamese end between words, and a summary under a title is one line."""

import pytest
from django.utils.html import format_html

from core.line_breaks import NO_BREAK, one_line, tied

pytestmark = pytest.mark.once


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Cấp giấy phép công trình cấp II", "Cấp giấy phép công_trình cấp_II"),
        ("Chuyển nơi ở", "Chuyển nơi_ở"),
        ("Vận tải, đất đai", "Vận_tải, đất_đai"),
        ("Đăng ký khai sinh", "Đăng ký khai sinh"),
        ("cấp IX", "cấp IX"),
        (
            '<a href="/nơi ở/" title="nơi ở">nơi ở</a>',
            "&lt;a href=&quot;/nơi_ở/&quot; title=&quot;nơi_ở&quot;&gt;nơi_ở&lt;/a&gt;",
        ),
    ],
)
def test_words_of_two_syllables_stay_on_one_line(text, shown):
    assert tied(text).replace(NO_BREAK, "_") == shown


def test_tags_of_a_link_are_left_as_they_are():
    link = format_html('<a href="{}">{}</a>', "/nơi ở/", "nơi ở")
    assert tied(link) == f'<a href="/nơi ở/">nơi{NO_BREAK}ở</a>'


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("", ""),
        ("Đăng ký khai tử và nhận trích lục.", "Đăng ký khai tử và nhận trích lục"),
        ("Nộp tại xã. Có kết quả trong ngày.", "Nộp tại xã"),
        (
            "Doanh nghiệp nộp hồ sơ đến Ủy ban nhân dân cấp tỉnh nơi đặt trụ sở để được chứng nhận.",
            "Doanh nghiệp nộp hồ sơ đến Ủy ban nhân dân cấp tỉnh nơi đặt…",
        ),
    ],
)
def test_summary_becomes_one_line(text, shown):
    assert one_line(text) == shown
    assert len(shown) <= 60
