"""The list of all services in the editors' area: what one may see of every department, the own ones first.

selection.py says which services and what of them in one question, filters.py narrows them, columns.py shows them,
view.py is the list and its file, saved_views.py keeps filters by name for each person.
"""
