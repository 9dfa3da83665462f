"""The blocks of the home page as they are read: what the editors chose, and nothing that is empty."""

from collections.abc import Sized
from dataclasses import dataclass

from django.conf import settings

from home.models import HomePage, HomeSection, SectionKind

SELF_EVIDENT = frozenset({SectionKind.FILING, SectionKind.UNITS, SectionKind.DEPARTMENTS, SectionKind.FIGURES})
"""Blocks that say something on any portal; the others are left out while there is nothing to show."""


@dataclass(frozen=True)
class Section:
    """A block with its words; `kind` is its anchor and names its template."""

    kind: str
    heading: str
    introduction: str = ""

    @property
    def template(self) -> str:
        return f"home/sections/{self.kind.replace('-', '_')}.html"

    @property
    def part(self) -> str:
        """What the context of the home page calls its content."""
        return self.kind.replace("-", "_")

    def is_worth_showing(self, content: Sized) -> bool:
        return self.kind in SELF_EVIDENT or len(content) > 0


def chosen_sections(page: HomePage) -> list[Section]:
    """Return the blocks in the editors' order, each once; all of them while nobody chose any.

    Which and where is read from the Vietnamese page, so that a block that is switched off is gone in every language.
    """
    own = {row.translation_key: row for row in page.sections.all()}
    rows = _original_rows(page) if page.locale.language_code != settings.LANGUAGE_CODE else list(own.values())
    if not rows:
        return [Section(kind.value, str(kind.label)) for kind in SectionKind]
    first: dict[str, HomeSection] = {}
    for row in rows:
        first.setdefault(row.kind, row)
    return [_said(row, own.get(row.translation_key)) for row in first.values() if row.is_shown]


def _original_rows(page: HomePage) -> list[HomeSection]:
    return list(
        HomeSection.objects.filter(
            page__translation_key=page.translation_key, page__locale__language_code=settings.LANGUAGE_CODE
        ).order_by("sort_order")
    )


def _said(row: HomeSection, words: HomeSection | None) -> Section:
    name = str(SectionKind(row.kind).label)
    return Section(row.kind, (words.heading if words else "") or name, words.introduction if words else "")
