"""The editors' screens: a page beside its national record, and a new page made from one by its code."""

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from core.procedure_codes import read_code
from departments.models import DepartmentPage
from services.models import KeptDifference, NationalRecord, ServicePage
from services.national.choices import read_choices
from services.national.comparing.merging import undecided
from services.national.deciding import decide, differences, kept_of, open_differences, record_of
from services.national.making import make_page, page_of
from services.national.mapping.authority import kept_back
from services.national.mapping.procedure import map_record
from services.national.screen import groups_of
from services.national.vocabulary import Vocabulary

SCREENS = ["GET", "HEAD", "POST"]


@require_http_methods(SCREENS)
def national_differences(request: HttpRequest, page_id: int) -> HttpResponse:
    """Show a page beside its record; what is chosen there is written into a draft, or remembered."""
    page = get_object_or_404(ServicePage, pk=page_id, alias_of=None, locale__language_code=settings.LANGUAGE_CODE)
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    record = record_of(page)
    if record is None:
        raise Http404
    if request.method == "POST":
        return _decide(request, page, record)
    found, kept = differences(page, record), kept_of(page)
    still_open = undecided(found, kept)
    groups = groups_of(still_open)
    context = {
        "page": page,
        "record": record,
        "groups": groups,
        "count": sum(not one.is_offered for one in still_open),
        "kept": groups_of(one for one in found if (one.place, one.digest) in kept),
        "oddities": map_record(record.content).oddities,
        "kept_back": kept_back(record.content),
        "lock": _lock(request, page),
        "edit_url": reverse("wagtailadmin_pages:edit", args=[page.pk]),
    }
    return render(request, "services/admin/national_differences.html", context)


def _decide(request: HttpRequest, page: ServicePage, record: NationalRecord) -> HttpResponse:
    if _lock(request, page):
        raise PermissionDenied
    with transaction.atomic():
        if place := request.POST.get("again"):
            KeptDifference.objects.filter(page=page, place=place).delete()
            return redirect("national_differences", page.pk)
        chosen = read_choices(request.POST.dict(), open_differences(page, record))
        revision = decide(page, record, chosen, request.user)
    counts = {"taken": len(chosen.taken), "kept": len(chosen.kept)}
    if revision:
        messages.success(request, _("Written into the draft: %(taken)d. Kept as it is: %(kept)d.") % counts)
    elif chosen.kept:
        messages.success(request, _("Kept as it is: %(kept)d.") % counts)
    else:
        messages.info(request, _("Nothing was chosen."))
    return redirect("national_differences", page.pk)


def _lock(request: HttpRequest, page: ServicePage) -> bool:
    lock = page.get_lock()
    return bool(lock and lock.for_user(request.user))


@require_http_methods(SCREENS)
def service_from_record(request: HttpRequest, department_id: int) -> HttpResponse:
    """Ask for a code, and make a draft from the stored record of it; nobody is asked over the network."""
    department = get_object_or_404(DepartmentPage, pk=department_id, locale__language_code=settings.LANGUAGE_CODE)
    if not department.permissions_for_user(request.user).can_add_subpage():
        raise PermissionDenied
    typed, fault = request.POST.get("code", ""), ""
    if request.method == "POST":
        read = read_code(typed)
        record = NationalRecord.objects.filter(code=read.code).order_by("-is_ours", "pk").first() if read else None
        if record is None:
            fault = _("No national record of this code is stored here.")
        elif not record.is_ours:
            fault = _("This procedure is not within the province's authority: %(name)s") % {"name": record.name}
        else:
            return _made(request, record, department)
    context = {"department": department, "typed": typed, "fault": fault}
    return render(request, "services/admin/service_from_record.html", context)


def _made(request: HttpRequest, record: NationalRecord, department: DepartmentPage) -> HttpResponse:
    """Lead to the page of the procedure: a new draft, or the one there is."""
    known = page_of(record.code)
    if known is not None:
        messages.info(request, _("There is a page of this procedure already: %(title)s") % {"title": known.title})
        return redirect("national_differences", known.pk)
    with transaction.atomic():
        mapped = map_record(record.content)
        page = make_page(record.content, mapped, Vocabulary(), record.fetched_on, department=department)
        page.save_revision(user=request.user, log_action=True)
        NationalRecord.objects.filter(pk=record.pk).update(made_page=page)
    messages.success(request, _("The draft is made from the national record. Look it through, then hand it in."))
    return redirect("wagtailadmin_pages:edit", page.pk)
