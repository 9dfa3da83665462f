"""What the rows of a stored version refer to is looked up kind by kind, where Wagtail asks for each row by itself.

A version may refer to what was deleted since: such a reference is empty when the version is opened.
"""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from django.db.models import ForeignKey, Model

Data = dict[str, Any]


def without_lost_references(data: Data, kinds: dict[str, type[Model]]) -> Data:
    """Return the data of a page with the references of its rows that still lead somewhere. Rows know their page."""
    used: dict[Any, set[int]] = defaultdict(set)
    for _row, field, value in _references(data, kinds):
        used[field.related_model].add(value)
    there = {
        model: set(model._default_manager.filter(pk__in=keys).values_list("pk", flat=True))
        for model, keys in used.items()
    }
    lost: dict[int, set[str]] = defaultdict(set)
    for row, field, value in _references(data, kinds):
        if value not in there[field.related_model]:
            lost[id(row)].add(field.name)
    return data | {kind: [row | dict.fromkeys(lost[id(row)]) for row in data[kind]] for kind in kinds if kind in data}


def _references(data: Data, kinds: dict[str, type[Model]]) -> Iterator[tuple[Data, ForeignKey, int]]:
    """Yield each reference of a row to something people choose: not to its page, not to its language."""
    for kind, model in kinds.items():
        chosen = [field for field in model._meta.concrete_fields if isinstance(field, ForeignKey) and field.editable]
        for row in data.get(kind, ()):
            for field in chosen:
                if field.name not in ("page", "locale") and row.get(field.name) is not None:
                    yield row, field, row[field.name]
