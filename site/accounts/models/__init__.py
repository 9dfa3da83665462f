"""The tables of accounts: who signs in, what a citizen says about herself, links to a first second factor."""

from accounts.models.enrolment_link import EnrolmentLink
from accounts.models.profile import ApplicantType, NotifyAbout, Profile
from accounts.models.user import User

__all__ = ["ApplicantType", "EnrolmentLink", "NotifyAbout", "Profile", "User"]
