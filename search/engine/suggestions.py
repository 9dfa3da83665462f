"""Suggestions: what a question that is not finished may become."""

from bisect import bisect_left
from dataclasses import replace

from search.engine.corpus import Corpus
from search.engine.lexicon_index import LexiconIndex
from search.engine.plan import Alternative, Group, Plan
from search.engine.planner import plan
from search.engine.scorer import Scored, ranked
from search.engine.syllables import syllable

COMPLETIONS = 12
"""Ways to finish a word that are tried."""
NEAR = 0.5
"""How much of the best one's share of what is typed another suggestion must have."""


def unfinished_plan(question: str, corpus: Corpus, lexicon: LexiconIndex) -> Plan:
    """Return a plan in which the last word is only the beginning of one."""
    phrase = lexicon.beginning_with(question)
    if phrase:
        return plan(phrase, corpus, lexicon)
    if not question[-1:].isalnum():
        return plan(question, corpus, lexicon)
    before, _blank, last = question.rpartition(" ")
    completed = plan(before, corpus, lexicon)
    ends = corpus.read(last)
    if not ends:
        return completed
    forms = [ends[-1].key, *_completions(ends[-1].key, corpus)]
    alternatives = tuple(Alternative((syllable(form),), 1.0) for form in forms)
    weight = max(corpus.rarity(form) for form in forms)
    words = (*completed.words, syllable(forms[0]))
    whole = plan(question, corpus, lexicon)
    return replace(
        completed,
        words=words,
        groups=(*completed.groups, Group(weight, alternatives)),
        code=whole.code,
    )


def _completions(start: str, corpus: Corpus) -> list[str]:
    words = corpus.vocabulary.in_order
    found = []
    for word in words[bisect_left(words, start) :]:
        if not word.startswith(start):
            break
        if word != start:
            found.append(word)
    return sorted(found, key=lambda word: -corpus.named[word])[:COMPLETIONS]


def suggested(question: str, corpus: Corpus, lexicon: LexiconIndex) -> tuple[Plan, list[Scored]]:
    """Return what is meant so far and the documents that have all of it, else those that have most."""
    meant = unfinished_plan(question, corpus, lexicon)
    found = ranked(meant, corpus)
    least = NEAR * max((hit.cover for hit in found), default=0.0)
    near = [hit for hit in found if hit.cover >= least]
    return meant, [hit for hit in near if hit.has_all] or near
