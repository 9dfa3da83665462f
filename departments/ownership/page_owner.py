"""The department a page belongs to: the nearest one above it in the tree, in whatever language it stands there."""

from uuid import UUID

from wagtail.models import Page

from departments.models import DepartmentPage


def owner_key(page: Page) -> UUID | None:
    """Return the translation key of the department a page belongs to; None for a page outside all of them."""
    above = DepartmentPage.objects.ancestor_of(page, inclusive=True).order_by("-depth")
    return above.values_list("translation_key", flat=True).first()
