"""Facets: each count is the number of services the reader gets by choosing that value."""

import pytest

from services.catalogue.facets import counted, matching

BIRTH = {"level": {"2"}, "field": {"ho-tich"}, "audience": {"citizen", "cong-dan"}}
DEATH = {"level": {"3"}, "field": {"ho-tich"}, "audience": {"citizen"}}
TRADE = {"level": {"3"}, "field": {"thuong-mai"}, "audience": {"business"}}
NOTHING: dict[str, set[str]] = {}
ALL = [BIRTH, DEATH, TRADE, NOTHING]

CHOICES = [
    {},
    {"level": "3"},
    {"level": "3", "field": "ho-tich"},
    {"level": "2", "field": "thuong-mai"},
    {"level": "4"},
    {"level": "3", "field": "ho-tich", "audience": "business"},
]


@pytest.mark.parametrize("chosen", CHOICES)
def test_a_count_is_what_choosing_the_value_would_show(chosen):
    counts = counted(ALL, chosen)
    for name in ("level", "field", "audience"):
        for value in {value for item in ALL for value in item.get(name, ())}:
            shown = matching(ALL, lambda item: item, {**chosen, name: value})
            assert counts[name][value] == len(shown), (chosen, name, value)


def test_everything_matches_while_nothing_is_chosen():
    assert matching(ALL, lambda item: item, {}) == ALL


def test_an_item_without_the_filter_matches_no_value_of_it():
    assert matching(ALL, lambda item: item, {"level": "3"}) == [DEATH, TRADE]
