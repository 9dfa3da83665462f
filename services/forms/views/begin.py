"""The first page behind the log-in: which agency takes the dossier; then a draft begins."""

from typing import Any

from django import forms
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from core.forms import PortalForm
from core.i18n import reader_language
from core.kept_posts import see_again, told, with_kept
from services.forms import actions
from services.forms.privacy import PRIVACY_VERSION
from services.forms.readiness import readiness
from services.forms.refusals import NotOpen, TooManyDrafts
from services.forms.versions import freeze
from services.forms.views.guard import signed_in
from services.models import ServicePage


class AgencyForm(PortalForm):
    """The agencies that take dossiers online today; one alone is chosen already."""

    def __init__(self, agencies: list[Any], data: Any = None) -> None:
        super().__init__(data)
        self.agencies = {str(agency.department.translation_key): agency for agency in agencies}
        self.fields["agency"] = forms.ChoiceField(
            label=_("Which agency takes your dossier?"),
            choices=[(key, agency.department.title) for key, agency in self.agencies.items()],
            initial=next(iter(self.agencies)) if len(self.agencies) == 1 else None,
            widget=forms.RadioSelect,
        )

    @property
    def chosen(self) -> Any:
        return self.agencies[self.cleaned_data["agency"]]


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def new(request: HttpRequest, slug: str) -> HttpResponse:
    """Choose the agency and begin; a service that takes nothing online leads back to where that is explained."""
    service = _service(slug)
    agencies = _open_agencies(service)
    if not agencies:
        return redirect("apply", slug=slug)
    form = AgencyForm(agencies, request.POST) if request.method == "POST" else with_kept(request, AgencyForm(agencies))
    if request.method == "POST":
        return _began(request, service, form)
    context = {
        "title": _("Choose the agency"),
        "service_title": service.title,
        "apply_url": reverse("apply", args=[slug]),
        "form": form,
        "refusal": told(request, "refusal", ""),
    }
    return render(request, "services/forms/begin.html", context)


def _began(request: HttpRequest, service: ServicePage, form: AgencyForm) -> HttpResponse:
    """To the draft, or back to the choice with what stands in the way."""
    if not form.is_valid():
        return see_again(request, form)
    try:
        return redirect("submission", pk=_begun(request, service, form.chosen).pk)
    except TooManyDrafts:
        words = _("You have %(count)d drafts already. Finish or delete one before you begin another.")
        return see_again(request, form, refusal=words % {"count": settings.MAX_DRAFTS})
    except NotOpen:
        return redirect("apply", slug=service.slug)


def _service(slug: str) -> ServicePage:
    """The Vietnamese page of the service with that address in the reader's language; 404 when there is none."""
    shown: ServicePage | None = ServicePage.objects.on_site(reader_language()).filter(slug=slug).first()
    if shown is None:
        raise Http404
    if reader_language() == settings.LANGUAGE_CODE:
        return shown
    originals = ServicePage.objects.on_site(settings.LANGUAGE_CODE)
    original: ServicePage | None = originals.filter(translation_key=shown.translation_key).first()
    if original is None:
        raise Http404
    return original


def _open_agencies(service: ServicePage) -> list[Any]:
    today = timezone.localdate()
    rows = service.handling_agencies.select_related("department__locale")
    return [row for row in rows if row.department and readiness(service, row, on=today).is_open]


def _begun(request: HttpRequest, service: ServicePage, agency: Any) -> Any:
    return actions.begin(
        owner=request.user,
        service=service,
        agency=agency,
        version=freeze(service),
        language=reader_language(),
        privacy_version=PRIVACY_VERSION,
    )
