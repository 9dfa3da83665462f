"""What a citizen says about herself, so that forms need not ask again; and what she agreed to, when."""

from typing import Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models.user import User
from core.forms import numbers
from outbox import channels


class ApplicantType(models.TextChoices):
    """For whom a person usually files."""

    CITIZEN = "citizen", _("For myself, as a citizen")
    BUSINESS = "business", _("For a business")
    ORGANISATION = "organisation", _("For another organisation")


class NotifyAbout(models.TextChoices):
    """What a person wants to be written to about; what must reach everybody is sent all the same."""

    EVERY = "every", _("Every step of my dossiers")
    NEEDED = "needed", _("Only when I have to do something, and the results")


class ProfileQuerySet(models.QuerySet["Profile"]):
    """Profiles by whom they belong to."""

    def of(self, user: User) -> "Profile":
        """The profile of a user; one that is not stored yet while there is none."""
        return self.filter(user=user).first() or self.model(user=user)

    def unconfirmed(self) -> Self:
        """Of people who signed up by themselves and never proved that the address is theirs."""
        return self.filter(consent_at__isnull=False, user__last_login__isnull=True).exclude(
            user__emailaddress__verified=True
        )


class Profile(models.Model):
    """Made on first need; an empty text is unknown."""

    user = models.OneToOneField(User, on_delete=models.CASCADE, related_name="profile")
    full_name = models.CharField(_("full name"), max_length=100, blank=True)
    identification_number = models.CharField(_("personal identification number"), max_length=12, blank=True)
    phone = models.CharField(_("telephone number"), max_length=15, blank=True)
    address = models.CharField(_("address"), max_length=200, blank=True)
    applicant_type = models.CharField(
        _("applicant"), max_length=20, choices=ApplicantType, default=ApplicantType.CITIZEN
    )
    organisation_name = models.CharField(_("name of the organisation"), max_length=200, blank=True)
    business_number = models.CharField(_("business registration number"), max_length=14, blank=True)
    notify_about = models.CharField(
        _("notifications about"), max_length=10, choices=NotifyAbout, default=NotifyAbout.EVERY
    )
    message_channels = models.JSONField(_("channels of short messages"), default=list, blank=True)
    consent_version = models.CharField(max_length=20, blank=True, editable=False)
    consent_at = models.DateTimeField(null=True, blank=True, editable=False)
    seen_notices_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = ProfileQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("profile")
        verbose_name_plural = _("profiles")

    def __str__(self) -> str:
        return self.full_name or self.user.email

    @property
    def has_mobile_phone(self) -> bool:
        """Whether short messages can reach the telephone number at all."""
        return numbers.is_mobile(self.phone)

    def reaching_channels(self) -> list[str]:
        """The channels the person chose that can reach her today."""
        chosen = [name.value for name in channels.offered() if name in self.message_channels]
        return chosen if self.has_mobile_phone else []
