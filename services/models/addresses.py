"""Addresses of services: flat, independent of the owner, unique per language."""

from typing import TYPE_CHECKING

from django.conf import settings
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from wagtail.models import Locale, Page

from core.i18n import reader_language
from core.page_tree import is_public, tops_of_kind
from core.problems import Problem

if TYPE_CHECKING:
    from services.models import ServicePage

LIST_PAGE = "services.ServiceIndexPage"
LISTS = ("field_list", "audience_list", "life_event_list")
"""Lists that are answered at the address of a service, by the names of their views."""


def unique_keys(service: "ServicePage") -> tuple[str, str | None]:
    """Return what must be unique: the slug in its language, and the code among the live services of its language."""
    language = service.locale.language_code
    has_code = service.live and service.procedure_code and not service.alias_of_id
    code = f"{language}/{service.procedure_code}" if has_code else None
    return f"{language}/{service.slug}", code


def check_slug(service: "ServicePage") -> None:
    """Raise ValidationError when a list or another service of the same language has this slug."""
    if service.locale_id is None:
        return
    if problem := slug_problem(type(service), service.slug, service.locale, other_than=service.pk):
        raise ValidationError({"slug": problem})


def code_problem(service: "ServicePage") -> str:
    """Return why the service cannot be published with its code; "" when no other public one has it. Drafts may share
    a code.
    """
    code = service.procedure_code
    others = type(service).objects.filter(locale_id=service.locale_id).exclude(pk=service.pk).translated()
    if code and not service.alias_of_id and others.filter(procedure_code=code, live=True).exists():
        return _("Another published service has this code already: %(code)s") % {"code": code}
    return ""


def taken(service: "ServicePage") -> Problem | None:
    """Return what another service has already, the code or the address; None when neither."""
    if problem := code_problem(service):
        return Problem(problem, "procedure_code")
    if problem := slug_problem(type(service), service.slug, service.locale, other_than=service.pk):
        return Problem(problem, "slug")
    return None


def release_code(service: "ServicePage") -> None:
    """Take the code from services that hold it although they are offline: Wagtail takes many pages down at once as
    pages of any type, without asking the service.
    """
    offline = type(service).objects.filter(unique_code=service.unique_code, live=False)
    offline.exclude(pk=service.pk).update(unique_code=None)


def slug_problem(model: "type[ServicePage]", slug: str, locale: Locale, *, other_than: int | None = None) -> str:
    """Return why no service of this language may have that slug; "" when it is free. `model` is the page type of
    services.
    """
    if slug in _slugs_of_lists(locale.language_code):
        return _("A list of services has this address: %(slug)s") % {"slug": slug}
    others = model.objects.filter(locale_id=locale.pk)
    if other_than is not None:
        others = others.exclude(pk=other_than)
    if slug and others.filter(slug=slug).exists():
        return _("Another service has this address already: %(slug)s") % {"slug": slug}
    return ""


def _slugs_of_lists(language: str) -> set[str]:
    """Return the slugs that lead to the overviews of fields, audiences and life events."""
    with translation.override(language):
        return {reverse(name).strip("/").rsplit("/", 1)[-1] for name in LISTS}


def _indexes(request) -> dict[int, Page]:
    """Return the list pages by locale; the first of each."""
    return {page.locale_id: page for page in reversed(tops_of_kind(LIST_PAGE, request))}


def index_for(service: "ServicePage", request=None) -> Page | None:
    """Return the list page of the service's language."""
    return _indexes(request).get(service.locale_id)


def list_url(request) -> str:
    """Return where all services are listed, in the reader's language once that list is translated;
    "" without a list.
    """
    live = {index.locale.language_code: index for index in _indexes(request).values() if is_public(index)}
    own = live.get(reader_language())
    shown = own if own and own.alias_of_id is None else live.get(settings.LANGUAGE_CODE)
    return (shown.get_url(request) or "") if shown else ""


def flat_url_parts(service: "ServicePage", request=None) -> tuple | None:
    """Wagtail's URL parts with the list page's address as the stem, or None while there is no list page."""
    # without a request the page itself remembers the lists, as Wagtail does with the roots of sites
    index = index_for(service, service if request is None else request)
    parts = index.get_url_parts(request) if index else None
    if not parts or parts[2] is None:
        return parts
    site_id, root_url, path = parts
    return site_id, root_url, f"{path}{service.slug}/"
