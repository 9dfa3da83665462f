"""How long a text is as an SMS: 160 signs of the GSM alphabet, or 70 of any other; longer ones are sent in parts.

Source: 3GPP TS 23.038 (alphabets), 23.040 (parts: each gives up 7 or 3 signs to say which part it is).
"""

from typing import NamedTuple

GSM = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
GSM_TWICE = frozenset("\f^{}\\[~]|€")
"""Signs of the GSM alphabet that take the place of two."""

ONE_PART, EACH_PART = 160, 153
ONE_PART_MARKED, EACH_PART_MARKED = 70, 67


class SmsSize(NamedTuple):
    """Signs, as the network counts them, and in how many parts they are sent."""

    signs: int
    parts: int


def sms_size(text: str) -> SmsSize:
    """Return the size of a text as it stands; one letter with a tone mark makes the whole of it long."""
    if set(text) <= GSM | GSM_TWICE:
        signs = len(text) + sum(sign in GSM_TWICE for sign in text)
        one, each = ONE_PART, EACH_PART
    else:
        signs = len(text.encode("utf-16-be")) // 2
        one, each = ONE_PART_MARKED, EACH_PART_MARKED
    return SmsSize(signs, 1 if signs <= one else -(-signs // each))
