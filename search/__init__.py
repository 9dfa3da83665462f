"""The search of the site: words typed in whatever way, pages anybody may see.

Answers "what is found?" (query.py) and "what stands in the list, tab by tab?" (answers.py). May import services,
departments and site/. How letters are compared is core.text.fold.
"""
