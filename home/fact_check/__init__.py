"""Fact check: somebody without an account reads one draft by a signed link and comments on its parts.

`links.py` makes and reads links, `parts.py` says what a draft consists of, `comment_form.py` takes the comments,
`views.py` is what readers meet, `editor_views.py` what editors meet, `mails.py` tells who asked. The rows are in
`home/models/fact_check.py`; docs/decisions/0105 says why it is as it is.
"""
