"""The privacy notice of filing: its version is stored with every dossier, its words stand in a template."""

from dataclasses import dataclass

from django.conf import settings

PRIVACY_VERSION = "2026-11-30"
"""Changed with every change of the words; a dossier keeps the version its owner read.

The words: templates/services/forms/privacy_notice.html.
"""


@dataclass(frozen=True)
class RetentionPeriods:
    """How long data are kept: days for a draft without change, years after a dossier has ended."""

    draft_days: int
    years: int


def retention_periods() -> RetentionPeriods:
    """Return the terms in force here."""
    return RetentionPeriods(settings.DRAFT_DAYS, settings.RETENTION_YEARS)
