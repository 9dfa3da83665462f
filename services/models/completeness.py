"""How complete each service is and whether it keeps what its level promises: counted whenever it is saved, and again
every day, since fees, filings and agencies begin and end on their days (services/catalogue/recount.py).
"""

from collections.abc import Collection, Iterable
from datetime import date
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from services.models.facts import facts_of_many
from services.rules.choices import Level
from services.rules.completeness import RecommendedPart, completeness
from services.rules.levels import MissingPart, earned

if TYPE_CHECKING:
    from services.models.service import ServicePage


class ServiceCompleteness(models.Model):
    """What was counted of one Vietnamese service: of the public page, or of the draft while none is public."""

    page = models.OneToOneField(
        "services.ServicePage", on_delete=models.CASCADE, primary_key=True, related_name="completeness"
    )
    percent = models.PositiveSmallIntegerField(_("completeness (%)"), db_index=True)
    earned_level = models.PositiveSmallIntegerField(_("level earned"), choices=Level, null=True, blank=True)
    is_kept = models.BooleanField(_("keeps what its level promises"), db_index=True)
    gaps = models.JSONField(_("what is missing"), default=list, blank=True)
    """Values of MissingPart and RecommendedPart, what the level promises first."""
    counted_on = models.DateField(_("counted on"))

    class Meta:
        verbose_name = _("completeness of a service")
        verbose_name_plural = _("completeness of services")

    def __str__(self) -> str:
        return f"{self.percent} %"


def gap_messages(gaps: Iterable[str]) -> list[str]:
    """Return what an editor is asked to add, in the language in force; a part that is asked for no longer is left
    out.
    """
    asked = {part.value: part for kind in (MissingPart, RecommendedPart) for part in kind}
    return [str(asked[gap].label) for gap in gaps if gap in asked]


def count_completeness(services: Collection["ServicePage"], on: date) -> list[ServiceCompleteness]:
    """Return what is counted of these pages as they are in memory, unsaved."""
    counted = []
    for service, facts in zip(services, facts_of_many(services, on), strict=True):
        claimed = Level(service.level) if service.level else None
        found = completeness(facts.promised, facts.recommended, claimed)
        broken = claimed is not None and any(gap.level for gap in found.gaps)
        counted.append(
            ServiceCompleteness(
                page_id=service.pk,
                percent=found.percent,
                earned_level=earned(facts.promised),
                is_kept=not broken,
                gaps=[gap.part.value for gap in found.gaps],
                counted_on=on,
            )
        )
    return counted


def store_completeness(services: Iterable["ServicePage"], on: date) -> None:
    """Count these pages and keep the result; a translation is the same procedure and is not counted again."""
    originals = [one for one in services if one.alias_of_id is None and _is_vietnamese(one)]
    ServiceCompleteness.objects.bulk_create(
        count_completeness(originals, on),
        update_conflicts=True,
        unique_fields=["page"],
        update_fields=["percent", "earned_level", "is_kept", "gaps", "counted_on"],
    )


def _is_vietnamese(service: "ServicePage") -> bool:
    return bool(service.locale.language_code == settings.LANGUAGE_CODE)
