"""Numbers about dossiers for templates of other rooms: a service and a department may not import them."""

from typing import Any

from django import template

from services.forms.models.tally import Tally
from services.forms.statistics import tables
from services.forms.statistics.figures import Figures, Satisfaction, flows_of

register = template.Library()


@register.filter
def figure(number: int | float | None) -> str:
    """A number as the reader's language writes it; a dash for what is not known."""
    return tables.shown(number)


@register.simple_tag
def satisfaction_with(service: Any) -> Satisfaction | None:
    """How content people were with a service; None while there are too few answers."""
    return flows_of(Tally.objects.filter(service_key=service.translation_key)).satisfaction


@register.simple_tag
def handled_by(department: Any) -> Figures:
    """What was filed with a department and settled by it, of all time."""
    return flows_of(Tally.objects.filter(agency_key=department.translation_key))
