"""Personal data at their end: retention, erasure, the copy a person may take, what stays for statistics.

May import actions and everything below. Answers "how long is it kept?" (retention.py), "what goes when a person
leaves?" (erasure.py), "what stays?" (archive_records.py), "what does accounts ask us?" (account_hooks.py).
"""
