"""What several answers say of one person: a personal identification number against date of birth and sex, and alone.

In one step, or one item of a group, a number and a date of birth belong to the same person if there is one of each.
"""

from collections.abc import Collection, Iterator, Mapping

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from core.identification_numbers import Sex, agrees, doubt, doubt_in_words, parts
from services.forms.definition.answers import Answer
from services.forms.definition.questions import Kind, Question

DOUBT = "doubt"
"""Code of an error that ends when the person confirms the number; its `number` parameter is the one to confirm."""

SEX_KEYS = frozenset({"sex", "gender", "gioi_tinh"})
SEX_VALUES = {"male": Sex.MALE, "nam": Sex.MALE, "female": Sex.FEMALE, "nu": Sex.FEMALE}
"""The keys and values by which a question to choose from asks for the sex of a person."""


def doubt_about(number: str, confirmed: Collection[str]) -> ValidationError | None:
    """Return what to ask about a number of 12 digits that looks wrong and is not confirmed yet."""
    found = None if number in confirmed else doubt(number, today=timezone.localdate(), is_demo=settings.DEMO)
    return ValidationError(doubt_in_words(found, number), code=DOUBT, params={"number": number}) if found else None


def contradictions(asked: Collection[Question], answers: Mapping[str, Answer]) -> Iterator[tuple[str, ValidationError]]:
    """Keys of numbers that cannot be those of the person the other answers beside them speak of, and why."""
    numbers = _answered(asked, answers, Kind.IDENTIFICATION)
    if len(numbers) != 1:
        return
    [key] = numbers
    births = list(_answered(asked, answers, Kind.BIRTH_DATE).values())
    sexes = [SEX_VALUES[str(answers.get(one.key))] for one in asked if _asks_sex(one, answers)]
    said = parts(numbers[key])
    if len(births) == 1 and not agrees(numbers[key], birth=births[0]):
        words = _("By this number its owner was born in {year}, by the date of birth in {other}. One of them is wrong.")
        yield key, ValidationError(words.format(year=said.year, other=births[0][:4]), code="contradiction")
    if len(sexes) == 1 and not agrees(numbers[key], sex=sexes[0]):
        words = (
            _("By this number its owner is a woman; the answer about the sex says otherwise.")
            if said.sex == Sex.FEMALE
            else _("By this number its owner is a man; the answer about the sex says otherwise.")
        )
        yield key, ValidationError(words, code="contradiction")


def _answered(asked: Collection[Question], answers: Mapping[str, Answer], kind: Kind) -> dict[str, str]:
    given = {each.key: answers.get(each.key) for each in asked if each.kind == kind}
    return {key: value for key, value in given.items() if isinstance(value, str) and value}


def _asks_sex(question: Question, answers: Mapping[str, Answer]) -> bool:
    return question.kind == Kind.ONE and question.key in SEX_KEYS and str(answers.get(question.key)) in SEX_VALUES
