"""Slips of the one-stop procedure: the words they are made with, and each that was issued."""

import secrets

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel

from core.models.typed_text import TypedText
from services.forms.models.event import Event
from services.forms.models.submission import Submission
from services.forms.rules.slip_kinds import ISSUED, SlipKind

SIGNS = "23456789abcdefghjkmnpqrstuvwxyz"
"""No 0 and 1 beside o and l, and no i: a token may be typed from paper."""
LENGTH = 26
"""31 signs: 128 bits and a little more."""


def new_token() -> str:
    """Return what a slip is checked by; nobody can guess one."""
    return "".join(secrets.choice(SIGNS) for _place in range(LENGTH))


class SlipTemplate(TypedText, models.Model):
    """The words of one kind of slip from a day on. What was issued keeps the words it was issued with."""

    kind = models.CharField(_("kind of slip"), max_length=2, choices=SlipKind)
    legal_basis = models.CharField(_("legal basis"), max_length=200)
    in_force_from = models.DateField(
        _("in force from"),
        default=timezone.localdate,
        help_text=_("Slips issued from this day on have these words. For new rules, add another text of the kind."),
    )
    title = models.CharField(_("title"), max_length=200)
    opening = models.TextField(_("text above the facts"), blank=True, max_length=3000)
    closing = models.TextField(_("text below the facts"), blank=True, max_length=3000)
    notes = models.TextField(_("notes in small print"), blank=True, max_length=3000)

    panels = [
        FieldRowPanel(["kind", "in_force_from"]),
        FieldPanel("legal_basis"),
        FieldPanel("title"),
        FieldPanel("opening"),
        FieldPanel("closing"),
        FieldPanel("notes"),
    ]

    class Meta:
        verbose_name = _("text of a slip")
        verbose_name_plural = _("texts of slips")
        ordering = ["kind", "-in_force_from"]
        constraints = [models.UniqueConstraint(fields=["kind", "in_force_from"], name="slip_template_once_a_day")]

    def __str__(self) -> str:
        return f"{self.kind} {self.title}"


class Slip(models.Model):
    """One slip that was issued. `payload` is everything the sheet says besides these columns, word by word.

    When the dossier's time to be kept is over, the payload goes and the row stays: the token still tells that the slip
    was genuine, its kind, agency and day. `standing` is kept then, for it can be worked out no more.
    """

    token = models.CharField(_("token"), max_length=LENGTH, unique=True, default=new_token, editable=False)
    kind = models.CharField(_("kind of slip"), max_length=2, choices=[(one.value, one.label) for one in sorted(ISSUED)])
    number = models.CharField(_("number"), max_length=60, blank=True)
    submission = models.ForeignKey(Submission, null=True, on_delete=models.SET_NULL, related_name="slips")
    event = models.ForeignKey(Event, null=True, on_delete=models.SET_NULL, related_name="slips")
    agency_name = models.CharField(_("agency"), max_length=300)
    issued_at = models.DateTimeField(_("issued at"))
    issued_by = models.CharField(_("issued by"), max_length=300, blank=True)
    due_at = models.DateTimeField(_("appointment"), null=True)
    payload = models.JSONField(_("what it says"), default=dict)
    standing = models.CharField(_("standing at the end"), max_length=10, blank=True, default="")

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("slip")
        verbose_name_plural = _("slips")
        ordering = ["issued_at", "pk"]

    def __str__(self) -> str:
        return f"{self.kind} {self.number}"

    @property
    def is_whole(self) -> bool:
        """Whether the sheet can still be made."""
        return bool(self.payload)
