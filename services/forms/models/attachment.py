"""Files of a submission: bytes in private storage, under names nobody can guess, without a public address."""

from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.uuid7 import uuid7
from services.forms.models.submission import Submission

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from accounts.models import User

RESULT = "result"
"""The key of the files that hold the result; no question of a form has it."""


class AttachmentState(models.TextChoices):
    """What the checks said. Only a clean file is ever handed out."""

    PENDING = "pending", _("Being checked")
    CLEAN = "clean", _("Checked")
    REFUSED = "refused", _("Refused")


class AttachmentQuerySet(models.QuerySet):
    """The only entrance to files."""

    def owned_by(self, user: "User | AnonymousUser") -> Self:
        """Return files of one's own submissions, those that went out with nothing yet among them."""
        return self.filter(submission__in=Submission.objects.owned_by(user))

    def handled_by(self, user: "User | AnonymousUser") -> Self:
        """Return files that were handed in to the departments this person works for."""
        return self.filter(submission__in=Submission.objects.handled_by(user), claimed_at__isnull=False)

    def clean(self) -> Self:
        return self.filter(state=AttachmentState.CLEAN)


class Attachment(models.Model):
    """One file, handed in for one question of the form.

    `path` is relative to PRIVATE_ROOT. `claimed_at` is set when the file went out with a filing or a reply; a file that
    was never claimed may be taken away. `event` names the reply to a request for papers it came with.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    submission = models.ForeignKey(Submission, on_delete=models.CASCADE, related_name="attachments")
    question = models.CharField(_("question"), max_length=80)
    name = models.CharField(_("shown name"), max_length=120)
    kind = models.CharField(_("kind of file"), max_length=5)
    size = models.PositiveIntegerField(_("bytes"))
    sha256 = models.CharField(_("digest"), max_length=64)
    path = models.CharField(_("path"), max_length=120, unique=True)
    state = models.CharField(_("state"), max_length=8, choices=AttachmentState, default=AttachmentState.PENDING)
    refused_because = models.CharField(_("refused because"), max_length=200, blank=True)
    uploaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    uploaded_at = models.DateTimeField(_("uploaded at"), auto_now_add=True)
    claimed_at = models.DateTimeField(_("handed in at"), null=True)
    event = models.ForeignKey("service_forms.Event", null=True, on_delete=models.SET_NULL, related_name="attachments")

    objects = AttachmentQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("file of a submission")
        verbose_name_plural = _("files of submissions")
        ordering = ["uploaded_at", "pk"]

    def __str__(self) -> str:
        return str(self.pk)
