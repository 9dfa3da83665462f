"""Contrast of colours, against values published with WCAG and by its well-known calculators."""

import pytest

from core.contrast import is_readable, lightened, luminance, ratio

PUBLISHED = [
    ("#000000", "#ffffff", 21.0),
    ("#ffffff", "#ffffff", 1.0),
    ("#777777", "#ffffff", 4.48),
    ("#767676", "#ffffff", 4.54),
    ("#ff0000", "#ffffff", 4.0),
    ("#0000ff", "#ffffff", 8.59),
    ("#00ff00", "#000000", 15.3),
    ("#0000ff", "#000000", 2.44),
    ("#808080", "#000000", 5.32),
]


@pytest.mark.parametrize(("one", "other", "expected"), PUBLISHED)
def test_ratio_is_the_published_one_in_either_order(one, other, expected):
    assert ratio(one, other) == pytest.approx(expected, abs=0.01)
    assert ratio(other, one) == ratio(one, other)


WEIGHTS = [("#000000", 0), ("#ffffff", 1), ("#ff0000", 0.2126), ("#00ff00", 0.7152)]


@pytest.mark.parametrize(("colour", "expected"), WEIGHTS)
def test_luminance_weighs_the_channels(colour, expected):
    assert luminance(colour) == pytest.approx(expected)


@pytest.mark.parametrize(("text", "expected"), [("#767676", True), ("#777777", False)])
def test_text_is_readable_from_four_and_a_half(text, expected):
    assert is_readable(text, "#ffffff") is expected


@pytest.mark.parametrize("colour", ["", "red", "#fff", "#12345g", "8e1a2d", "#8e1a2d;}"])
def test_what_is_no_colour_is_refused(colour):
    with pytest.raises(ValueError, match="Not a colour"):
        luminance(colour)


@pytest.mark.parametrize("colour", ["#8e1a2d", "#000000", "#174a84", "#ffffff", "#0b6847"])
def test_every_colour_has_a_tone_for_the_dark(colour):
    assert is_readable(lightened(colour, "#2c2723"), "#2c2723")


def test_colour_that_is_light_enough_stays_as_it_is():
    assert lightened("#a5c9ff", "#171412") == "#a5c9ff"
