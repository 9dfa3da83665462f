"""What an answer may be, and how it is stored: one rule per kind. The only place where an answer is judged.

Values: text, person_name, long_text, email: str · number, amount: int · measure: decimal text "1250.5" · date:
"YYYY-MM-DD" · birth_date: the same, or "YYYY-MM", or "YYYY" · yes_no: bool · one: the choice's value
· many: list of values in the form's order · phone: "0912345678" or "+…" · identification: 12 digits · business: 10
digits or "0123456789-001" · address: {"province", "ward", "street"} · files: list of ids · group: list of dicts (judged
item by item in services/forms/answering/validation.py) · information: never an answer. What was not answered is None.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping

from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator
from django.utils import timezone
from django.utils.translation import gettext as _

from core import text
from core.birth_dates import read_birth, written_parts
from core.forms import numbers
from core.forms.dates import PARTS, parts_of, read_date
from core.person_names import is_person_name
from services.forms.definition.addresses import PLACES, clean_address
from services.forms.definition.answers import Answer
from services.forms.definition.glyphs import require_printable
from services.forms.definition.limits import bounds
from services.forms.definition.measures import clean_measure
from services.forms.definition.questions import Kind, Question

_GROUPED = re.compile(r"[+-]?(?:\d+|\d{1,3}(?:\.\d{3})+|\d{1,3}(?: \d{3})+)", re.ASCII)
_SLASHED = re.compile(r"(\d{1,2})\s*/\s*(\d{1,2})\s*/\s*(\d{4})", re.ASCII)
_MINUS = str.maketrans({"\u2212": "-", "\u2013": "-"})
_LONGEST_NUMBER = 40


def clean_answer(question: Question, raw: object, *, demand: bool = True) -> Answer:
    """Return the stored value of an answer as it was posted or sent, None for none.

    ValidationError says all that is wrong with it; the codes of an address and of a date name the wrong parts.
    Without `demand` a missing answer to a required question is no error.
    """
    value = None if is_blank(raw) else _RULES[Kind(question.kind)](question, raw)
    if value is None and demand and question.required:
        raise ValidationError(
            missing_answer_text(question), code="province" if question.kind == Kind.ADDRESS else "required"
        )
    return value


def is_blank(raw: object, depth: int = 4) -> bool:
    """Return whether nothing was answered: no sign one could see, or a list or a row of boxes with nothing in them.

    An address or a list in an item of a group is as deep as answers go; what is nested deeper is not nothing.
    """
    if isinstance(raw, str):
        return not text.clean(raw)
    if isinstance(raw, Mapping | list | tuple):
        parts = raw.values() if isinstance(raw, Mapping) else raw
        return depth > 0 and all(is_blank(part, depth - 1) for part in parts)
    return raw is None


def missing_answer_text(question: Question) -> str:
    """Return what to say when a required answer is not there."""
    words = _("Please fill in: {label}")
    if question.kind in (Kind.ONE, Kind.MANY, Kind.YES_NO):
        words = _("Please choose: {label}")
    elif question.kind == Kind.FILES:
        words = _("Please upload: {label}")
    return words.format(label=question.label)


def wrong_type_error() -> ValidationError:
    """Something sent to the form that no page of it could have posted."""
    return ValidationError(_("This is not the kind of answer that is asked for."), code="type")


def _text(raw: object) -> str:
    if not isinstance(raw, str):
        raise wrong_type_error()
    return raw


def plain_line(raw: object) -> str:
    """Return one line with digits and signs of any width written as usual."""
    return text.clean(unicodedata.normalize("NFKC", text.clean(_text(raw))))


def _line(question: Question, raw: object) -> str:
    return _of_length(question, text.clean(_text(raw)))


def _lines(question: Question, raw: object) -> str:
    return _of_length(question, "\n".join(text.clean(line) for line in _text(raw).splitlines()).strip())


def _of_length(question: Question, value: str) -> str:
    least, most = bounds(question)
    if len(value) > most:
        words = _("The answer may have at most {most} characters; it has {count}.")
        raise ValidationError(words.format(most=most, count=len(value)), code="long")
    if len(value) < least:
        words = _("The answer must have at least {least} characters; it has {count}.")
        raise ValidationError(words.format(least=least, count=len(value)), code="short")
    require_printable(value)
    return value


def _person_name(question: Question, raw: object) -> str:
    value = _line(question, raw)
    if not is_person_name(value):
        words = _("Write the name in letters as on the identity card, without figures and signs.")
        raise ValidationError(words, code="name")
    return value


def _email(question: Question, raw: object) -> str:
    value = _line(question, raw)
    EmailValidator(_("Write an e-mail address such as ten@example.vn."), code="email")(value)
    return value


def _number(question: Question, raw: object) -> int:
    least, most = bounds(question)
    value = _whole(raw)
    if value < least:
        raise ValidationError(_("The number must be at least {least}.").format(least=least), code="small")
    if value > most:
        raise ValidationError(_("The number must be at most {most}.").format(most=most), code="large")
    return value


def _whole(raw: object) -> int:
    if isinstance(raw, int) and not isinstance(raw, bool):
        return raw
    if isinstance(raw, float) and raw.is_integer():
        return int(raw)
    written = plain_line(raw).translate(_MINUS) if isinstance(raw, str) else ""
    if not _GROUPED.fullmatch(written) or len(written) > _LONGEST_NUMBER:
        raise ValidationError(_("Write a whole number, for example 1500000 or 1.500.000."), code="number")
    return int(written.replace(".", "").replace(" ", ""))


def _measure(question: Question, raw: object) -> str:
    is_number = isinstance(raw, int | float) and not isinstance(raw, bool)
    return clean_measure(f"{raw:.7f}".replace(".", ",") if is_number else plain_line(raw), *bounds(question))


def _birth_date(question: Question, raw: object) -> str:
    parts = _parts(raw) if isinstance(raw, Mapping) else written_parts(plain_line(raw))
    value = read_birth(parts, today=timezone.localdate())
    if value is None:
        raise wrong_type_error()
    return value


def _date(question: Question, raw: object) -> str:
    value = read_date(_parts(raw))
    least, most = bounds(question)
    if value is None:
        raise wrong_type_error()
    if not least <= value.isoformat() <= most:
        words = _("The date must lie between {least} and {most}.")
        raise ValidationError(words.format(least=_read_by_people(least), most=_read_by_people(most)), code="range")
    return value.isoformat()


def _parts(raw: object) -> dict[str, str]:
    if isinstance(raw, Mapping) and set(raw) <= set(PARTS):
        return {part: plain_line(raw.get(part) or "") for part in PARTS}
    written = plain_line(raw)
    slashed = _SLASHED.fullmatch(written)
    return dict(zip(PARTS, slashed.groups(), strict=True)) if slashed else parts_of(written)


def _read_by_people(iso: str) -> str:
    return "/".join(reversed(iso.split("-")))


def _yes_no(question: Question, raw: object) -> bool:
    if raw is True or raw is False:
        return bool(raw)
    if isinstance(raw, str) and text.clean(raw) in ("yes", "no"):
        return text.clean(raw) == "yes"
    raise ValidationError(_("Answer yes or no."), code="choice")


def _one(question: Question, raw: object) -> str:
    value = text.clean(_text(raw))
    if value not in {choice.value for choice in question.choices}:
        raise ValidationError(_("Choose one of the answers of the list."), code="choice")
    return value


def _many(question: Question, raw: object) -> list[str] | None:
    chosen = {_one(question, part) for part in _items(raw)}
    values = [choice.value for choice in question.choices if choice.value in chosen]
    return _counted(question, values, _("Choose at least {least}."), _("Choose at most {most}."))


def _files(question: Question, raw: object) -> list[str] | None:
    ids = list(dict.fromkeys(text.clean(_text(part)) for part in _items(raw)))
    if any(len(name) > 64 for name in ids):
        raise wrong_type_error()
    return _counted(question, ids, _("Hand in at least {least} files."), _("Hand in at most {most} files."))


def _items(raw: object) -> list[object]:
    if not isinstance(raw, list | tuple):
        raise wrong_type_error()
    return [part for part in raw if not is_blank(part)]


def _counted(question: Question, values: list[str], few: str, many: str) -> list[str] | None:
    least, most = bounds(question)
    if len(values) < least:
        raise ValidationError(few.format(least=least), code="few")
    if len(values) > most:
        raise ValidationError(many.format(most=most), code="many")
    return values or None


def _phone(question: Question, raw: object) -> str:
    written = plain_line(raw)
    value = numbers.phone(written) or numbers.phone_abroad(written)
    if value is None:
        words = _("Write a telephone number, for example 0912 345 678 or 0237 3852 246, or one abroad such as +49 …")
        raise ValidationError(words, code="phone")
    return value


def _identification(question: Question, raw: object) -> str:
    value = numbers.identification(plain_line(raw))
    if value is None:
        raise ValidationError(_("A personal identification number has exactly 12 digits."), code="identification")
    return value


def _business(question: Question, raw: object) -> str:
    value = numbers.business(plain_line(raw))
    if value is None:
        words = _("A business registration number has 10 digits, that of a branch 13.")
        raise ValidationError(words, code="business")
    return value


def _address(question: Question, raw: object) -> dict[str, str]:
    if not isinstance(raw, Mapping) or not set(raw) <= set(PLACES):
        raise wrong_type_error()
    typed = {part: "" if raw.get(part) is None else text.clean(_text(raw[part])) for part in PLACES}
    return clean_address(typed, is_checked=bool(question.ward_list))


def _no_answer(question: Question, raw: object) -> None:
    raise wrong_type_error()


_RULES: dict[Kind, Callable[[Question, object], Answer]] = {
    Kind.TEXT: _line,
    Kind.PERSON_NAME: _person_name,
    Kind.LONG_TEXT: _lines,
    Kind.NUMBER: _number,
    Kind.AMOUNT: _number,
    Kind.MEASURE: _measure,
    Kind.DATE: _date,
    Kind.BIRTH_DATE: _birth_date,
    Kind.YES_NO: _yes_no,
    Kind.ONE: _one,
    Kind.MANY: _many,
    Kind.EMAIL: _email,
    Kind.PHONE: _phone,
    Kind.IDENTIFICATION: _identification,
    Kind.BUSINESS: _business,
    Kind.ADDRESS: _address,
    Kind.FILES: _files,
    Kind.GROUP: _no_answer,
    Kind.INFORMATION: _no_answer,
}
