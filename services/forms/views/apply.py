"""Before you start: the one public page of filing. It knows nobody and sets no cookie."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from core.links import Link
from services.forms.views.public_pages import addresses, service_at, to_original
from services.forms.views.start_page import start
from services.models.case_grouping import found_case_address
from services.rules.case_choice import with_case


@require_safe
def apply(request: HttpRequest, slug: str) -> HttpResponse:
    """Return what you need, how long it takes, what it costs, what happens with your data; then the way to the form."""
    page = service_at(slug)
    if elsewhere := to_original(page, "apply", request.META.get("QUERY_STRING", "")):
        return elsewhere
    if found := found_case_address(page, request):
        return redirect(found)
    shown = start(page, request)
    case = shown.service.case_choice.key
    context = {
        "title": _("Before you start"),
        "description": _("What you need before you file online: %(service)s") % {"service": page.title},
        "service": page,
        "start": shown,
        "begin_url": with_case(reverse("submission_new", args=[page.slug]), case),
        "above": [Link(page.title, with_case(page.get_url(request) or "", case))],
        "addresses": addresses(page, "apply"),
    }
    return render(request, "services/forms/apply.html", context)
