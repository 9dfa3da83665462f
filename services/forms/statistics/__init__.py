"""Statistics: how one submission counts, tallies of all of them, and what pages say of the tallies.

May import models, rules and clock. rules.py says how one submission counts, recount.py counts all of them anew in the
worker, figures.py and what stands on it (overview, tables, charts, report) read tallies and never a submission.
"""
