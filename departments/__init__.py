"""Departments of the province (sở, ban, ngành): their pages, the list, and who does the work of a former one.

Answers "what does a department's page show?" (department_page.py), "who took its work over?" (succession.py), "is its
counter open now?" (opening.py). All of them are read once per request (department_cache.py). May import site/ alone.
"""
