"""The department a page belongs to: the one of the list above it in the tree, in whatever language it stands there.

A single commune belongs to the department that stands for all of them.
"""

from uuid import UUID

from wagtail.models import Page

from departments.models import DepartmentPage


def owner_key(page: Page) -> UUID | None:
    """Return the translation key of the department a page belongs to; None for a page outside all of them."""
    above = DepartmentPage.objects.listed().ancestor_of(page, inclusive=True).order_by("-depth")
    return above.values_list("translation_key", flat=True).first()
