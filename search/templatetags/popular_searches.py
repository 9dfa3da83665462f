"""What many ask of the search, to be asked again by one press."""

from django import template
from django.urls import reverse
from django.utils.translation import get_language

from core.links import Link
from core.paging import query_string
from search.popular import popular

register = template.Library()


@register.simple_tag
def popular_searches() -> list[Link]:
    """Return the popular searches of the reader's language."""
    address = reverse("search")
    return [Link(words, address + query_string({"q": words})) for words in popular(get_language() or "")]
