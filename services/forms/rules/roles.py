"""The roles in which officers work on submissions."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class OfficerRole(models.TextChoices):
    """What an officer is at a department; a supervisor belongs to none and sees numbers only."""

    ONE_STOP = "one_stop", _("One-stop officer")
    OFFICER = "officer", _("Department officer")
    HEAD = "head", _("Head of department")
    SUPERVISOR = "supervisor", _("Supervisor of the province")


RECEIVING = frozenset({OfficerRole.ONE_STOP, OfficerRole.OFFICER, OfficerRole.HEAD})
"""They receive submissions and hand results over."""
HANDLING = frozenset({OfficerRole.OFFICER, OfficerRole.HEAD})
"""They work on submissions and decide."""
HEADING = frozenset({OfficerRole.HEAD})
"""They say who works on what and put dates off."""
