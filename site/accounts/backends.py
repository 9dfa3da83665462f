"""Who comes in with an e-mail address and a password."""

from allauth.account.auth_backends import AuthenticationBackend
from django.contrib.auth.hashers import make_password

from accounts.passwords import spellings


class PasswordBackend(AuthenticationBackend):
    """allauth's, which works as long for an address nobody has: a hash for every spelling of the password."""

    def _mitigate_timing_attack(self, password: str) -> None:
        for spelling in spellings(password):
            make_password(spelling)
