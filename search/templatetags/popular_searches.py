"""What many ask of the search, to be asked again by one press."""

from django import template
from django.urls import reverse
from django.utils.translation import get_language

from core.links import Link
from core.paging import query_string
from search.popular import popular

EXAMPLES = {
    "vi": ("khai sinh", "sổ đỏ", "thường trú", "căn cước", "hộ kinh doanh"),
    "en": ("birth", "land", "residence", "identity card", "driving licence"),
}
"""Searches that find something on every portal of a province, for the days before many have asked."""
SUGGESTED = 5

register = template.Library()


@register.simple_tag
def popular_searches() -> list[Link]:
    """Return the popular searches of the reader's language."""
    address = reverse("search")
    return [Link(words, address + query_string({"q": words})) for words in popular(get_language() or "")]


@register.simple_tag
def suggested_searches() -> list[Link]:
    """Return what many ask for, filled up with examples."""
    asked = popular_searches()
    address, known = reverse("search"), {link.text for link in asked}
    examples = [words for words in EXAMPLES.get(get_language() or "", ()) if words not in known]
    return [*asked, *(Link(words, address + query_string({"q": words})) for words in examples)][:SUGGESTED]
