"""The page of one service, and what a department shows of its services.

May import services.catalogue, services.models and services.rules. Answers "what does this page show, with how many
queries?" (service_page.py, prefetch.py), "where are papers handed in, whom can one ask?" (reception.py).
"""
