"""The search of the site: words typed in whatever way, pages anybody may see.

Answers "what is found?" (query.py) and "what stands in the list, tab by tab?" (answers.py). The rules of ranking are
pure and stand in `engine/`, what is searched in `index/`, the words of citizens in `lexicon/`. May import services,
departments and site/.
"""
