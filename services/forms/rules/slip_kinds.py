"""The slips of the one-stop procedure (Circular 03/2025/TT-VPCP). Which transition issues which: state_changes.py."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class SlipKind(models.TextChoices):
    """The numbers are those of the circular's models."""

    RECEIPT = "01", _("Receipt and appointment")
    SUPPLEMENT = "02", _("Request for more documents (notice)")
    REFUSAL = "03", _("Notice of refusal to accept")
    APOLOGY = "04", _("Apology and new appointment (notice)")
    STOP = "05", _("Notice that the work is stopped")
    CONTROL = "06", _("Control sheet of the handling")
    REGISTER = "07", _("Register of applications")


ISSUED = frozenset(SlipKind) - {SlipKind.CONTROL, SlipKind.REGISTER}
"""Issued to the citizen with a transition; the other two are made for officers when they ask for them."""

APPOINTING = frozenset({SlipKind.RECEIPT, SlipKind.APOLOGY})
"""They name the day of the result."""
