"""Who signs in: accounts, second factor, devices, limits on trying, groups of staff. allauth does the work.

Answers "who may do what in the admin?" (groups.py), "how often may it be tried?" (limits.py), "who must have a second
factor?" (second_factor.py), "where does allauth ask us?" (adapter.py). May import outbox and core.
"""
