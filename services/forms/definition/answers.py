"""What a stored answer is, as a type: what each kind of question keeps is told in answer_rules.py."""

from typing import TypeAlias

Answer: TypeAlias = bool | int | str | list[str] | dict[str, str] | list["Answers"] | None
Answers: TypeAlias = dict[str, Answer]
"""Answers by the keys of their questions."""
