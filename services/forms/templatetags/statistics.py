"""Numbers about dossiers for templates of other rooms: a service and a department may not import them."""

from dataclasses import dataclass

from django import template
from django.urls import reverse

from core.paging import query_string
from departments.department_cache import department_cache
from departments.models import DepartmentPage
from services.catalogue.filter_values import DEPARTMENT
from services.forms.models.tally import Tally
from services.forms.statistics import tables
from services.forms.statistics.communes import counted_with
from services.forms.statistics.figures import Figures, Satisfaction, flows_of
from services.models import ServicePage

register = template.Library()


@register.filter
def figure(number: int | float | None) -> str:
    """Return a number as the reader's language writes it; a dash for what is not known."""
    return tables.formatted(number)


@register.simple_tag
def satisfaction_with(service: ServicePage) -> Satisfaction | None:
    """Return how content people were with a service; None while there are too few answers."""
    return flows_of(Tally.objects.filter(service_key=service.translation_key)).satisfaction


@dataclass(frozen=True)
class Handled:
    """The numbers of a department, and where all of them stand."""

    figures: Figures
    url: str


@register.simple_tag(takes_context=True)
def handled_by(context: template.Context, department: DepartmentPage) -> Handled:
    """Return what was filed with a department and settled by it, of all time; communes count together, none alone."""
    if department.is_commune:
        return Handled(Figures(), reverse("statistics"))
    key, register = department.translation_key, department_cache(context["request"])
    slug = next((page.slug for page in register.originals if page.translation_key == key), "")
    url = reverse("statistics") + query_string({DEPARTMENT: slug})
    return Handled(flows_of(Tally.objects.filter(agency_key__in=counted_with(department, register))), url)
