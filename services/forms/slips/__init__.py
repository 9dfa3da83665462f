"""Slips of the one-stop procedure (Circular 03/2025/TT-VPCP) and the acknowledgement of a filing, as PDF sheets.

May import submissions, models and rules. issuing.py issues a slip in the transaction of its transition,
composing.py keeps what it says, paper.py and sheet.py draw it, validity.py says whether it still holds.
"""
