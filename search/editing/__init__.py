"""What editors do with words of citizens: the entries of the lexicon, what was asked of the search, other names.

`entries.py` is the list and form of entries; `asked.py` counts what was asked, `asked_view.py` shows it;
`other_name.py` gives a service another name in one press.
"""
