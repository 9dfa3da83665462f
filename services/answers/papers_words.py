"""The papers of an answer in words."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from services.answers.card import CardFact, FactState
from services.answers.papers import PapersAnswer
from services.answers.words import depends_on, short, unknown_fact


def papers_fact(papers: PapersAnswer, *, noun: str, is_chosen: bool, ask: str) -> CardFact:
    """Return how many papers are needed, and what that depends on."""
    label = pgettext("fact of an answer", "Documents")
    if papers.most is None or papers.fewest is None:
        return unknown_fact("papers", label, ask)
    state = FactState.KNOWN if papers.fewest == papers.most else FactState.RANGE
    notes = list(_why_papers(papers, noun, is_chosen=is_chosen))
    return CardFact("papers", label, _how_many(papers.fewest, papers.most), state, notes[:2])


def _how_many(fewest: int, most: int) -> str:
    values = {"fewest": fewest, "most": most}
    if not most:
        return _("No documents needed")
    if fewest == most:
        return ngettext("%(most)d document", "%(most)d documents", most) % values
    if not fewest:
        return ngettext("At most %(most)d document", "At most %(most)d documents", most) % values
    if most == fewest + 1:
        return _("%(fewest)d or %(most)d documents") % values
    return _("%(fewest)d to %(most)d documents") % values


def _why_papers(papers: PapersAnswer, noun: str, *, is_chosen: bool) -> Iterator[str]:
    if papers.by_case:
        yield depends_on(noun) if not is_chosen else _("Depends on your situation")
    told = [row for row in papers.depending if row.applies_when.strip()]
    if not papers.by_case and len(told) == 1:
        yield short(_("1 only when: %(condition)s") % {"condition": told[0].applies_when.strip()})
    elif told:
        number = len(told)
        yield ngettext("%(count)d is needed in some situations only", "%(count)d are needed in some situations only",
                       number) % {"count": number}  # fmt: skip
