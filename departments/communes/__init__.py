"""The single communes below the page that stands for all of them (docs/decisions/0112).

Answers "which communes are there, by what source?" (official_list.py, communes.json), "how are their pages made?"
(planting.py), "which one is meant by what somebody typed?" (matching.py), "how are they listed?" (listing.py), "who
may stand for whom?" (offices.py). May import departments.models and site/ alone.
"""
