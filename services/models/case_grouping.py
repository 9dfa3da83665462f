"""How editors group the cases of a service: a noun for them, and at most three plain questions that lead to one."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from core.child_rows import child_rows
from services.rules.case_choice import address_of_found_case, has_answers
from services.rules.case_questions import ANSWER_LENGTH, NOUN_LENGTH, QUESTION_LENGTH, CaseGrouping

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

    from services.models.cases import ServiceCase
    from services.models.service import ServicePage

NOUN = "case_noun"
QUESTIONS = ("case_question_1", "case_question_2", "case_question_3")
ANSWERS = ("answer_1", "answer_2", "answer_3")
"""The fields of a service and of its cases, in the order in which citizens are asked."""
DIVIDING = ("documents", "fees", "durations")
"""The rows that hold in one case or another, in the order in which they name cases."""


def _question(name: "_StrPromise") -> models.CharField:
    return models.CharField(name, max_length=QUESTION_LENGTH, blank=True, default="")


def _answer(name: "_StrPromise") -> models.CharField:
    return models.CharField(name, max_length=ANSWER_LENGTH, blank=True, default="")


class GroupsCases(models.Model):
    """A service that says what it calls its cases, and asks plain questions to find one."""

    case_noun = models.CharField(
        _("what the cases are"),
        max_length=NOUN_LENGTH,
        blank=True,
        default="",
        help_text=_(
            "A noun in small letters, as it stands in a sentence. Good: “loại công trình”, “chỗ ở”, “đối tượng”. "
            "Blank = “trường hợp”."
        ),
    )
    case_question_1 = _question(_("question 1"))
    case_question_2 = _question(_("question 2"))
    case_question_3 = _question(_("question 3"))

    class Meta:
        abstract = True


class HasAnswers(models.Model):
    """A case with its answer to each question of its service."""

    answer_1 = _answer(_("answer to question 1"))
    answer_2 = _answer(_("answer to question 2"))
    answer_3 = _answer(_("answer to question 3"))

    class Meta:
        abstract = True


def case_grouping(service: GroupsCases, cases: Iterable["ServiceCase"]) -> CaseGrouping:
    """Return how a service groups its cases, which are in the editor's order."""
    return CaseGrouping(
        noun=service.case_noun,
        questions=[getattr(service, name) for name in QUESTIONS],
        answers={case.key: [getattr(case, name) for name in ANSWERS] for case in cases},
    )


def found_case_address(service: "ServicePage", request: HttpRequest) -> str:
    """Return the address of the case that the answers in the address lead to; "" where they do not lead to one."""
    if not has_answers(request.GET):
        return ""
    found = child_rows([service], [*DIVIDING, "cases"])
    cases, parts = found.of(service, "cases"), [found.of(service, kind) for kind in DIVIDING]
    names = {case.key: case.name for case in cases}
    for row in (row for part in parts for row in part):
        row.case = names.get(row.case_key, row.case_key)
    return address_of_found_case(parts, case_grouping(service, cases), request)
