"""How a slip stands today: it holds, a newer one was issued, or its appointment is no longer the one that holds."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from services.forms.models import Slip, Submission
from services.forms.rules.slip_kinds import APPOINTING


class SlipStatus(models.TextChoices):
    HOLDS = "holds", _("This is the latest notice of its application.")
    NEWER = "newer", _("A newer notice was issued for this application.")
    REPLACED = "replaced", _("The appointment on this notice holds no longer: ask for the date that holds today.")


def slip_status(slip: Slip) -> SlipStatus:
    """As it was at the end, for a slip whose dossier is no more; else as the dossier stands now."""
    if slip.standing:
        return SlipStatus(slip.standing)
    row = slip.submission
    if row is None:
        return SlipStatus.HOLDS
    if slip.kind in APPOINTING and slip.due_at != row.due_at:
        return SlipStatus.REPLACED
    is_newest = not row.slips.filter(pk__gt=slip.pk).exists()
    return SlipStatus.HOLDS if is_newest else SlipStatus.NEWER


def anonymise_slips(submission: Submission, *, keeps_number: bool) -> None:
    """Take everything personal out of the slips of a dossier; that they were issued, when and where, stays.

    `keeps_number`: the dossier itself stays with its code, which the numbers of its slips begin with.
    """
    for slip in submission.slips.all():
        slip.standing = slip_status(slip)
        slip.payload, slip.issued_by = {}, ""
        slip.number = slip.number if keeps_number else ""
        slip.save(update_fields=["standing", "payload", "issued_by", "number"])
