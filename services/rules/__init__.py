"""Rules of services: levels, fees, time limits, completeness, cases. No database, no web.

May import core only. Answers questions such as "which level has this service earned?" (levels.py), "what does one
citizen pay, for one case, through one channel, on one day?" (fees.py), "where is the form of
a paper?" (paper_forms.py).
"""
