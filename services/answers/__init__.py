"""The answer: what a service asks of somebody today — papers, cost, time, place, the next button.

`answer.py` works it out, once and purely, for a case, a way of filing, an agency and a day; `card.py` says it in words.
The page, the page before filing, lists, the printed checklist, the form and the API show this and nothing else.
May import: services.rules, services.models, departments, core. Knows no page context and no list.
"""
