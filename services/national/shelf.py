"""The place for services whose handling department nobody has named yet; the communications group distributes them."""

from uuid import UUID

from django.utils.translation import gettext as _
from wagtail.models import Locale

from departments.kinds import DepartmentKind
from departments.models import DepartmentIndexPage, DepartmentPage

SHELF = UUID("5f0f3d0c-5b3e-5b0e-9a58-0d7d2c1e9a41")
"""Translation key of the place: it may be renamed and is found again."""


def shelf(locale: Locale) -> DepartmentPage:
    """Return it; it is made when it is missing, and it is never public: it is no department."""
    found = DepartmentPage.objects.filter(translation_key=SHELF, locale=locale).first()
    if found is None:
        index = DepartmentIndexPage.objects.filter(locale=locale).first()
        if index is None:
            raise NoDepartments
        title = _("No department yet")
        page = DepartmentPage(title=title, kind=DepartmentKind.OTHER, locale=locale, translation_key=SHELF, live=False)
        found = index.add_child(instance=page)
    return found


class NoDepartments(Exception):
    """The portal has no list of departments yet (`manage.py setup_portal` makes it)."""
