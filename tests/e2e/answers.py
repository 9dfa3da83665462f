"""What the search shows, as one reads it."""

from tests.markup import soup


def answers_of(content: str) -> str:
    """The text of the answers on a page of the search; marks part no word from the next."""
    found = soup(content).select_one(".portal-results")
    return " ".join(found.get_text().split()) if found else ""
