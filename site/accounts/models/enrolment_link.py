"""The link by which a person whose work asks for a second factor may add the first device."""

from django.db import models

from accounts.models.user import User


class EnrolmentLink(models.Model):
    """The newest link of a person; only a digest of its secret is stored."""

    user = models.OneToOneField(User, on_delete=models.CASCADE, related_name="+")
    digest = models.CharField(max_length=64)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)

    wagtail_reference_index_ignore = True

    def __str__(self) -> str:
        return f"{self.user_id}"
