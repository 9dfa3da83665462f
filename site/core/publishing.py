"""The gate of publishing: asked whenever a page is published, whoever asks: a person, a workflow, the clock, code.

A page says what keeps it from being published (`BasePage.publication_problems`); every door answers it in its own way:
`publication_doors` (the editor's buttons, copies), `bulk_publishing`, `refused_changes` (workflows, conversions,
translations), `outbox.publication` (the clock). Saving a draft asks nothing that a database could hold.
"""

from django.utils import timezone
from wagtail.models import Page, Revision

from core.problem_words import in_words
from core.problems import Problem


class PublicationRefused(Exception):
    """The page is not published; its problems say why. No ValidationError: nobody may take it for a fault of a form."""

    def __init__(self, page: Page, problems: list[Problem]) -> None:
        self.page, self.problems = page, problems
        self.messages = [in_words(page, problem) for problem in problems]
        super().__init__(" ".join(self.messages))


def refuse_problems(page: Page) -> None:
    """Raise PublicationRefused when something keeps the page, as it is in memory, from being published."""
    if problems := page.publication_problems():
        raise PublicationRefused(page, problems)


def clear_passed_expiry(page: Page, revision: Revision) -> None:
    """A page that its expiry took down and that is published again must not be taken down by the same date."""
    expiry = revision.as_object().expire_at if page.expired else None
    if expiry and expiry <= timezone.now():
        revision.content["expire_at"] = None
        revision.save(update_fields=["content"])
