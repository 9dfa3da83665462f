"""The answer: what a service asks of somebody today — papers, cost, time, place, the next step.

`facts.py` reads a page once; `answer.py` works the answer out, purely, for a case, a way of filing, an agency and a
day; `answer_card.py` says it as the card of `card.py`. The page, the page before filing, lists, the printed checklist,
the form and the API show this and nothing else.
May import: services.models, services.rules, departments, core. What only services.forms knows (the clock, whether a
dossier can be filed here) is asked through `filing_port.py`.
"""
