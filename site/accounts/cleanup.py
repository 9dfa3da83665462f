"""What is thrown away by itself: accounts that were never confirmed."""

from datetime import timedelta

from django.conf import settings
from django.utils import timezone

from accounts.models import Profile, User


def forget_unconfirmed() -> None:
    """Delete accounts whose e-mail address nobody confirmed in time, so that its owner can sign up unhindered."""
    latest = timezone.now() - timedelta(days=settings.UNCONFIRMED_DAYS)
    unconfirmed = Profile.objects.unconfirmed().filter(user__date_joined__lt=latest)
    User.objects.filter(pk__in=list(unconfirmed.values_list("user", flat=True))).delete()
