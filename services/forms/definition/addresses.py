"""An address in its parts: what each may be, and the official name of its ward."""

from collections.abc import Mapping

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from services.forms.definition.administrative_units import matching_wards
from services.forms.definition.glyphs import undrawable, words_for
from services.forms.definition.provinces import UNLISTED, province

PLACES = ("province", "ward", "street")
"""The parts of an address."""

LONGEST_LINE = 200
MOST_NAMED = 5
"""Wards of a province that are told to choose from when several may be meant."""


def clean_address(typed: Mapping[str, str], *, is_checked: bool) -> dict[str, str]:
    """Return the address as it is stored, of cleaned lines by part. ValidationErrors have the wrong parts for their
    codes.

    `is_checked`: the ward must be one of its province, and gets its official name.
    """
    known = province(typed["province"])
    errors = [] if known else [ValidationError(_("Choose the province or city of the address."), code="province")]
    lines = {part: typed[part] for part in ("ward", "street")}
    for part, line in lines.items():
        try:
            _require_line(part, line, known)
            if part == "ward" and is_checked and known and known not in UNLISTED:
                lines[part] = official_ward(known, line)
        except ValidationError as wrong:
            errors.append(wrong)
    if errors:
        raise ValidationError(errors)
    return {"province": known or "", **lines}


def official_ward(in_province: str, typed: str) -> str:
    """Return the one name of the list that was meant; ValidationError where there is none, or several."""
    names = matching_wards(in_province, typed)
    if len(names) == 1:
        return names[0]
    if names:
        words = _("Several are called so: {names}. Write the name with all its marks.")
        raise ValidationError(words.format(names=", ".join(names[:MOST_NAMED])), code="ward")
    words = _(
        "Since 1 July 2025 there is no “{ward}” in {province}. Choose a name of the list; for an address by former "
        "names choose that in the place of the province."
    )
    raise ValidationError(words.format(ward=typed, province=in_province), code="ward")


def _require_line(part: str, line: str, known: str | None) -> None:
    if len(line) > LONGEST_LINE:
        words = _("This line may have at most {most} characters.").format(most=LONGEST_LINE)
    elif signs := undrawable(line):
        words = words_for(signs)
    elif line or (part == "ward" and known in UNLISTED):
        return
    elif part == "ward":
        words = _("Write the ward, commune or special zone.")
    else:
        words = _("Write the house, street or village.")
    raise ValidationError(words, code=part)
