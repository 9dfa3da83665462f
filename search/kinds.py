"""The kinds of things that can be found."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from departments.models import DepartmentPage
from services.models import ServicePage


class Kind(models.TextChoices):
    """What an answer is, as `?type=` asks for it and as its tab is called."""

    SERVICE = "service", _("Services")
    GUIDANCE = "guidance", _("Guidance and notices")
    DEPARTMENT = "department", _("Departments")
    FORM = "form", _("Forms")


PAGE_KINDS: dict[type, Kind] = {ServicePage: Kind.SERVICE, DepartmentPage: Kind.DEPARTMENT}
"""Pages of a kind of their own; all others are guidance, and files are forms."""
