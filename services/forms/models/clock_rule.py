"""The numbers of the clock as dated rows: what holds from which day on, by which law, for all services or for one."""

from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Any, NamedTuple
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel

from core.law import acts
from core.models.typed_text import TypedText
from services.forms.clock.rule import ClockRule, RuleSource
from services.forms.models.citizen_text import original_page
from services.forms.rules.clock_values import (
    HELP,
    OF_A_SERVICE,
    ClockKey,
    RuleCertainty,
    read_value,
    value_help,
    value_label,
)
from services.models import ServicePage


class RuleMissing(LookupError):
    """Rows of the clock are missing; the migration plants them and the admin keeps the last one of each."""


class ClockRow(TypedText, models.Model):
    """One number of the clock from a day on. A change of law is another row; the older one tells what held before."""

    key = models.CharField(_("what is said"), max_length=30, choices=ClockKey)
    value = models.CharField(_("value"), max_length=20, blank=True, help_text=HELP)
    service = models.ForeignKey(
        ServicePage,
        verbose_name=_("service"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
        help_text=_("Empty: for every service. For one only where an act about its field says otherwise: name it."),
    )
    valid_from = models.DateField(_("valid from"))
    law = models.SlugField(_("key of the act"), max_length=60, blank=True, help_text=_("Example: nd-118-2025"))
    article = models.CharField(_("article"), max_length=120, blank=True)
    certainty = models.CharField(
        _("how sure it is"), max_length=15, choices=RuleCertainty, default=RuleCertainty.UNCONFIRMED
    )
    note = models.TextField(_("note"), blank=True, default="", help_text=_("For administrators; not shown."))

    panels = [
        FieldPanel("key"),
        FieldRowPanel(["value", "valid_from"]),
        FieldPanel("service"),
        FieldRowPanel(["law", "article"]),
        FieldPanel("certainty"),
        FieldPanel("note"),
    ]

    class Meta:
        verbose_name = _("rule of the clock")
        verbose_name_plural = _("rules of the clock")
        ordering = ["key", "-valid_from", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["key", "service", "valid_from"], name="clock_row_once_a_day_per_service"),
            models.UniqueConstraint(
                fields=["key", "valid_from"], condition=Q(service__isnull=True), name="clock_row_once_a_day_for_all"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_key_display()}: {self.value_label} ({self.valid_from:%d/%m/%Y})"

    @property
    def value_label(self) -> str:
        """The value as people say it."""
        return value_label(self.key, self.value)

    @property
    def is_last(self) -> bool:
        """Whether nothing would be said any more without it."""
        others = ClockRow.objects.filter(key=self.key, service__isnull=True).exclude(pk=self.pk)
        return self.service_id is None and not others.exists()

    def clean(self) -> None:
        """Refuse a value this row cannot have, and a service's own rule that names no law."""
        super().clean()
        try:
            read_value(self.key, self.value)
        except ValueError:
            raise ValidationError({"value": value_help(self.key)}) from None
        if self.law and self.law not in acts():
            raise ValidationError({"law": _("No act has the key %(keys)s.") % {"keys": self.law}})
        if self.service is None:
            return
        self.service = original_page(self.service)
        if self.key not in OF_A_SERVICE:
            raise ValidationError({"service": _("This is the same for every service.")})
        if not self.law or not self.article:
            raise ValidationError({"law": _("Name the act and the article that say so for this service.")})


class StoredRow(NamedTuple):
    """A row as the rule is made of it; `service` is the translation key of the page, None for every service."""

    key: str
    value: str
    valid_from: date
    service: UUID | None
    law: str
    article: str
    certainty: str


@dataclass(frozen=True)
class RuleTable:
    """All rows of the clock, in the order of their days, read once."""

    rows: tuple[StoredRow, ...]

    @property
    def mark(self) -> str:
        """Tells whether two tables count alike: 16 signs made of what the rows say, not of where it comes from."""
        said = sorted((row.key, row.value, row.valid_from.isoformat(), str(row.service or "")) for row in self.rows)
        return sha256(repr(said).encode()).hexdigest()[:16]

    def in_force(self, on: date, service: UUID | None = None) -> ClockRule:
        """Return what holds on that day, of a service by its translation key: rows of its own go before those of all.

        Before the first row of a kind the first one holds. Raise RuleMissing when a kind has no row at all.
        """
        chosen: dict[str, StoredRow] = {}
        for row in self.rows:
            if row.service is None and (row.valid_from <= on or row.key not in chosen):
                chosen[row.key] = row
        for row in self.rows:
            if row.service is not None and row.service == service and row.valid_from <= on:
                chosen[row.key] = row
        if missing := sorted(set(ClockKey.values) - chosen.keys()):
            raise RuleMissing(", ".join(missing))
        values: dict[str, Any] = {key: read_value(key, row.value) for key, row in chosen.items()}
        rows = [chosen[key] for key in ClockKey.values]
        return ClockRule(**values, sources=tuple(RuleSource(*_source(row)) for row in rows))


def rule_table() -> RuleTable:
    """Return the rows of the clock: one question to the database."""
    columns = ("key", "value", "valid_from", "service__translation_key", "law", "article", "certainty")
    rows = ClockRow.objects.order_by("valid_from", "pk").values_list(*columns)
    return RuleTable(tuple(StoredRow(*row) for row in rows))


def rule_in_force(on: date, service: UUID | None = None) -> ClockRule:
    """Return the rule of the clock on that day, of a service by its translation key. Raise RuleMissing."""
    return rule_table().in_force(on, service)


def _source(row: StoredRow) -> tuple[str, str, str, str]:
    return row.key, row.law, row.article, row.certainty
