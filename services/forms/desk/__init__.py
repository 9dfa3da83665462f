"""The officers' desk: queues of submissions, one submission, what is done with it, lists to take along.

May import everything below and the guard of views. desk_actions.py is the table of what can be done; guard.py
says who gets in; queues.py which submissions stand where; views/ answers the requests.
"""
