"""What is sent about a submission: mails and short messages, through the outbox.

May import submissions, models and rules. What is sent about which transition stands in its record
(rules/state_changes.py); notifications.py puts letters into the outbox and writes them when they are sent;
letter_context.py gathers what a letter says; registry.py names the letters that tell of no transition.
"""
