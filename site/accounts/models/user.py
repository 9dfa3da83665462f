"""Who signs in: one user model for editors, officers and citizens, known by e-mail address."""

from django.contrib.auth.models import AbstractUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from accounts.emails import canonical
from accounts.passwords import composed, spellings


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
