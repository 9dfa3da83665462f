"""The history of a form in the editors' admin."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from services.forms.form_versions.history import version_history
from services.forms.models.form_sources import original_service
from services.models import ServicePage


def form_history(request: HttpRequest, pk: int) -> HttpResponse:
    """Versions of the form of the service with that page id; only for those who may edit its page."""
    service = original_service(get_object_or_404(ServicePage.objects.select_related("locale"), pk=pk))
    if not service.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    context = {
        "page_title": _("Versions of the form"),
        "service": service,
        "edit_url": reverse("wagtailadmin_pages:edit", args=[service.pk]),
        "entries": version_history(service),
    }
    return render(request, "services/forms/admin/history.html", context)
