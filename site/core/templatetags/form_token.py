"""`{% csrf_token %}` of every template: the token, and behind a log-in for whom the page was written."""

from django import template
from django.http import HttpRequest
from django.template.base import Parser, Token
from django.template.defaulttags import CsrfTokenNode
from django.utils.html import format_html
from django.utils.safestring import SafeString

from core import form_authors, kept_posts
from core.models import KeptPost
from core.url_zones import Zone, is_public, zone_of

register = template.Library()


class FormTokenNode(CsrfTokenNode):
    """Django's token, and the author of the form (core/form_authors.py)."""

    def render(self, context: template.Context) -> SafeString:
        token = SafeString(super().render(context))
        request = getattr(context, "request", None)  # there also in what is included with `only`
        if request is None or is_public(request.path_info):
            return token
        author = form_authors.signed_author(request)
        if not author:
            return token
        return format_html('{}<input type="hidden" name="{}" value="{}">', token, form_authors.FIELD, author)


@register.tag("csrf_token")
def csrf_token(parser: Parser, token: Token) -> FormTokenNode:
    return FormTokenNode()


@register.simple_tag(takes_context=True)
def kept_form(context: template.Context) -> KeptPost | None:
    """Return what the page shows again: {% kept_form as kept %}."""
    request = _behind_a_session(context)
    return kept_posts.kept_post(request) if request else None


def _behind_a_session(context: template.Context) -> HttpRequest | None:
    request = getattr(context, "request", None)
    return request if request is not None and zone_of(request.path_info) is Zone.SESSION else None
