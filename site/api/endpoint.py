"""What every endpoint does: list, detail and finder of Wagtail's API v2, hardened."""

from typing import Any, ClassVar, TypeAlias

from django.db.models import Model, QuerySet
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.utils.functional import cached_property
from rest_framework.request import Request
from rest_framework.response import Response
from wagtail.api.v2.serializers import BaseSerializer, get_serializer_class
from wagtail.api.v2.utils import BadRequestError, parse_fields_parameter
from wagtail.api.v2.views import BaseAPIViewSet

from api import filters, ordering
from api.answers import Anonymous, window
from api.filters import Filter
from api.parameters import BIGGEST_ID, Parameter, read
from api.references import References
from api.serializers import Reading

Expert: TypeAlias = "type[PartnerViewSet]"
"""The endpoint that knows how to filter and write a model."""


class PartnerViewSet(Anonymous, BaseAPIViewSet):
    """A list, one object by id, and a way to find the id. Shapes and parameters are Wagtail's API v2."""

    own_filters: ClassVar[dict[str, Filter]] = {}
    meta_fields = ["type", "detail_url"]
    find_query_parameters = frozenset({"id"})

    @cached_property
    def references(self) -> References:
        """What this answer points at."""
        return References(self.request, self.request.wagtailapi_router)

    def listing_view(self, request: Request) -> Response:
        queryset = self.get_queryset()
        expert = self.expert_on(queryset.model)
        parameters = read(request.GET, expert.known_parameters(queryset.model) | self.own_filters.keys())
        names = expert.chosen_fields(queryset.model, parameters, detail=False)
        asked = window(parameters)
        queryset = self.narrow(queryset, expert, parameters)
        total = queryset.count()
        items = list(expert.whole(self.in_window(queryset, expert, parameters, asked), self.references))
        answer = {"meta": {"total_count": total}, "items": self.serialize(expert, items, names)}
        return Response(answer, headers=expert.headers(items))

    def detail_view(self, request: Request, pk: int) -> Response:
        parameters = read(request.GET, ["fields"])
        item = self.get_object()
        expert = self.expert_on(type(item))
        names = expert.chosen_fields(type(item), parameters, detail=True)
        return Response(self.serialize(expert, [item], names)[0], headers=expert.headers([item]))

    def find_view(self, request: Request) -> HttpResponse:
        """302 to the object; the other parameters go along."""
        parameters = read(request.GET, self.find_query_parameters | {"fields"})
        pk = self.find(parameters)
        if pk is None:
            raise Http404
        query = request.GET.copy()
        for name in self.find_query_parameters:
            query.pop(name, None)
        path = request.wagtailapi_router.get_object_detail_urlpath(self.model, pk)
        return HttpResponseRedirect(f"{path}?{query.urlencode()}" if query else path)

    def get_object(self) -> Model:
        if self.kwargs["pk"] > BIGGEST_ID:
            raise Http404
        return get_object_or_404(self.whole(self.get_queryset(), self.references), pk=self.kwargs["pk"])

    def find(self, parameters: dict[str, Parameter]) -> int | None:
        """Return the id of the object that was asked for by something else."""
        if "id" not in parameters:
            names = ", ".join(sorted(self.find_query_parameters - {"locale"}))
            raise BadRequestError(f"say what to find, with one of: {names}")
        return (
            self.get_queryset().filter(pk=parameters["id"].number(0, BIGGEST_ID)).values_list("pk", flat=True).first()
        )

    def narrow(self, queryset: QuerySet, expert: Expert, parameters: dict[str, Parameter]) -> QuerySet:
        """Return the part of a list that the parameters ask for, in their order."""
        applied = {**expert.own_filters, **self.own_filters}
        for name, parameter in parameters.items():
            if name in applied:
                queryset = applied[name](queryset, parameter, self)
            elif filters.column(queryset.model, name):
                queryset = filters.by_column(queryset, parameter, self)
        operator = parameters.get("search_operator")
        if "search" in parameters:
            queryset = filters.search(queryset, parameters["search"], operator, parameters.get("locale"))
        elif operator:
            raise operator.refuse("goes with search")
        return queryset if "search" in parameters else queryset.order_by("pk")

    def in_window(self, queryset: QuerySet, expert: Expert, parameters: dict[str, Parameter], asked: slice) -> QuerySet:
        """Return the part that is answered: by the columns named in `order` (a minus turns one round), else best first
        or by
        id; never at random. Words stand in the order of a Vietnamese dictionary, on every database.
        """
        if "order" not in parameters:
            return queryset[asked]
        allowed = expert.orderable(queryset.model)
        wanted = parameters["order"].texts()
        for name in wanted:
            if name.removeprefix("-") not in allowed:
                raise parameters["order"].refuse(f"must be one of {', '.join(sorted(allowed))}")
        if not ordering.has_words(queryset.model, wanted):
            return queryset.order_by(*wanted, "pk")[asked]
        return ordering.picked(queryset, ordering.by_dictionary(queryset, wanted)[asked])

    def serialize(self, expert: Expert, items: list[Model], names: list[str]) -> list[dict[str, Any]]:
        """Objects of one model as JSON."""
        if not items:
            return []
        context = {"request": self.request, "view": self, "reading": expert.reading(items, names, self.references)}
        serializer = expert.serializer_class(type(items[0]), names)(context=context)
        return [serializer.to_representation(item) for item in items]

    def expert_on(self, model: type[Model]) -> Expert:
        """Return the endpoint that knows how to filter and write this model."""
        return type(self)

    @classmethod
    def reading(cls, items: list[Model], names: list[str], references: References) -> Reading:
        """Return what the fields of these objects need besides the objects."""
        return Reading(items, names, references)

    @classmethod
    def whole(cls, queryset: QuerySet, references: References) -> QuerySet:
        """Return the queryset with what serialisation reads of each object."""
        return queryset

    @classmethod
    def headers(cls, items: list[Model]) -> dict[str, str]:
        """Return what the answer's headers say of these objects."""
        return {}

    @classmethod
    def known_parameters(cls, model: type[Model]) -> set[str]:
        """Return every parameter a list of this model understands."""
        columns = {name for name in cls.get_available_fields(model) if filters.column(model, name)}
        return {"limit", "offset", "fields", "order", "search", "search_operator", *cls.own_filters} | columns

    @classmethod
    def orderable(cls, model: type[Model]) -> set[str]:
        dates = {"first_published_at", "last_published_at", "created_at"}
        return {name for name in cls.get_available_fields(model) if name in dates or filters.column(model, name)}

    @classmethod
    def chosen_fields(cls, model: type[Model], parameters: dict[str, Parameter], *, detail: bool) -> list[str]:
        """Return the names of the fields to answer, in their order: the usual ones,
        changed by `fields` as in stock v2.
        """
        available = list(dict.fromkeys(cls.get_available_fields(model)))
        if not detail:
            available = [name for name in available if name not in cls.detail_only_fields]
        chosen = set(available if detail else cls.get_listing_default_fields(model))
        if "fields" in parameters:
            chosen = changed(chosen, available, parameters["fields"])
        return [name for name in available if name in chosen]

    @classmethod
    def serializer_class(cls, model: type[Model], names: list[str]) -> type[BaseSerializer]:
        overrides = {name: field for name, field in cls.get_field_serializer_overrides(model).items() if name in names}
        meta = cls.get_meta_fields_names(model)
        return get_serializer_class(model, names, meta, overrides, {}, cls.base_serializer_class)


def changed(chosen: set[str], available: list[str], parameter: Parameter) -> set[str]:
    """Return the fields after `*` (all), `_` (none), a name (this too) and -name (not this)."""
    if "(" in parameter.text():
        raise parameter.refuse("has no nested fields here: what a page points at is answered as a card")
    try:
        wanted = parse_fields_parameter(parameter.text())
    except ValueError as error:
        raise parameter.refuse(str(error)) from error
    if wanted and wanted[0][0] in ("*", "_"):
        chosen = set(available) if wanted[0][0] == "*" else set()
        wanted = wanted[1:]
    unknown = sorted({name for name, _negated, _nested in wanted} - set(available))
    if unknown:
        raise parameter.refuse(f"has unknown fields: {', '.join(unknown)[:200]}")
    for name, negated, _nested in wanted:
        chosen = chosen - {name} if negated else chosen | {name}
    return chosen
