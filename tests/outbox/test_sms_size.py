"""How long a text is as an SMS: by the alphabet its signs need, in one part or more."""

import pytest

from outbox.letters.sms_size import sms_size


@pytest.mark.parametrize(
    ("text", "signs", "parts"),
    [
        ("", 0, 1),
        ("a" * 160, 160, 1),
        ("a" * 161, 161, 2),
        ("a" * 306, 306, 2),
        ("a" * 307, 307, 3),
        ("[]" * 80, 320, 3),
        ("é" * 160, 160, 1),
        ("ố" * 70, 70, 1),
        ("ố" + "a" * 70, 71, 2),
        ("ố" * 134, 134, 2),
        ("ố" * 135, 135, 3),
        ("😀" * 35, 70, 1),
        ("`", 1, 1),
        ("`" * 71, 71, 2),
    ],
)
def test_signs_and_parts(text, signs, parts):
    assert sms_size(text) == (signs, parts)
