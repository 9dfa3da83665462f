"""Filling in a form: which questions are asked, fields, validation, tasks, and answers shown to people.

May import models, rules and definition. Answers "which questions count, given these answers?" (flow.py), "is this step
right?" (validation.py), "what is there still to do?" (tasks.py), "how does a person read the answers?" (display.py).
"""
