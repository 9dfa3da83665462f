"""What editing a service has beyond the fields of its page.

paste.py reads rows pasted from Word and Excel. The same fields of many services are changed at once by field_changes.py
(what a change is), change_plan.py (what it makes of each page), change_form.py and change_view.py (the bulk action).
"""
