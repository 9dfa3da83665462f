"""What is sent about a submission: mails and short messages, through the outbox.

May import submissions, models and rules. registry.py is the table of letters per transition; notifications.py
puts them into the outbox and writes them when they are sent; letter_context.py gathers what a letter says.
"""
