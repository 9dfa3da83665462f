"""The services that the editors put forward, for pages that lead a lost visitor on."""

from django import template
from django.conf import settings

from core.links import Link, links_to
from home.models import PopularService
from services.models import ServicePage

register = template.Library()


@register.simple_tag(takes_context=True)
def popular_services(context: template.Context) -> list[Link]:
    """The popular services of the home page, in the editors' order and the reader's language."""
    rows = PopularService.objects.filter(page__locale__language_code=settings.LANGUAGE_CODE, page__live=True)
    chosen = ServicePage.objects.picked(rows.order_by("sort_order").values_list("service_id", flat=True))
    return list(links_to(chosen, context["request"]).values())
