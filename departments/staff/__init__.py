"""Accounts of staff and their roles, in plain words: who may what, invited, given and taken, suspended.

Answers "which roles are there, and what may each do?" (roles.py), "who has which?" (people.py), "what may never
happen?" (changes.py: nobody changes their own roles, one administrator stays). views.py are the screens.
"""
