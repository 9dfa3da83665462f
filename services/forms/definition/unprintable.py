"""Signs that no paper of the portal can show, named to the person who typed them."""

from collections.abc import Sequence

from django.core.exceptions import ValidationError
from django.utils.translation import ngettext

from services.forms.definition.glyphs import undrawable

MOST_NAMED = 10


def require_printable(text: str) -> None:
    """ValidationError names the signs of a text that cannot be printed."""
    if signs := undrawable(text):
        raise ValidationError(words_for(signs), code="sign")


def words_for(signs: Sequence[str]) -> str:
    """What to say of the signs of a text that cannot be printed."""
    named = " ".join(f"“{sign}”" for sign in signs[:MOST_NAMED])
    words = ngettext(
        "The sign {signs} cannot be printed on the papers of the dossier. Write it another way.",
        "The signs {signs} cannot be printed on the papers of the dossier. Write them another way.",
        len(signs),
    )
    return words.format(signs=named)
