"""What a citizen files: a draft while it is filled in, a case from the moment it is sent."""

from datetime import datetime
from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.uuid7 import uuid7
from services.forms.models.due_dates import Clocked
from services.forms.models.officer import Officer
from services.forms.models.version import FormVersion
from services.forms.rules.references import possible_keys
from services.forms.rules.workflow import ENDED, UNFINISHED, WORKED_ON, State

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from accounts.models import User

CODE_KEY = models.Func(
    "code", template="UPPER(REPLACE(REPLACE(%(expressions)s, '-', ''), '.', ''))", output_field=models.CharField()
)
"""A stored code by its letters and digits alone (references.code_key), spelled without parameters: SQLite uses the
index only where a question is written exactly like it."""
FILED_ROWS = ~models.Q(state=State.DRAFT)
UNFINISHED_ROWS = models.Q(state__in=sorted(UNFINISHED))


class SubmissionQuerySet(models.QuerySet):
    """The only entrance to submissions."""

    def owned_by(self, user: "User | AnonymousUser") -> Self:
        """Return what this person filed or is filling in: for the pages of citizens."""
        if not user.is_authenticated or not user.is_active:
            return self.none()
        return self.filter(owner=user)

    def handled_by(self, user: "User | AnonymousUser") -> Self:
        """Return what lies at the departments this person works for, never a draft or their own: for the
        desk.
        """
        if not user.is_authenticated or not user.is_active:
            return self.none()
        departments = Officer.objects.handling(user).department_keys()
        return self.filter(agency_key__in=departments).exclude(state=State.DRAFT).exclude(owner=user)

    def with_code(self, typed: str) -> Self:
        """Return those that a code may mean, however it was typed (services/forms/rules/references.py)."""
        return self.alias(code_key=CODE_KEY).filter(code_key__in=possible_keys(typed))

    def drafts(self) -> Self:
        return self.filter(state=State.DRAFT)

    def filed(self) -> Self:
        return self.exclude(state=State.DRAFT)


class Submission(Clocked):
    """A dossier. Everything that names service and agency is kept as it was at filing; pages may change or go.

    `revision` rises with every change and travels through every form, so that nobody overwrites what was not seen.
    `fees` and `durations` are the service's rows as they stood at filing; `lookup` is what officers find it by.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("filed by"), on_delete=models.PROTECT, related_name="submissions"
    )
    service_key = models.UUIDField(_("service"))
    service_title = models.CharField(_("title of the service"), max_length=255)
    procedure_code = models.CharField(_("procedure code"), max_length=8, blank=True)
    level = models.PositiveSmallIntegerField(_("level"), null=True)
    field_key = models.UUIDField(_("field of administration"), null=True)
    field_title = models.CharField(_("name of the field"), max_length=200, blank=True, default="")
    agency_key = models.UUIDField(_("department"), null=True)
    agency_name = models.CharField(_("agency"), max_length=300)
    agency_code = models.CharField(_("unit code"), max_length=20, blank=True)
    assigned_to = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("assigned to"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="assigned_submissions",
    )
    lookup = models.TextField(_("words to find it by"), blank=True, default="", editable=False)
    version = models.ForeignKey(FormVersion, verbose_name=_("form"), on_delete=models.PROTECT, related_name="+")
    language = models.CharField(_("language"), max_length=10)
    state = models.PositiveSmallIntegerField(_("state"), choices=State, default=State.DRAFT)
    revision = models.PositiveIntegerField(_("revision"), default=1)
    answers = models.JSONField(_("answers"), default=dict)
    saved_steps = models.JSONField(_("steps saved"), default=list)
    code = models.CharField(  # noqa: DJ001 (NULLs are never equal: drafts have none)
        _("code"), max_length=40, unique=True, null=True, editable=False
    )
    pin_counter = models.PositiveSmallIntegerField(_("tracking codes issued"), default=0)
    fees = models.JSONField(_("fees at filing"), default=list)
    durations = models.JSONField(_("time limits at filing"), default=list)
    privacy_version = models.CharField(_("version of the privacy notice"), max_length=20, blank=True)
    privacy_at = models.DateTimeField(_("privacy notice shown at"), null=True)
    created_at = models.DateTimeField(_("begun at"), auto_now_add=True)
    changed_at = models.DateTimeField(_("last changed at"), auto_now=True)
    filed_at = models.DateTimeField(_("filed at"), null=True)
    accepted_at = models.DateTimeField(_("accepted at"), null=True)
    closed_at = models.DateTimeField(_("ended at"), null=True)
    reminded_at = models.DateTimeField(_("reminded at"), null=True)
    legal_hold = models.BooleanField(_("kept beyond its time"), default=False)

    objects = SubmissionQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("submission")
        verbose_name_plural = _("submissions")
        ordering = ["-changed_at", "-pk"]
        indexes = [
            models.Index(fields=["owner", "state"]),
            models.Index(CODE_KEY, name="submission_code_key"),
            models.Index(fields=["state", "changed_at"]),
            models.Index(fields=["agency_key", "state", "filed_at"]),
            models.Index(fields=["agency_key", "state", "due_at"]),
            models.Index(fields=["reply_due_at"], condition=models.Q(reply_due_at__isnull=False), name="reply_due"),
            # The desk (docs/decisions/0067): its menu reads the first alone, its lists come sorted out of the others.
            models.Index(
                fields=["agency_key", "state", "assigned_to", "owner", "due_at", "intake_due_at", "reply_due_at"],
                condition=UNFINISHED_ROWS,
                name="submission_unfinished",
            ),
            models.Index(fields=["filed_at", "id"], condition=UNFINISHED_ROWS, name="submission_unfinished_filed"),
            models.Index(fields=["filed_at", "id"], condition=FILED_ROWS, name="submission_filed"),
            models.Index(fields=["changed_at", "id"], condition=FILED_ROWS, name="submission_changed"),
            models.Index(
                fields=["agency_key", "service_key", "filed_at"], condition=FILED_ROWS, name="submission_services"
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state=State.DRAFT, code__isnull=True, filed_at__isnull=True)
                | ~models.Q(state=State.DRAFT) & models.Q(code__isnull=False, filed_at__isnull=False),
                name="submission_filed_has_code",
            ),
        ]

    def __str__(self) -> str:
        return self.code or str(self.pk)

    @property
    def is_draft(self) -> bool:
        return self.state == State.DRAFT

    @property
    def waits_for_papers(self) -> bool:
        return self.state == State.SUPPLEMENT

    @property
    def waits_for_payment(self) -> bool:
        return self.state == State.PAYMENT

    @property
    def shown_due_at(self) -> datetime | None:
        """The day of the result while the clock runs; before and after it there is nothing to wait for."""
        return self.due_at if self.state in WORKED_ON else None

    @property
    def has_ended(self) -> bool:
        return self.state in ENDED
