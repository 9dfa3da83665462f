"""The catalogue: lists of services, what narrows them, cards, feeds, the library of forms.

May import services.models and services.rules. Answers "which services, in what order, how many for each filter?"
(listing.py, facets.py, filters.py) and serves the pages that no editor writes (views.py).
"""
