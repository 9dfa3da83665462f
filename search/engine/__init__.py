"""Ranking: from typed words to an order of documents. Pure: no database, no web, the same on every machine.

`syllables.py` and `keyboards.py` read what is typed, `vocabulary.py` and `spelling.py` know and correct words,
`planner.py` makes groups of alternatives, `corpus.py` holds the documents, `scorer.py` orders them, `highlight.py`
marks what was found. Weights were measured; the decision record 0114 says how.
"""
