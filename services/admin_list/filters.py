"""What the list of services can be narrowed by."""

from typing import Any

from django.db.models import QuerySet, TextChoices
from django.forms import Select
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter, ModelChoiceFilter
from wagtail.admin.filters import WagtailFilterSet

from core.admin_visibility import named_in_public
from core.editing_states import EditingState
from core.i18n import IN_SOURCE_LANGUAGE
from core.models import Audience, Field
from core.models.base_page import REVIEWED_SOON
from core.row_numbers import PageChoiceFilter
from core.translation_states import TranslationState
from departments.models import DepartmentPage
from services.models import ServicePage
from services.models.querysets import ServiceQuerySet
from services.rules.choices import Level

NO_LEVEL = "none"


class ReviewState(TextChoices):
    DUE = "due", _("due now or within two weeks")
    LATE = "late", _("late")
    NO_DAY = "unset", _("no day set")


class Completeness(TextChoices):
    UNKEPT = "unkept", _("level claimed and not earned")
    LOW = "low", _("below 50 %")
    MIDDLE = "middle", _("50 to 79 %")
    HIGH = "high", _("80 to 99 %")
    WHOLE = "whole", _("100 %")


def in_vietnamese(model: type[Any]) -> QuerySet:
    return model.objects.filter(**IN_SOURCE_LANGUAGE)


def departments(_request: HttpRequest | None) -> QuerySet[DepartmentPage]:
    """Return the departments everybody may know of; a single commune has no services of its own."""
    return named_in_public(DepartmentPage.objects.listed().filter(alias_of=None, **IN_SOURCE_LANGUAGE)).order_by(
        "title"
    )


class ServiceFilters(WagtailFilterSet):
    """Each is one choice out of a list; what they say together holds."""

    department = PageChoiceFilter(label=_("Department"), queryset=departments, method="of_department", widget=Select)
    level = ChoiceFilter(
        label=_("Level"),
        choices=[*((str(value), label) for value, label in Level.choices), (NO_LEVEL, _("no level"))],
        method="of_level",
        widget=Select,
    )
    field = ModelChoiceFilter(
        label=_("Field of administration"), queryset=lambda _request: in_vietnamese(Field), widget=Select
    )
    audiences = ModelChoiceFilter(label=_("Audience"), queryset=lambda _request: in_vietnamese(Audience), widget=Select)
    completeness = ChoiceFilter(
        label=_("Completeness"), choices=Completeness.choices, method="by_completeness", widget=Select
    )
    state = ChoiceFilter(label=_("State"), field_name="editing_state", choices=EditingState.choices, widget=Select)
    review = ChoiceFilter(label=_("Review"), choices=ReviewState.choices, method="by_review", widget=Select)
    translation = ChoiceFilter(
        label=_("English"), field_name="translation_state", choices=TranslationState.choices, widget=Select
    )

    class Meta:
        model = ServicePage
        fields: list[str] = []

    def _add_locale_filter(self) -> None:
        """Wagtail would offer languages; the list is of Vietnamese pages, and says of each how its English stands."""

    def of_department(self, services: ServiceQuerySet, _name: str, department: DepartmentPage) -> ServiceQuerySet:
        return services.owned_by([department])

    def of_level(self, services: ServiceQuerySet, _name: str, level: str) -> ServiceQuerySet:
        return services.filter(level=None if level == NO_LEVEL else int(level))

    def by_review(self, services: ServiceQuerySet, _name: str, state: str) -> ServiceQuerySet:
        today = timezone.localdate()
        conditions = {
            ReviewState.DUE: {"review_due__lte": today + REVIEWED_SOON},
            ReviewState.LATE: {"review_due__lt": today},
            ReviewState.NO_DAY: {"review_due": None},
        }
        return services.filter(**conditions[ReviewState(state)])

    def by_completeness(self, services: ServiceQuerySet, _name: str, choice: str) -> ServiceQuerySet:
        conditions = {
            Completeness.UNKEPT: {"is_kept": False},
            Completeness.LOW: {"percent__lt": 50},
            Completeness.MIDDLE: {"percent__range": (50, 79)},
            Completeness.HIGH: {"percent__range": (80, 99)},
            Completeness.WHOLE: {"percent": 100},
        }
        return services.filter(**conditions[Completeness(choice)])
