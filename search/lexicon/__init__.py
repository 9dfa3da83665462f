"""The lexicon: words of citizens for what the law names otherwise.

`terms.py` says what the search reads, `store.py` gives it, `entry_rows.py` plants what comes with the software
(`data/`). Models stand in `search.models`; the editors' screens in `search.editing`.
"""
