"""Where a person is logged in, and ending it there."""

from datetime import timedelta

from allauth.usersessions.models import UserSession
from django.conf import settings
from django.db.models import QuerySet
from django.utils import timezone

from accounts.models import User


def open_sessions(user: User) -> list[UserSession]:
    """Return the sessions that are still alive, the newest first."""
    alive = timezone.now() - timedelta(seconds=settings.SESSION_COOKIE_AGE)
    known = UserSession.objects.filter(user=user, created_at__gt=alive).order_by("-created_at")
    return [session for session in known if session.exists()]


def end_sessions(sessions: QuerySet[UserSession]) -> int:
    """Log these out; how many there were."""
    ended = list(sessions)
    for session in ended:
        session.end()
    return len(ended)


def other_sessions(user: User, current: str | None) -> QuerySet[UserSession]:
    """Return all sessions of the user but the one with this key."""
    return UserSession.objects.filter(user=user).exclude(session_key=current or "")


def forget_session(key: str | None) -> None:
    """Take a session that ends by itself off the list."""
    UserSession.objects.filter(session_key=key or "").delete()
