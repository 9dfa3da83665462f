"""Twins: services whose names differ only in what stands behind their core, such as one procedure at two levels."""

from collections.abc import Hashable, Iterable

from search.engine.corpus import Corpus


def core_key(pk: int, corpus: Corpus) -> Hashable:
    """Return what documents of one core name share; a document that is gone is alone."""
    place = corpus.by_pk.get(pk)
    entry = None if place is None else corpus.entries[place]
    return entry.titles[0].words[: entry.titles[0].core] if entry else pk


def together(ids: Iterable[int], corpus: Corpus) -> list[list[int]]:
    """Return the ids in groups of one core name, each where its first stands."""
    groups: dict[Hashable, list[int]] = {}
    for pk in ids:
        groups.setdefault(core_key(pk, corpus), []).append(pk)
    return list(groups.values())
