"""The services that the editors put forward, for pages that lead a lost visitor on."""

from django import template
from django.conf import settings

from core.links import Link, links_to
from core.visibility import visible
from home.models import HomePage, PopularService
from services.models import ServicePage

register = template.Library()


@register.simple_tag(takes_context=True)
def popular_services(context: template.Context) -> list[Link]:
    """Return the popular services of the home page, in the editors' order and the reader's language."""
    homes = visible(HomePage.objects).filter(locale__language_code=settings.LANGUAGE_CODE)
    rows = PopularService.objects.filter(page__in=homes.values("pk"))
    chosen = ServicePage.objects.picked(rows.order_by("sort_order").values_list("service_id", flat=True))
    return list(links_to(chosen, context["request"]).values())
