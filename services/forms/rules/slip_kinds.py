"""The slips of the one-stop procedure (Circular 03/2025/TT-VPCP). Which transition issues which: transitions.py."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class SlipKind(models.TextChoices):
    """The numbers are those of the circular's models."""

    RECEIPT = "01", _("Receipt and appointment slip")
    SUPPLEMENT = "02", _("Request for more papers (slip)")
    REFUSAL = "03", _("Slip of refusal to accept")
    APOLOGY = "04", _("Apology and new appointment (slip)")
    STOP = "05", _("Notice that the work is stopped (slip)")
    CONTROL = "06", _("Control slip of the handling")
    REGISTER = "07", _("Register of dossiers")


ISSUED = frozenset(SlipKind) - {SlipKind.CONTROL, SlipKind.REGISTER}
"""Issued to the citizen with a transition; the other two are made for officers when they ask for them."""

APPOINTING = frozenset({SlipKind.RECEIPT, SlipKind.APOLOGY})
"""They name the day of the result."""
