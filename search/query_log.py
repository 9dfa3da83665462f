"""What is asked of the search, counted by day. Nothing is kept of who asked, nor what looks like a number of a person.

Counting never holds up an answer: it waits a moment for the database at most, and what cannot be counted is not.
"""

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

from django.db import Error, connection, transaction
from django.db.models import F, Q
from django.utils import timezone

from core.procedure_codes import shorten_codes
from core.text import fold
from search.models import LONGEST_QUERY, SearchQuery

logger = logging.getLogger(__name__)

WAIT = 50
"""Milliseconds the database may take to let us count."""
MOST_A_DAY = 20_000
"""Questions of one day that are told apart; no more rows are made by whoever asks for nonsense by the thousand."""
DIGITS = 6
"""So many digits in a row, however grouped, are the number of a person or of a paper of theirs."""
KEPT_ONCE, KEPT = timedelta(days=30), timedelta(days=365)
"""How long a count stays: of what was asked a single time on its day, and of the rest."""


def asked_as(words: str) -> str:
    """Return a question as it is counted: everything that is found alike is one question."""
    return fold(shorten_codes(words))


def log_query(folded: str, language: str, hits: int) -> None:
    """Count one question, as core.text.fold wrote it, and how many answers it had."""
    _count(folded, language, {"hits": hits}, count=1)


def log_usefulness(folded: str, language: str, *, useful: bool) -> None:
    """Count one answer to whether what was found was useful."""
    _count(folded, language, {}, **{"useful" if useful else "not_useful": 1})


def may_be_kept(folded: str) -> bool:
    """Return whether a question may be counted: not empty, not a whole sentence, without a long number."""
    joined = re.sub(r"(?<=\d) (?=\d)", "", folded)
    return 0 < len(folded) <= LONGEST_QUERY and not re.search(rf"\d{{{DIGITS},}}", joined)


def forget_old_queries() -> None:
    """Remove the counts that were kept long enough; a routine of the worker."""
    today = timezone.localdate()
    outdated = Q(day__lt=today - KEPT) | Q(day__lt=today - KEPT_ONCE, count__lte=1)
    SearchQuery.objects.filter(outdated).delete()


def _count(folded: str, language: str, told: dict[str, int], **steps: int) -> None:
    if not may_be_kept(folded):
        return
    row = {"folded": folded, "language": language, "day": timezone.localdate()}
    try:
        with _impatient(), transaction.atomic():
            added = {name: F(name) + step for name, step in steps.items()}
            if not SearchQuery.objects.filter(**row).update(**told, **added):
                _begin(row)
                SearchQuery.objects.filter(**row).update(**told, **added)
    except Error:
        logger.info("a search was not counted", exc_info=True)


def _begin(row: dict[str, Any]) -> None:
    """Make the row of a question that nobody asked yet today; another request may be first."""
    if SearchQuery.objects.filter(day=row["day"]).count() < MOST_A_DAY:
        SearchQuery.objects.bulk_create([SearchQuery(**row)], ignore_conflicts=True)


@contextmanager
def _impatient() -> Iterator[None]:
    """Have the database wait for others no longer than WAIT."""
    if connection.vendor == "postgresql":
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"SET LOCAL lock_timeout = {WAIT}")
            yield
        return
    with connection.cursor() as cursor:
        usual = cursor.execute("PRAGMA busy_timeout").fetchone()[0]
        cursor.execute(f"PRAGMA busy_timeout = {WAIT}")
        try:
            yield
        finally:
            cursor.execute(f"PRAGMA busy_timeout = {usual}")
