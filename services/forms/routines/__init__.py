"""Routines of the worker around dates: reminders, replies that did not come, submissions nobody looked at.

May import actions and everything below. Named by string in the settings of the outbox's worker.
"""
