"""Questions asked of many departments at once."""

from wagtail.models import PageQuerySet

LISTED_DEPTH = 4
"""The root, the home page, the list of departments: what stands right below the list is a department of the list."""


class DepartmentQuerySet(PageQuerySet):
    """Departments of the list, and the communes below the one that keeps their services (docs/decisions/0112)."""

    def listed(self):
        """Return the departments of the list itself: the agencies of the province, and one page for all communes."""
        return self.filter(depth__lte=LISTED_DEPTH)

    def communes(self):
        """Return the single communes, each below the department whose services all of them handle."""
        return self.filter(depth__gt=LISTED_DEPTH)
