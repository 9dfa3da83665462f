"""Rules of submissions: states and transitions, what a transition must say, codes, why an action is refused.

No database, no web. May import definition. Answers "what can happen to a submission, who may do it, what follows from
it?" (transitions.py), "what does the event keep of it?" (transition_shapes.py), "what must a person say?"
(transition_data.py), "what does this code mean?" (references.py).
"""
