"""Which time limits hold: the nearer one goes before the general one, and nothing is ruled out unknown."""

from types import SimpleNamespace

import pytest

from services.forms.clock import holding

ROWS = {
    "all": ("", ""),
    "online": ("online", ""),
    "hills": ("", "hills"),
    "hills-counter": ("in_person", "hills"),
    "town": ("", "town"),
}


def names(kept: list[str], **asked: str) -> list[str]:
    rows = [SimpleNamespace(name=name, channel=ROWS[name][0], case_key=ROWS[name][1]) for name in kept]
    return [row.name for row in holding(rows, **asked)]


@pytest.mark.parametrize(
    ("kept", "asked", "expected"),
    [
        (["all"], {}, ["all"]),
        (["all"], {"channel": "post", "case": "x"}, ["all"]),
        (["all", "online"], {}, ["all", "online"]),
        (["all", "online"], {"channel": "online"}, ["online"]),
        (["all", "online"], {"channel": "post"}, ["all"]),
        (["online"], {"channel": "post"}, []),
        (["all", "hills"], {"case": "hills"}, ["hills"]),
        (["all", "hills", "town"], {"case": "town"}, ["town"]),
        (["all", "hills"], {"case": "unheard-of"}, ["all", "hills"]),
        (["all", "hills-counter"], {"channel": "in_person"}, ["all", "hills-counter"]),
        (["all", "hills-counter"], {"channel": "in_person", "case": "hills"}, ["hills-counter"]),
        (["all", "hills-counter"], {"channel": "online", "case": "hills"}, ["all"]),
        (["hills", "hills-counter"], {"channel": "in_person", "case": "hills"}, ["hills-counter"]),
        (["hills", "hills-counter"], {"channel": "online", "case": "hills"}, ["hills"]),
    ],
)
def test_the_nearer_limit_goes_first(kept, asked, expected):
    assert names(kept, **asked) == expected
