"""The visitor who judges the pages does notice what is wrong."""

import pytest

PAGE = "<!doctype html><html lang=vi><title>Trang</title><main>{}</main></html>"
FAULTY = {
    "2 h1 instead of one": "<h1>Một</h1><h1>Hai</h1>",
    "scrolls sideways": "<h1>Một</h1><div style='width: 2000px'>Rộng</div>",
    "image-alt": "<h1>Một</h1><img src='data:image/gif;base64,R0lGODlhAQABAAAAACw='>",
    "color-contrast": "<h1>Một</h1><p style='color: #999; background: #fff'>Chữ mờ</p>",
    "target-size": "<h1>Một</h1>" + "<button style='width: 9px; height: 9px; padding: 0; border: 0'>a</button>" * 2,
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


def test_visitor_has_nothing_to_say_of_a_good_page(visitor):
    visitor.page.set_content(PAGE.format("<h1>Một</h1><p>Chữ rõ</p>"))
    assert visitor.faults() == []
