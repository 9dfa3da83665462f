"""Filters every endpoint of pages shares, and filters by a column of its own. An endpoint adds its own by name.

A filter is a function (queryset, parameter, view) → queryset that raises Invalid for a value nobody can mean.
"""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from django.conf import settings
from django.core.exceptions import FieldDoesNotExist, ValidationError
from django.db import models
from django.db.models import Case, QuerySet, When
from django.utils.module_loading import import_string
from wagtail.models import Locale, Page, PageQuerySet
from wagtail.search.backends import get_search_backend

from api.parameters import BIGGEST_ID, Parameter
from core.procedure_codes import shorten_codes
from core.text import clean, fold

if TYPE_CHECKING:
    from api.endpoint import PartnerViewSet
    from api.viewsets import PageTypeViewSet

Filter = Callable[[PageQuerySet, Parameter, "PageTypeViewSet"], PageQuerySet]

EVERY_LANGUAGE = "*"
MAX_SEARCH, MOST_WORDS = 200, 30
COLUMNS = (models.BooleanField, models.IntegerField, models.CharField, models.DateField)
"""Kinds of columns that can be compared with a value in an address."""


def column(model: type[models.Model], name: str) -> models.Field | None:
    """Return the model's own column of that name if it can be filtered and ordered by, else None."""
    try:
        field = model._meta.get_field(name)
    except FieldDoesNotExist:
        return None
    if not isinstance(field, COLUMNS) or isinstance(field, models.DateTimeField):
        return None
    return None if field.is_relation else field


def by_column(queryset: QuerySet, parameter: Parameter, view: "PartnerViewSet") -> QuerySet:
    """Exactly this value in the column of the parameter's name."""
    field = queryset.model._meta.get_field(parameter.name)
    return queryset.filter(**{parameter.name: column_value(field, parameter)})


def column_value(field: models.Field, parameter: Parameter) -> str | int | bool | date:
    """Return the value of a parameter as the column holds it."""
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


def by_locale(queryset: PageQuerySet, parameter: Parameter, view: "PageTypeViewSet") -> PageQuerySet:
    """Return pages of one language, or of all with `*`."""
    codes = [code for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES]
    code = parameter.choice([*codes, EVERY_LANGUAGE])
    return queryset if code == EVERY_LANGUAGE else queryset.filter(locale__language_code=code)


def updated_since(queryset: PageQuerySet, parameter: Parameter, view: "PageTypeViewSet") -> PageQuerySet:
    """Return pages published anew at or after a moment."""
    return queryset.filter(last_published_at__gte=parameter.moment())


def child_of(queryset: PageQuerySet, parameter: Parameter, view: "PageTypeViewSet") -> PageQuerySet:
    return queryset.child_of(named_page(parameter, view))


def descendant_of(queryset: PageQuerySet, parameter: Parameter, view: "PageTypeViewSet") -> PageQuerySet:
    return queryset.descendant_of(named_page(parameter, view))


def ancestor_of(queryset: PageQuerySet, parameter: Parameter, view: "PageTypeViewSet") -> PageQuerySet:
    return queryset.ancestor_of(named_page(parameter, view))


def translation_of(queryset: PageQuerySet, parameter: Parameter, view: "PageTypeViewSet") -> PageQuerySet:
    return queryset.translation_of(named_page(parameter, view))


def named_page(parameter: Parameter, view: "PageTypeViewSet") -> Page:
    """Return the visible page whose id is given; `root` is the Vietnamese home page."""
    pages = view.visible_pages(Page)
    if parameter.text() == "root":
        home = pages.filter(depth=2, locale=Locale.get_default()).order_by("path").first()
    else:
        home = pages.filter(pk=parameter.number(1, BIGGEST_ID)).first()
    if home is None:
        raise parameter.refuse("is the id of no public page")
    return home


def search(
    queryset: QuerySet, words: Parameter, operator: Parameter | None, locale: Parameter | None = None
) -> QuerySet:
    """Return what is found by its public words, best first unless ordered anew afterwards; pages as on the site, of the
    language in `locale` or of all languages.
    """
    text = words.text()
    if len(text) > MAX_SEARCH:
        raise words.refuse(f"may have at most {MAX_SEARCH} characters")
    how = operator.choice(["and", "or"]) if operator else "and"
    model = queryset.model
    if issubclass(model, Page):
        return in_order(
            queryset, import_string(settings.PAGE_SEARCH)(text, languages_of(locale), every_word=how == "and")
        )
    question = " ".join(fold(shorten_codes(text)).split()[:MOST_WORDS])
    if not question:
        return queryset.none()
    found = get_search_backend().search(question, model._default_manager.all(), operator=how).get_queryset()
    return found.filter(pk__in=queryset.order_by().values("pk"))


def languages_of(locale: Parameter | None) -> list[str]:
    """Return the languages that a parameter names; all of them without one."""
    codes = [code for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES]
    return [code for code in codes if locale is None or locale.text() in (code, EVERY_LANGUAGE)]


def in_order(queryset: QuerySet, ids: list[int]) -> QuerySet:
    """Return those of a queryset that have one of the ids, in the order of the ids."""
    places = Case(*(When(pk=pk, then=place) for place, pk in enumerate(ids)), output_field=models.IntegerField())
    return queryset.filter(pk__in=ids).order_by(places) if ids else queryset.none()
