"""Standing pages by what they are for: renamed or moved, the same page is found."""

from django.conf import settings
from django.http import HttpRequest

from core.links import Link, links_to
from core.visibility import visible
from home.models import Role, StandardPage


def standing_link(role: str, request: HttpRequest | None) -> Link | None:
    """Return the page with that role in the reader's language, else the Vietnamese; None while nobody may read it."""
    pages = visible(StandardPage.objects).filter(role=role, locale__language_code=settings.LANGUAGE_CODE)
    return next(iter(links_to(pages.select_related("locale"), request).values()), None)


def unpublished() -> list[tuple[Role, StandardPage | None]]:
    """Return the roles whose page readers do not find, with the page where there is one."""
    pages = StandardPage.objects.filter(locale__language_code=settings.LANGUAGE_CODE)
    known = {page.role: page for page in pages.select_related("locale")}
    found = ((role, known.get(role.value)) for role in Role)
    return [(role, page) for role, page in found if page is None or not page.live]
