"""The first page of the editors' area: what waits for a person, block by block, and how many things that are.

lines.py says what a block is; moderation.py, drafts.py, dates.py, english.py and letters.py fill them, each asking for
what this person may change; translation_queue.py says which pages wait for translators, translating.py is their screen;
my_work.py puts them in order for the page, menu.py counts for the menu.
"""
