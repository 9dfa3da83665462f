"""Rules of submissions: states and transitions, what a transition must say, codes, why an action is refused.

No database, no web. May import definition. Answers "who may move a submission from here to where?" (workflow.py),
"what may a transition say?" (transition_data.py), "what does this code mean?" (references.py).
"""
