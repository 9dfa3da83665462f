"""A question becomes another name of a service: one press adds it to the draft, which somebody then publishes."""

from dataclasses import dataclass
from typing import cast

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods
from wagtail.permissions import page_permission_policy

from accounts.models import User
from core.text import clean, fold
from search.entry_lines import lines_of
from search.models import LONGEST_QUERY
from services.models import ServicePage

LONGEST_LIST = 20


@dataclass(frozen=True)
class Proposal:
    """What is to become another name, and the services it may belong to."""

    asked: str
    language: str
    words: str


@require_http_methods(["GET", "HEAD", "POST"])
def other_name(request: HttpRequest) -> HttpResponse:
    """GET: services that may be meant by `?asked=`, looked for by `?q=`. POST `service`: adds the name to its draft."""
    proposal = _proposal(request)
    if request.method == "POST" and proposal.asked:
        number = request.POST.get("service", "")
        service = get_object_or_404(_own(request.user), pk=number if number.isascii() and number.isdigit() else 0)
        if add_name(service, proposal.asked, cast("User", request.user)):
            messages.success(request, _("The name is added to the draft. It counts once the page is published."))
        else:
            messages.info(request, _("The service has this name already."))
        return redirect("wagtailadmin_pages:edit", service.pk)
    context = {"title": _("Add as another name"), "proposal": proposal, "services": _meant(proposal, request.user)}
    return render(request, "search/admin/other_name.html", context)


def add_name(service: ServicePage, name: str, user: User) -> bool:
    """Add a line to the other names in the latest draft; False when it stands there already."""
    if service.permissions_for_user(user).page_locked():
        raise PermissionDenied
    draft = service.get_latest_revision_as_object()
    known = lines_of(draft.alt_names)
    if fold(name) in map(fold, known):
        return False
    draft.alt_names = "\n".join((*known, name))
    draft.save_revision(user=user, log_action=True)
    return True


def _proposal(request: HttpRequest) -> Proposal:
    asked = request.POST if request.method == "POST" else request.GET
    language = asked.get("language", "")
    return Proposal(
        asked=clean(asked.get("asked", ""))[:LONGEST_QUERY],
        language=language if language in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE,
        words=clean(asked.get("q", ""))[:LONGEST_QUERY],
    )


def _own(user: object) -> QuerySet[ServicePage]:
    """Return the services this person may change."""
    pages = page_permission_policy.instances_user_has_permission_for(user, "change")
    return ServicePage.objects.filter(pk__in=pages.values("pk"), alias_of=None)


def _meant(proposal: Proposal, user: object) -> list[ServicePage]:
    """Return the services whose names share most words with what was asked, or with what is looked for instead."""
    words = set(fold(proposal.words or proposal.asked).split())
    services = _own(user).filter(locale__language_code=proposal.language).only("title", "official_name", "alt_names")
    shared = [(_shared(words, service), service) for service in services]
    best = sorted((pair for pair in shared if pair[0]), key=lambda pair: (-pair[0], pair[1].title))
    return [service for _number, service in best[:LONGEST_LIST]]


def _shared(words: set[str], service: ServicePage) -> int:
    return len(words & set(fold(f"{service.title} {service.official_name} {service.alt_names}").split()))
