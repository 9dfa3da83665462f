"""The next code of a unit. The number is taken in the transaction of the filing and comes back when that fails."""

from datetime import datetime

from django.conf import settings
from django.db.models import F
from django.utils import timezone

from services.forms.models import CodeCounter
from services.forms.rules.references import code_of, unit_of


def next_code(agency_code: str, at: datetime) -> str:
    """Return a code nobody has, for a dossier filed at that moment; to be called in a transaction, as late in it as can
    be.

    The row of unit and day stays locked until the transaction ends: numbers have no gaps, and nobody gets one twice.
    """
    unit = unit_of(agency_code, province=settings.SUBMISSION_PREFIX, mark=settings.SUBMISSION_MARK)
    day = timezone.localdate(at)
    own = CodeCounter.objects.filter(unit=unit, day=day)
    if not own.update(last=F("last") + 1):
        CodeCounter.objects.bulk_create([CodeCounter(unit=unit, day=day)], ignore_conflicts=True)
        own.update(last=F("last") + 1)
    return code_of(unit, day, own.values_list("last", flat=True).get())
