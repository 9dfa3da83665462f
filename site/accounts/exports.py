"""The download of one's own data: what settings.ACCOUNT_EXPORTS gather, as one JSON document."""

from typing import Any

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.utils.module_loading import import_string

from accounts.models import Profile, User

PROFILE_FIELDS = (
    *("full_name", "identification_number", "phone", "address", "applicant_type", "organisation_name"),
    *("business_number", "notify_about", "message_channels", "consent_version", "consent_at"),
)


def everything_about(user: User) -> dict[str, Any]:
    """Return all parts together; a later function may add parts, not replace those of another (ValueError)."""
    parts: dict[str, Any] = {}
    for path in settings.ACCOUNT_EXPORTS:
        for name, part in import_string(path)(user).items():
            if name in parts:
                raise ValueError(f"Two exports call their part {name!r}.")
            parts[name] = part
    return parts


def own_data(user: User) -> dict[str, Any]:
    """Return the account itself: address, details, devices, the kinds of second factor (never a secret)."""
    profile = Profile.objects.of(user)
    return {
        "account": {"email": user.email, "joined": user.date_joined, "last_log_in": user.last_login},
        "profile": {name: getattr(profile, name) for name in PROFILE_FIELDS},
        "sessions": list(UserSession.objects.filter(user=user).values("created_at", "ip", "user_agent")),
        "second_factor": list(Authenticator.objects.filter(user=user).values("type", "created_at", "last_used_at")),
    }
