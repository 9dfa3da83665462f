"""Pages for citizens: before filing, drafts, one's own submissions, tracking, public statistics, the due date page.

May import everything below the desk. guard.py says who gets to a page; public pages (apply.py, statistics.py,
due_date.py) know nobody and set no cookie.
"""
