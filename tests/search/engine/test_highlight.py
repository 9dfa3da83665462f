"""Words that were asked for are marked in the text as it is written."""

import unicodedata

from search.engine.highlight import pieces, snippet

FORMS = frozenset({"giay", "phep", "xay"})


def marked(parts):
    return [piece.text for piece in parts if piece.is_found]


def test_words_are_marked_with_their_tones_and_neighbours_are_one():
    text = "Cấp giấy phép, xây nhà <b>"
    parts = pieces(text, FORMS, "vi")
    assert marked(parts) == ["giấy phép, xây"]
    assert "".join(piece.text for piece in parts) == text


def test_decomposed_letters_are_marked_too():
    assert marked(pieces(unicodedata.normalize("NFD", "Giấy tờ"), FORMS, "vi")) == ["Giấy"]


def test_a_long_text_is_cut_around_what_was_found():
    parts = snippet("chữ " * 200 + "giấy phép " + "chữ " * 200, FORMS, "vi")
    text = "".join(piece.text for piece in parts)
    assert marked(parts) == ["giấy phép"]
    assert len(text) < 220
    assert (text[0], text[-1]) == ("…", "…")


def test_a_text_without_them_begins_at_its_beginning():
    assert [piece.text for piece in snippet("Không có gì", FORMS, "vi")] == ["Không có gì"]
