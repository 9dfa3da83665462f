"""What is asked of the search, counted by day. Nothing is kept of who asked, nor what looks like a number of a person.

Counting never holds up an answer: it waits a moment for the database at most, and what cannot be counted is not.
"""

import logging
import re
from datetime import timedelta
from typing import Any

from django.db import Error, connection
from django.db.models import Q
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
COUNT = """
    INSERT INTO search_searchquery (folded, language, day, count, hits, useful, not_useful)
    SELECT %(folded)s, %(language)s, %(day)s, %(count)s, %(hits)s, %(useful)s, %(not_useful)s
    WHERE (SELECT COUNT(*) FROM search_searchquery WHERE day = %(day)s) < %(most)s
        OR EXISTS (SELECT 1 FROM search_searchquery
                   WHERE folded = %(folded)s AND language = %(language)s AND day = %(day)s)
    ON CONFLICT (folded, language, day) DO UPDATE SET
        count = search_searchquery.count + excluded.count,
        hits = CASE WHEN excluded.count > 0 THEN excluded.hits ELSE search_searchquery.hits END,
        useful = search_searchquery.useful + excluded.useful,
        not_useful = search_searchquery.not_useful + excluded.not_useful
"""
"""One question for the row of the day, whether it is there or not: no two requests can lose each other's count."""
KEPT_ONCE, KEPT = timedelta(days=30), timedelta(days=365)
"""How long a count stays: of what was asked a single time on its day, and of the rest."""


def asked_as(words: str) -> str:
    """Return a question as it is counted: everything that is found alike is one question."""
    return fold(shorten_codes(words))


def log_query(folded: str, language: str, hits: int) -> None:
    """Count one question, as core.text.fold wrote it, and how many answers it had."""
    _count(folded, language, hits=hits, count=1)


def log_usefulness(folded: str, language: str, *, useful: bool) -> None:
    """Count one answer to whether what was found was useful."""
    _count(folded, language, useful=int(useful), not_useful=int(not useful))


def may_be_kept(folded: str) -> bool:
    """Return whether a question may be counted: not empty, not a whole sentence, without a long number."""
    joined = re.sub(r"(?<=\d) (?=\d)", "", folded)
    return 0 < len(folded) <= LONGEST_QUERY and not re.search(rf"\d{{{DIGITS},}}", joined)


def forget_old_queries() -> None:
    """Remove the counts that were kept long enough; a routine of the worker."""
    today = timezone.localdate()
    outdated = Q(day__lt=today - KEPT) | Q(day__lt=today - KEPT_ONCE, count__lte=1)
    SearchQuery.objects.filter(outdated).delete()


def _count(folded: str, language: str, *, hits: int = 0, count: int = 0, useful: int = 0, not_useful: int = 0) -> None:
    if not may_be_kept(folded):
        return
    row = {"folded": folded, "language": language, "day": timezone.localdate(), "most": MOST_A_DAY}
    steps = {"hits": hits, "count": count, "useful": useful, "not_useful": not_useful}
    try:
        _ask_impatiently(COUNT, row | steps)
    except Error:
        logger.info("a search was not counted", exc_info=True)


def _ask_impatiently(statement: str, values: dict[str, Any]) -> None:
    """Have the database do it, in one question, and wait for others no longer than WAIT."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(f"SET LOCAL lock_timeout = {WAIT}; {statement}", values)
        return
    connection.ensure_connection()
    usual = connection.connection.execute("PRAGMA busy_timeout").fetchone()[0]
    connection.connection.execute(f"PRAGMA busy_timeout = {WAIT}")
    try:
        with connection.cursor() as cursor:
            cursor.execute(statement, values)
    finally:
        connection.connection.execute(f"PRAGMA busy_timeout = {usual}")
