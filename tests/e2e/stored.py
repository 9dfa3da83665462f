"""What the running site has stored, for tests that have no other way to know the number of a page."""

import sqlite3
from contextlib import closing
from typing import Any

from tests.e2e.running import RunningSite


def stored(site: RunningSite, question: str, *values: Any) -> list[tuple]:
    """Return the rows of a question to the site's database; what it changes is kept."""
    with closing(sqlite3.connect(site.environment["DATABASE_URL"].removeprefix("sqlite:///"), timeout=20)) as database:
        rows = database.execute(question, values).fetchall()
        database.commit()
    return rows


def number_of(site: RunningSite, question: str) -> int:
    """Return the first number that answers it."""
    return int(stored(site, question)[0][0])
