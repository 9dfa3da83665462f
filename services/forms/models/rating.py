"""How content somebody was with the handling of a dossier."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from services.forms.models.submission import Submission
from services.forms.models.tally import HIGHEST, LOWEST


class Rating(models.Model):
    """A score with a word about it. When the person's data go, the score stays, without dossier, comment and moment.

    Agency, service, field and level are those of the dossier when it was rated.
    """

    submission = models.OneToOneField(Submission, null=True, on_delete=models.SET_NULL, related_name="rating")
    score = models.PositiveSmallIntegerField(
        _("score"), validators=[MinValueValidator(LOWEST), MaxValueValidator(HIGHEST)]
    )
    comment = models.TextField(_("comment"), blank=True, default="")
    given_at = models.DateTimeField(_("given at"), null=True)
    month = models.DateField(_("month"))
    agency_key = models.UUIDField(null=True)
    service_key = models.UUIDField()
    service_title = models.CharField(max_length=255)
    field_key = models.UUIDField(null=True)
    level = models.PositiveSmallIntegerField(null=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("rating")
        verbose_name_plural = _("ratings")
        indexes = [models.Index(fields=["agency_key", "given_at"])]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(score__gte=LOWEST, score__lte=HIGHEST), name="rating_score_in_range"
            ),
            models.CheckConstraint(
                condition=models.Q(submission__isnull=False) | models.Q(comment="", given_at__isnull=True),
                name="rating_without_dossier_says_nothing",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.service_title}: {self.score}"
