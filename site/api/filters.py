"""Filters every endpoint of pages shares, and filters by a column of its own. An endpoint adds its own by name.

A filter is a function (queryset, parameter, view) → queryset that raises Invalid for a value nobody can mean.
"""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.core.exceptions import FieldDoesNotExist, ValidationError
from django.db import models
from wagtail.models import Locale, Page
from wagtail.search.backends import get_search_backend

from api.parameters import BIGGEST_ID, Parameter
from core.procedure_codes import shorten_codes
from core.text import clean, fold

Filter = Callable[[Any, Parameter, Any], Any]

EVERY_LANGUAGE = "*"
MAX_SEARCH = 200
COLUMNS = (models.BooleanField, models.IntegerField, models.CharField, models.DateField)
"""Kinds of columns that can be compared with a value in an address."""


def column(model: type[models.Model], name: str) -> Any:
    """The model's own column of that name if it can be filtered and ordered by, else None."""
    try:
        field = model._meta.get_field(name)
    except FieldDoesNotExist:
        return None
    plain = isinstance(field, COLUMNS) and not field.is_relation and not isinstance(field, models.DateTimeField)
    return field if plain else None


def by_column(queryset: Any, parameter: Parameter, view: Any) -> Any:
    """Exactly this value in the column of the parameter's name."""
    field = queryset.model._meta.get_field(parameter.name)
    return queryset.filter(**{parameter.name: column_value(field, parameter)})


def column_value(field: models.Field, parameter: Parameter) -> Any:
    """The value of a parameter as the column holds it."""
    if isinstance(field, models.BooleanField):
        return parameter.boolean()
    if isinstance(field, models.IntegerField):
        return parameter.number(0, BIGGEST_ID)
    if field.choices:
        return parameter.choice([value for value, _label in field.flatchoices if value])
    try:
        return field.to_python(clean(parameter.text()))
    except ValidationError as error:
        raise parameter.refuse("must be a date such as 2026-07-18") from error


def by_locale(queryset: Any, parameter: Parameter, view: Any) -> Any:
    """Pages of one language, or of all with `*`."""
    codes = [code for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES]
    code = parameter.choice([*codes, EVERY_LANGUAGE])
    return queryset if code == EVERY_LANGUAGE else queryset.filter(locale__language_code=code)


def updated_since(queryset: Any, parameter: Parameter, view: Any) -> Any:
    """Pages published anew at or after a moment."""
    return queryset.filter(last_published_at__gte=parameter.moment())


def child_of(queryset: Any, parameter: Parameter, view: Any) -> Any:
    return queryset.child_of(named_page(parameter, view))


def descendant_of(queryset: Any, parameter: Parameter, view: Any) -> Any:
    return queryset.descendant_of(named_page(parameter, view))


def ancestor_of(queryset: Any, parameter: Parameter, view: Any) -> Any:
    return queryset.ancestor_of(named_page(parameter, view))


def translation_of(queryset: Any, parameter: Parameter, view: Any) -> Any:
    return queryset.translation_of(named_page(parameter, view))


def named_page(parameter: Parameter, view: Any) -> Page:
    """The visible page whose id is given; `root` is the Vietnamese home page."""
    pages = view.visible_pages(Page)
    if parameter.text() == "root":
        home = pages.filter(depth=2, locale=Locale.get_default()).order_by("path").first()
    else:
        home = pages.filter(pk=parameter.number(1, BIGGEST_ID)).first()
    if home is None:
        raise parameter.refuse("is the id of no public page")
    return home


def search(queryset: Any, words: Parameter, operator: Parameter | None) -> Any:
    """What is found by its public words, without tone marks; best first unless ordered anew afterwards."""
    text = words.text()
    if len(text) > MAX_SEARCH:
        raise words.refuse(f"may have at most {MAX_SEARCH} characters")
    how = operator.choice(["and", "or"]) if operator else "and"
    question = fold(shorten_codes(text))
    if not question:
        return queryset.none()
    model = queryset.model
    found = get_search_backend().search(question, model._default_manager.all(), operator=how).get_queryset()
    return found.filter(pk__in=queryset.order_by().values("pk"))
