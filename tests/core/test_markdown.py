"""The handbooks' Markdown as HTML."""

import pytest

from core.markdown import Chapter, as_html, chapters


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("# Cho người biên tập", '<h1 id="cho-nguoi-bien-tap">Cho người biên tập</h1>'),
        ("## Đăng\nMột dòng\nhai dòng", '<h2 id="dang">Đăng</h2>\n<p>Một dòng hai dòng</p>'),
        ("Một\n\nHai", "<p>Một</p>\n<p>Hai</p>"),
        ("- một\n  còn nữa\n- hai", "<ul><li>một còn nữa</li><li>hai</li></ul>"),
        ("1. một\n2. hai", "<ol><li>một</li><li>hai</li></ol>"),
        ("3. ba\n4. bốn", '<ol start="3"><li>ba</li><li>bốn</li></ol>'),
        ("Khi:\n- một", "<p>Khi:</p>\n<ul><li>một</li></ul>"),
        ("**Đậm** và *nghiêng*", "<p><strong>Đậm</strong> và <em>nghiêng</em></p>"),
        ("`a*b*` *c*", "<p><code>a*b*</code> <em>c</em></p>"),
        ("`<b>` <i>", "<p><code>&lt;b&gt;</code> &lt;i&gt;</p>"),
        ("[Lịch](/quan-tri/)", '<p><a href="/quan-tri/">Lịch</a></p>'),
        ("[tệp](officers.md)", "<p>tệp</p>"),
        ("[xấu](javascript:alert)", "<p>xấu</p>"),
        ("![hình](screenshots/a.png)", "<p>hình</p>"),
        (
            "| a | b |\n|---|---|\n| 1 | *2* |",
            '<table><thead><tr><th scope="col">a</th><th scope="col">b</th></tr></thead>'
            "<tbody><tr><td>1</td><td><em>2</em></td></tr></tbody></table>",
        ),
        ("", ""),
    ],
)
def test_text_becomes_html(text, html):
    assert as_html(text) == html


def test_pictures_of_the_tests_are_shown_where_they_lie():
    shown = as_html('![Sửa "phí"](screenshots/editor-fee.png)\n\n![khác](../x.png)', pictures="/anh/")
    assert shown == '<p><img src="/anh/editor-fee.png" alt="Sửa &quot;phí&quot;" loading="lazy"></p>\n<p>khác</p>'


def test_chapters_are_the_headings_one_can_be_led_to():
    assert chapters("# Sách\n\n## Phí, lệ phí\n### Nhỏ\n") == [Chapter("Phí, lệ phí", "phi-le-phi")]
