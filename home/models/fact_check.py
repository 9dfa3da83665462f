"""A draft that people without an account are asked to check, and what they say of it."""

from datetime import datetime
from typing import Any, Self

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

LONGEST_COMMENT = 2_000
LONGEST_NAME = 100


class FactCheckQuerySet(models.QuerySet["FactCheck"]):
    """Questions asked of the links."""

    def for_page(self, page: Page) -> Self:
        """Return the links to drafts of a page with what was said, the latest first."""
        return self.filter(page_id=page.pk).select_related("made_by").prefetch_related("comments")


class FactCheck(models.Model):
    """A link to one draft of one page, as it was when the link was made; open until its day unless taken back."""

    page = models.ForeignKey(
        "wagtailcore.Page", verbose_name=_("page"), on_delete=models.CASCADE, related_name="fact_checks"
    )
    content = models.JSONField(_("draft"), encoder=DjangoJSONEncoder)
    reader = models.CharField(_("who is asked"), max_length=150)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("asked by"), null=True, on_delete=models.SET_NULL, related_name="+"
    )
    made_at = models.DateTimeField(_("made at"), default=timezone.now)
    expires_at = models.DateTimeField(_("open until"))
    revoked_at = models.DateTimeField(_("taken back at"), null=True)

    wagtail_reference_index_ignore = True

    objects = FactCheckQuerySet.as_manager()

    class Meta:
        verbose_name = _("fact check")
        verbose_name_plural = _("fact checks")
        ordering = ["-made_at", "-pk"]

    def __str__(self) -> str:
        return self.reader

    @property
    def is_open(self) -> bool:
        """Whether the link still leads to the draft."""
        return self.revoked_at is None and self.expires_at > timezone.now()

    @property
    def draft(self) -> Any:  # noqa: ANN401 (a page of any type)
        """The page as it stood in the draft."""
        return self.page.specific.with_content_json(self.content)

    def revoke(self, now: datetime) -> None:
        """Close the link; what was said stays."""
        self.revoked_at = self.revoked_at or now
        self.save(update_fields=["revoked_at"])


class FactCheckComment(models.Model):
    """What a reader says of one part of the draft."""

    fact_check = models.ForeignKey(
        FactCheck, verbose_name=_("fact check"), on_delete=models.CASCADE, related_name="comments"
    )
    part = models.CharField(_("part of the page"), max_length=255)
    text = models.TextField(_("comment"), max_length=LONGEST_COMMENT)
    name = models.CharField(_("name"), max_length=LONGEST_NAME)
    written_at = models.DateTimeField(_("written at"), default=timezone.now)
    is_done = models.BooleanField(_("done"), default=False)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("comment of a fact check")
        verbose_name_plural = _("comments of fact checks")
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.name}: {self.part}"
