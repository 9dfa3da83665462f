"""Moments in the time of Việt Nam, for tests of dates."""

from datetime import datetime

from core.working_time import ZONE


def moment(text: str) -> datetime:
    """2026-11-20T16:40"""
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)
