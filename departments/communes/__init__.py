"""The single communes below the page that stands for all of them (docs/decisions/0112).

Answers "which communes are there, by what source?" (official_list.py, communes.json), "how are their pages made?"
(planting.py), "how are they listed and found?" (listing.py). May import departments and site/ alone.
"""
