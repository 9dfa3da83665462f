"""The order of lists: words as a Vietnamese dictionary has them, the same on every database."""

from collections.abc import Callable
from functools import lru_cache
from typing import Any, TypeVar

from django.db.models import Case, CharField, IntegerField, Model, QuerySet, Value, When

from core.text import SortKey, sort_key

KEYS_KEPT = 20_000

Row = TypeVar("Row", bound=Model)


def has_words(model: type[Model], names: list[str]) -> bool:
    """Return whether one of these columns (a minus before its name turns it round) holds words."""
    return any(_is_of_words(model, name.removeprefix("-")) for name in names)


def by_dictionary(queryset: QuerySet, names: list[str]) -> list[int]:
    """Return the keys of all objects in the order of these columns; unknown values come last, or first when turned
    round.
    """
    columns = [name.removeprefix("-") for name in names]
    rows = list(queryset.order_by("pk").values_list("pk", *columns))
    for place, name in reversed(list(enumerate(names, start=1))):
        words = _is_of_words(queryset.model, columns[place - 1])
        rows.sort(key=_keys(place, words=words), reverse=name.startswith("-"))
    return [row[0] for row in rows]


def picked(queryset: QuerySet[Row], keys: list[int]) -> QuerySet[Row]:
    """These objects of the queryset, in this order."""
    places = [When(pk=key, then=Value(place)) for place, key in enumerate(keys)]
    found = queryset.filter(pk__in=keys)
    return found.order_by(Case(*places, output_field=IntegerField())) if places else found


def _is_of_words(model: type[Model], name: str) -> bool:
    field = model._meta.get_field(name)
    return isinstance(field, CharField) and not field.choices


def _keys(place: int, *, words: bool) -> Callable[[tuple], tuple[bool, Any]]:
    def key(row: tuple) -> tuple[bool, Any]:
        value = row[place]
        if value is None:
            return True, 0
        return False, _sort_key(value) if words else value

    return key


@lru_cache(maxsize=KEYS_KEPT)
def _sort_key(text: str) -> SortKey:
    return sort_key(text)
