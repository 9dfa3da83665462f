"""The index of the search: the public pages of each language in memory, as every process reads them from the database.

`texts.py` reads what is searched of pages, `living.py` keeps it in step with what is published. Nothing is stored, so
nothing can be out of step: a process that starts reads all pages, one that runs asks what has changed.
"""
