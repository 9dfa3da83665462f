"""The words of the standing pages: contact, accessibility, personal data, open data, terms of use."""

from home.demo.content import read
from home.demo.guidance import Services, body
from home.setup import Trunk


def load_standing(trunk: Trunk, services: Services) -> None:
    """Fill and publish the standing pages that are still empty drafts; what an editor wrote stays."""
    for record in read("standing"):
        page = trunk.standing[record["role"]]
        if not page.live and not page.summary and not page.body:
            page.summary = record["summary"]
            page.body = body(record["body"], f"standing/{record['role']}", services)
            page.save_revision().publish()
