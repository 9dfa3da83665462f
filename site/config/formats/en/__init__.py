"""Dates and times as they are typed here."""
