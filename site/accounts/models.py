"""Who signs in, what a citizen says about themselves, links to a first second factor.

One user model for editors, officers and citizens, known by e-mail address.
"""

from typing import Self

from django.contrib.auth.models import AbstractUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from accounts.emails import canonical
from accounts.passwords import composed, spellings
from core.forms import numbers
from outbox import channels


class EmailUserManager(BaseUserManager):
    """Makes users by e-mail address; there is no user name."""

    def create_user(self, email, password=None, **extra_fields):
        extra_fields.setdefault("is_staff", False)
        extra_fields.setdefault("is_superuser", False)
        return self._make(email, password, **extra_fields)

    def create_superuser(self, email, password=None, **extra_fields):
        return self._make(email, password, **{**extra_fields, "is_staff": True, "is_superuser": True})

    def _make(self, email, password, **extra_fields):
        if not email:
            raise ValueError("A user needs an e-mail address.")
        user = self.model(email=canonical(email), **extra_fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def with_email(self, email):
        """Whoever has that address, however it was typed; none or one."""
        return self.filter(email__iexact=canonical(email))

    def get_by_natural_key(self, username):
        return self.with_email(username).get()


class User(AbstractUser):
    """A person who signs in. The e-mail address is compared without regard to case."""

    username = None
    email = models.EmailField(_("e-mail address"), unique=True)

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: list[str] = []

    objects = EmailUserManager()

    class Meta:
        verbose_name = _("user")
        verbose_name_plural = _("users")
        constraints = [models.UniqueConstraint(Lower("email"), name="user_email_unique_without_case")]

    def __str__(self):
        return self.get_full_name() or self.email

    def set_password(self, raw_password):
        super().set_password(None if raw_password is None else composed(raw_password))

    def check_password(self, raw_password):
        """Whether it is the password in any of its spellings; the hash of an older one is made anew."""
        for spelling in spellings(raw_password or ""):
            if super().check_password(spelling):
                self._hash_anew(spelling)
                return True
        return False

    def _hash_anew(self, spelling):
        if spelling == composed(spelling):
            return
        self.set_password(spelling)
        self._password = None  # nothing for validators to remember: the password itself has not changed
        self.save(update_fields=["password"])


class ApplicantType(models.TextChoices):
    """For whom a person usually files."""

    CITIZEN = "citizen", _("For myself, as a citizen")
    BUSINESS = "business", _("For a business")
    ORGANISATION = "organisation", _("For another organisation")


class NotifyAbout(models.TextChoices):
    """What a person wants to be written to about; what must reach everybody is sent all the same."""

    EVERY = "every", _("Every step of my applications")
    NEEDED = "needed", _("Only when I have to do something, and the results")


class ProfileQuerySet(models.QuerySet["Profile"]):
    """Profiles by whom they belong to."""

    def of(self, user: User) -> "Profile":
        """Return the profile of a user; one that is not stored yet while there is none."""
        return self.filter(user=user).first() or self.model(user=user)

    def unconfirmed(self) -> Self:
        """Of people who signed up by themselves and never proved that the address is theirs."""
        return self.filter(consent_at__isnull=False, user__last_login__isnull=True).exclude(
            user__emailaddress__verified=True
        )


class Profile(models.Model):
    """What a citizen says about themselves, so that forms need not ask again; and what they agreed to, when.

    Made on first need; an empty text is unknown.
    """

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
        """Return the channels the person chose that can reach them today."""
        chosen = [name.value for name in channels.offered() if name in self.message_channels]
        return chosen if self.has_mobile_phone else []


class EnrolmentLink(models.Model):
    """The newest link by which a person whose work asks for a second factor may add the first device.

    Only a digest of its secret is stored.
    """

    user = models.OneToOneField(User, on_delete=models.CASCADE, related_name="+")
    digest = models.CharField(max_length=64)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)

    wagtail_reference_index_ignore = True

    def __str__(self) -> str:
        return f"{self.user_id}"
