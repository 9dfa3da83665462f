"""The visitor who judges the pages does notice what is wrong."""

import pytest

from tests.e2e.visitor import AXE_OPTIONS, JUDGE, PASSED

LINK = "<h1>Một</h1><p>Rất nhiều chữ và <a href='/' style='color: #222; {}'>lối đi</a></p>"
PAGE = "<!doctype html><html lang=vi><title>Trang</title><main>{}</main></html>"
FAULTY = {
    "2 h1 instead of one": "<h1>Một</h1><h1>Hai</h1>",
    "scrolls sideways": "<h1>Một</h1><div style='width: 2000px'>Rộng</div>",
    "image-alt": "<h1>Một</h1><img src='data:image/gif;base64,R0lGODlhAQABAAAAACw='>",
    "color-contrast": "<h1>Một</h1><p style='color: #999; background: #fff'>Chữ mờ</p>",
    "target-size": "<h1>Một</h1>" + "<button style='width: 9px; height: 9px; padding: 0; border: 0'>a</button>" * 2,
    "link-in-text-block": LINK.format("text-decoration: none"),
    "console error": "<h1>Một</h1><script>console.error('hỏng')</script>",
}


@pytest.mark.parametrize("fault", FAULTY)
def test_visitor_notices(visitor, fault):
    visitor.page.set_content(PAGE.format(FAULTY[fault]))
    assert [told for told in visitor.faults() if fault in told] != []


HIDDEN = "<style>p { color: #999; background: #fff } @media (min-width: 900px) { p { display: none } }</style>"
LATER = {
    (
        "dark",
        "color-contrast",
    ): "<style>@media (prefers-color-scheme: dark) { p { color: #333; background: #000 } }</style><p>Chữ mờ</p>",
    ("narrow", "color-contrast"): f"{HIDDEN}<p>Chữ mờ</p>",
    ("narrow", "image-alt"): f"{HIDDEN}<p><img src='data:image/gif;base64,R0lGODlhAQABAAAAACw='></p>",
}
"""What is wrong in one look only."""


@pytest.mark.parametrize(("look", "fault"), LATER)
def test_visitor_who_found_nothing_wide_notices_it_in_another_look(visitor, look, fault):
    visitor.page.set_content(PAGE.format(f"<h1>Một</h1>{LATER[look, fault]}"))
    assert visitor.faults() == []
    visitor.looks(look)
    assert fault in "".join(visitor.faults())


BOX = "<div style='background: #fff; color: #222; width: 20em; height: 5em'>{}</div>"
DARK = "<h1>Một</h1><style>body { background: #111 } h1 { color: #eee }</style>"
GOOD = f"{DARK}{BOX.format('<p>Chữ <a href=/>lối đi</a></p>')}"
UNDER = "<i style='position: absolute; background: #111; width: 20em; height: 5em'></i>"
WORSE = {
    "ground beside it": DARK + BOX.format("<p style='position: relative; left: 30em'>Chữ</p>"),
    "another under it": DARK + BOX.format(f"{UNDER}<p style='position: relative'>Chữ</p>"),
    "other colour": DARK + BOX.format("<p style='color: #999'>Chữ</p>"),
    "other ground": DARK + BOX.format("<p style='background: #333'>Chữ</p>"),
    "fainter": DARK + BOX.format("<p style='opacity: .3'>Chữ</p>"),
}
"""What is no longer readable, though its colours, or those around it, were good on another page."""


@pytest.mark.parametrize("change", WORSE)
def test_colours_that_were_good_are_measured_again_where_something_else_lies_under_them(visitor, change):
    for content, is_good in ((GOOD, True), (WORSE[change], False), (WORSE[change], False), (GOOD, True)):
        visitor.page.goto("about:blank")
        visitor.page.set_content(PAGE.format(content))
        assert ("color-contrast" not in "".join(visitor.faults())) is is_good


def test_colours_that_passed_are_measured_once(visitor):
    visitor.page.set_content(PAGE.format("<h1>Một</h1><p style='color: #123'>Chữ</p><p style='color: #123'>Chữ</p>"))
    assert visitor.faults() == []
    known = [name for name in PASSED if "rgb(17, 34, 51)" in name]
    assert len(known) == 1
    measured = visitor.page.evaluate(JUDGE, [AXE_OPTIONS, "wide", known[0]])["passed"]
    assert known[0] not in measured


def test_a_link_is_known_in_text_by_more_than_its_colour_wherever_it_stands(visitor):
    for style, is_good in (("", True), ("text-decoration: none", False), ("", True)):
        visitor.page.goto("about:blank")
        visitor.page.set_content(PAGE.format(LINK.format(style)))
        assert ("link-in-text-block" not in "".join(visitor.faults())) is is_good


def test_visitor_has_nothing_to_say_of_a_good_page(visitor):
    visitor.page.set_content(PAGE.format("<h1>Một</h1><p>Chữ rõ</p>"))
    assert visitor.faults() == []
