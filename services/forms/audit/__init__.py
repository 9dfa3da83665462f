"""The audit: who read or changed which personal data, sealed in a chain that shows tampering.

May import models. audit_log.py writes lines in the transaction they belong to, sealing.py seals them, verification.py
checks the chain against the heads kept outside the database (docs/decisions/0062 and 0084).
"""
