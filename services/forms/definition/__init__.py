"""What a form is: steps, questions, conditions, limits, and the rules an answer is judged by. Pure data and rules.

Form steps come from three sources: the same for every form (standard_steps.py), the cases and papers of a service
(derived_steps.py), an editor's blocks (editor_steps.py, with *_blocks.py); assemble.py joins them.
May import core and services.rules. Answers "is this answer right, and how is it stored?" (answer_rules.py), "what is
wrong with this definition?" (problems.py), "can a sheet show these letters?" (glyphs.py).
"""
