"""The gate of publishing: asked whenever a page is published, whoever asks: a person, a workflow, the clock, code.

A page says what keeps it from being published (`BasePage.publication_problems`); every door answers it in its own way:
`publication_doors` (the editor's buttons, copies), `bulk_publishing`, `refused_changes` (workflows, conversions,
translations), `outbox.publication` (the clock). Saving a draft asks nothing that a database could hold.
"""

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.utils import timezone
from wagtail.models import Page, Revision

from core.problem_words import in_words
from core.problems import Problem


class PublicationRefused(ValidationError):
    """The page is not published; its problems say why, by field and in the language in force."""

    def __init__(self, page: Page, problems: list[Problem]) -> None:
        self.page, self.problems = page, problems
        told: dict[str, list[str]] = {}
        for problem in problems:
            told.setdefault(problem.field or NON_FIELD_ERRORS, []).append(in_words(page, problem))
        super().__init__(told)


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
