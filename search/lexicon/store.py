"""The live terms of a language, read once for each state of the lexicon."""

from functools import lru_cache

from django.db.models import Count, Max, Q, Sum
from django.db.models.functions import Length

from search.entry_lines import lines_of
from search.lexicon.terms import Term
from search.models import LexiconEntry


def terms(language: str) -> tuple[Term, ...]:
    """Return the live terms of a language; the same object as long as no entry changes."""
    return terms_at(version(), language)


def version() -> str:
    """Return what changes with every entry that is made, changed or deleted: one query, the same in all processes."""
    state = LexiconEntry.objects.aggregate(
        entries=Count("pk"),
        in_use=Count("pk", filter=Q(is_live=True)),
        newest=Max("pk"),
        changed=Max("changed_at"),
        letters=Sum(Length("folded")),
    )
    return "/".join(map(str, state.values()))


@lru_cache(maxsize=4)
def terms_at(_version: str, language: str) -> tuple[Term, ...]:
    """Return the terms of a language at a version: whoever asked `version` already saves asking it again."""
    rows = LexiconEntry.objects.filter(language=language, is_live=True).order_by("pk")
    return tuple(
        Term(
            kind=row.kind,
            phrases=lines_of(row.phrases),
            targets=lines_of(row.targets),
            authority=row.authority,
            authority_url=row.authority_url,
        )
        for row in rows
    )
