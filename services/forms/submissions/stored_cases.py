"""The case of a dossier among the rows it keeps from its filing. Older rows tell their case in words alone."""

from collections.abc import Mapping, Sequence
from typing import Any

from services.forms.definition.derived_steps import CASE
from services.forms.models import Submission
from services.rules.cases import Row, keys_of_names, named_cases, names_in_order


def case_keys(rows: Sequence[Mapping[str, Any]]) -> list[str]:
    """Return the key of each row's case, "" for every case: words got the keys they had in the form of their time."""
    words = [str(row.get("case", "")) for row in rows]
    keys = keys_of_names(names_in_order(words))
    return [str(row.get("case_key", keys.get(told, ""))) for row, told in zip(rows, words, strict=True)]


def case_of(submission: Submission, rows: Sequence[Row]) -> str:
    """Return the key of the case that was answered; "" where these rows do not tell it apart."""
    answered = str(submission.answers.get(CASE, ""))
    return answered if answered in named_cases(rows) else ""
