"""The tables of accounts: who signs in, and what a citizen says about herself."""

from accounts.models.profile import ApplicantType, NotifyAbout, Profile
from accounts.models.user import User

__all__ = ["ApplicantType", "NotifyAbout", "Profile", "User"]
