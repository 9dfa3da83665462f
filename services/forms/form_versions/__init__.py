"""The form a service has today, its frozen versions, and whether one can file with it.

May import answering, models, definition and services. Answers "which form?" (current_form.py), "is filing
open here, and if not, what is missing?" (availability.py), "what changed between versions?" (comparison.py),
"what do programs read?" (api.py, json_schema.py), "what does the editor preview?" (preview.py).
Knows nothing of what was filed.
"""
