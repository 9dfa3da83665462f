"""What the head of a page says to programs: a sentence for search results, and schema.org data."""

from django import template
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from wagtail.models import Page

from core.addresses import absolute
from core.description import description_of
from core.links import Link
from core.page_frame import PageChrome
from core.structured_data import Data, breadcrumb_list, script, website
from core.templatetags.portal import frame_of

register = template.Library()


@register.simple_tag(takes_context=True)
def described(context: template.Context) -> str:
    """Return the sentence that stands under the title in search results; "" for an error."""
    if "status" in context:
        return ""
    return context.get("description") or description_of(context.get("page"), _title(context))


@register.simple_tag(takes_context=True)
def page_data(context: template.Context) -> SafeString:
    """Return the page's own data (`structured_data` of its context), then where it stands; nothing for an error."""
    frame = frame_of(context)
    if frame.is_error:
        return SafeString("")
    place = _site(frame) if frame.is_home else breadcrumb_list(_way(context, frame))
    scripts = [script(data) for data in (*(context.get("structured_data") or ()), place)]
    return mark_safe("\n  ".join(scripts))  # noqa: S308 (each is a safe text of its own)


def _title(context: template.Context) -> str:
    page = context.get("page")
    return page.title if isinstance(page, Page) else str(context.get("title", ""))


def _way(context: template.Context, frame: PageChrome) -> list[Link]:
    """Home, section, what the page gives as `above`, and the page."""
    title = _title(context)
    own = [Link(title, frame.canonical)] if title else []
    return [*frame.trail, *(context.get("above") or ()), *own]


def _site(frame: PageChrome) -> Data:
    return website(
        name=frame.brand.name,
        url=absolute(frame.home.url),
        language=frame.language,
        search_url=absolute(reverse("search")),
        contact=frame.contact,
    )
