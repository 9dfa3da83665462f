"""Acts in the demo's own sentences: the content names them by key, what is stored names their rows."""

import re

from core.json_types import JSON
from core.models import LegalDocument

NAMED = re.compile(r'(<a linktype="law") key="([^"]*)"')


def with_rows(value: JSON, rows: dict[str, int]) -> JSON:
    """Return the value of a block with the row of each act instead of its key; KeyError for an unknown key."""
    match value:
        case str():
            return NAMED.sub(lambda found: f'{found[1]} id="{rows[found[2]]}"', value)
        case list():
            return [with_rows(part, rows) for part in value]
        case dict():
            return {name: with_rows(part, rows) for name, part in value.items()}
        case _:
            return value


def rows_by_key() -> dict[str, int]:
    """Return the rows of all acts that have a key."""
    return dict(LegalDocument.objects.exclude(key="").values_list("key", "pk"))
