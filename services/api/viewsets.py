"""/api/v2/services/: the catalogue of services, and every way to narrow it."""

from typing import TypeVar

from django.db.models import Q, QuerySet

from api.parameters import BIGGEST_ID, DIGITS, Parameter
from api.viewsets import PageTypeViewSet
from core.models import Audience, AudienceGroup, Field, LifeEvent, Term
from core.procedure_codes import read_code
from departments.models import DepartmentPage
from services.models import HandlingAgency, ServicePage
from services.models.querysets import ServiceQuerySet
from services.rules.choices import ApplyMode, Level, OnlineScope

AnyTerm = TypeVar("AnyTerm", bound=Term)


def by_level(queryset: ServiceQuerySet, parameter: Parameter, view: PageTypeViewSet) -> ServiceQuerySet:
    return queryset.filter(level__in=parameter.choices([str(level) for level in Level]))


def by_scope(queryset: ServiceQuerySet, parameter: Parameter, view: PageTypeViewSet) -> ServiceQuerySet:
    """By what the national record says; no service without a record."""
    return queryset.filter(online_scope__in=parameter.choices(OnlineScope.values))


def by_department(queryset: ServiceQuerySet, parameter: Parameter, view: PageTypeViewSet) -> ServiceQuerySet:
    """By today's owner, named by slug, unit code or id, in whatever language."""
    keys = set()
    for value in parameter.texts():
        named = Q(slug=value) | Q(unit_code__iexact=value)
        if DIGITS.fullmatch(value) and int(value) <= BIGGEST_ID:
            named |= Q(pk=int(value))
        found = set(view.visible_pages(DepartmentPage).filter(named).values_list("translation_key", flat=True))
        if not found:
            raise parameter.refuse("is the slug, unit code or id of no department")
        keys |= found
    return queryset.owned_by(DepartmentPage.objects.filter(translation_key__in=keys))


def by_field(queryset: ServiceQuerySet, parameter: Parameter, view: PageTypeViewSet) -> ServiceQuerySet:
    return queryset.filter(field__translation_key__in=keys_of(Field, parameter).values("translation_key"))


def by_audience(queryset: ServiceQuerySet, parameter: Parameter, view: PageTypeViewSet) -> ServiceQuerySet:
    """By an audience, or by citizen or business: all audiences of the group."""
    groups = set(parameter.texts()) & set(AudienceGroup.values)
    slugs = tuple(value for value in parameter.texts() if value not in groups)
    terms = Audience.objects.filter(group__in=groups)
    if slugs:
        terms |= keys_of(Audience, Parameter(parameter.name, slugs))
    return pointing_at(queryset, "audiences", terms)


def by_life_event(queryset: ServiceQuerySet, parameter: Parameter, view: PageTypeViewSet) -> ServiceQuerySet:
    return pointing_at(queryset, "life_events", keys_of(LifeEvent, parameter))


def keys_of(model: type[AnyTerm], parameter: Parameter) -> QuerySet[AnyTerm]:
    """Return the terms with these slugs, in whatever language."""
    slugs = parameter.texts()
    terms = model.objects.filter(slug__in=slugs)
    unknown = set(slugs) - set(terms.values_list("slug", flat=True))
    if unknown:
        raise parameter.refuse(f"unknown: {', '.join(sorted(unknown))}")
    return terms


def pointing_at(queryset: ServiceQuerySet, relation: str, terms: QuerySet) -> ServiceQuerySet:
    keys = terms.order_by().values("translation_key")
    found = ServicePage.objects.filter(**{f"{relation}__translation_key__in": keys})
    return queryset.filter(pk__in=found.order_by().values("pk"))


def by_code(queryset: ServiceQuerySet, parameter: Parameter, view: PageTypeViewSet) -> ServiceQuerySet:
    """By the procedure code, in its present or its older form."""
    codes = [read_code(code) for code in parameter.texts()]
    known = [code for code in codes if code]
    if len(known) < len(codes):
        raise parameter.refuse("must be a procedure code such as 1.004222")
    return queryset.with_code(known)


def by_apply_mode(queryset: ServiceQuerySet, parameter: Parameter, view: PageTypeViewSet) -> ServiceQuerySet:
    """Return services that at least one agency takes this way."""
    agencies = HandlingAgency.objects.filter(apply_mode__in=parameter.choices(ApplyMode.values))
    return queryset.filter(pk__in=agencies.order_by().values("page_id"))


class ServicesViewSet(PageTypeViewSet):
    """Services with their rows; a list says what they are, a detail everything."""

    model = ServicePage
    name = "services"
    own_filters = {
        **PageTypeViewSet.own_filters,
        "level": by_level,
        "online_scope": by_scope,
        "department": by_department,
        "field": by_field,
        "audience": by_audience,
        "life_event": by_life_event,
        "code": by_code,
        "apply_mode": by_apply_mode,
    }
    find_query_parameters = PageTypeViewSet.find_query_parameters | {"code"}
    listing_default_fields = [
        *PageTypeViewSet.listing_default_fields, "procedure_code", "level", "online_scope", "department",
    ]  # fmt: skip
    detail_only_fields = [*PageTypeViewSet.detail_only_fields, "guides"]

    def find(self, parameters: dict[str, Parameter]) -> int | None:
        """By code too: the Vietnamese page, or that of `locale`."""
        if "code" not in parameters:
            return super().find(parameters)
        wanted = {name: parameters[name] for name in ("code", "locale") if name in parameters}
        found = self.narrow(self.get_queryset(), type(self), wanted).order_by("-has_code_today", "pk")
        return found.values_list("pk", flat=True).first()
