"""Facts about one submission: permissions, numbering, tracking, due dates, fees, result, names, texts for its owner.

Reads only (numbering.py takes the next code inside the transaction of a filing). May import models, rules, definition
and clock; submission_context.py also answering and uploads. Answers "who may do what?" (permissions.py), "when is it
due?" (due_dates.py), "which submissions are this person's?" (queries.py), "what does the owner read about a state?"
(citizen_texts.py), "what does the page of a submission show?" (submission_context.py), "what
happened?" (timeline.py).
"""
