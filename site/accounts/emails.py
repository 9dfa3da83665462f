"""E-mail addresses as they are kept and asked for: one form, however they were typed."""

import unicodedata

from allauth.account.fields import EmailField

from core.text import clean


def canonical(email: str) -> str:
    """Small letters, no blanks or invisible signs, wide and decomposed letters in their usual form (NFKC)."""
    return "".join(unicodedata.normalize("NFKC", clean(email)).split()).lower()


class AddressField(EmailField):
    """An e-mail address; what is pasted or typed on a foreign keyboard means the same."""

    def to_python(self, value: object) -> str:
        return canonical(super().to_python(value) or "")
