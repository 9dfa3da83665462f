"""What the screen of differences shows: groups of rows, each with both sides and what is new in them marked."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from wagtail.admin.compare import diff_text

from services.national.choices import group_name
from services.national.comparing.differences import Difference, Found
from services.national.comparing.words import group_of, name_of, told

LONGEST_MARKED = 3_000
"""Characters up to which words are compared one by one."""


@dataclass(frozen=True)
class Line:
    """One difference as it is shown; `ours` and `theirs` are blank where a side says nothing."""

    place: str
    digest: str
    name: str
    ours: SafeString | str
    theirs: SafeString | str
    found: str


@dataclass
class Group:
    """Differences under one heading; those of wording are not taken together."""

    name: str
    heading: str
    is_offered: bool
    lines: list[Line]


def groups_of(differences: Iterable[Difference]) -> list[Group]:
    """Return the differences by group, facts before wording."""
    found: dict[str, Group] = {}
    for one in sorted(differences, key=lambda one: one.is_offered):
        heading = group_of(one)
        group = found.setdefault(heading, Group(group_name(one), heading, one.is_offered, []))
        group.lines.append(line_of(one))
    return list(found.values())


def line_of(one: Difference) -> Line:
    """Return one difference as it is shown."""
    ours, theirs = told(one.ours), told(one.theirs)
    marked = _marked(ours, theirs) if one.found is Found.BOTH else (ours, theirs)
    return Line(one.place, one.digest, name_of(one), *marked, one.found.value)


def _marked(ours: str, theirs: str) -> tuple[SafeString | str, SafeString | str]:
    """Return both texts, what the other has not marked in each."""
    if max(len(ours), len(theirs)) > LONGEST_MARKED:
        return ours, theirs
    changes = diff_text(ours, theirs).changes
    return _html(changes, "deletion", "del"), _html(changes, "addition", "ins")


def _html(changes: Iterable[tuple[str, str]], kind: str, tag: str) -> SafeString:
    shown = ((SafeString(tag if name == kind else "span"), words) for name, words in changes if name in ("equal", kind))
    return format_html_join("", "<{0}>{1}</{0}>", shown)
