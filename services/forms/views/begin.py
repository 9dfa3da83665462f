"""The first page behind the log-in: drafts to go on with, which agency takes the dossier; then a draft begins."""

from django.conf import settings
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.requests import AuthenticatedHttpRequest
from core.i18n import reader_language
from core.kept_posts import see_again, told, with_kept
from core.moved_addresses import new_address
from services.forms import actions
from services.forms.form_versions.routing import open_agencies
from services.forms.form_versions.versions import freeze
from services.forms.models import Submission
from services.forms.rules.exceptions import NotOpen, TooManyDrafts
from services.forms.submissions import queries
from services.forms.views.agency_form import AgencyForm, address_of
from services.forms.views.guard import signed_in
from services.forms.views.privacy_notice import PRIVACY_VERSION
from services.forms.views.submission_list import submission_rows
from services.models import HandlingAgency, ServicePage


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def new(request: AuthenticatedHttpRequest, slug: str) -> HttpResponse:
    """Choose the agency and begin; a service that takes nothing online leads back to where that is explained."""
    if moved := _moved(request, slug):
        return redirect(moved)
    service, shown_title = _service(slug)
    agencies = open_agencies(service)
    if not agencies:
        return redirect("apply", slug=slug)
    form = with_kept(request, AgencyForm(agencies, request, address=address_of(request.user)))
    if request.method == "POST":
        return _began(request, service, form)
    context = {
        "title": _title(form),
        "service_title": shown_title,
        "drafts": submission_rows(_drafts(request, service), reader_language()),
        "apply_url": reverse("apply", args=[slug]),
        "form": form,
        "refusal": told(request, "refusal", ""),
    }
    return render(request, "services/forms/begin.html", context)


def _title(form: AgencyForm) -> str:
    if form.communes:
        return _("Choose the ward or commune") if form.only else _("Choose the agency")
    return _("Begin the application") if form.only else _("Choose the agency")


def _moved(request: HttpRequest, slug: str) -> str:
    """Return where the page before filing stands today of a service that had that address; "" where none had it."""
    if ServicePage.objects.on_site(reader_language()).filter(slug=slug).exists():
        return ""
    found = new_address(request, reverse("apply", args=[slug]))
    return found.url if found else ""


def _began(request: AuthenticatedHttpRequest, service: ServicePage, form: AgencyForm) -> HttpResponse:
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


def _drafts(request: AuthenticatedHttpRequest, service: ServicePage) -> QuerySet[Submission]:
    """Return what the person has begun of this service and not sent, last changed first."""
    return queries.for_owner(request.user, part="drafts").filter(service_key=service.translation_key)


def _service(slug: str) -> tuple[ServicePage, str]:
    """Return the Vietnamese page of the service with that address in the reader's language, and its title in that
    language;
    404 when there is none."""
    shown: ServicePage | None = ServicePage.objects.on_site(reader_language()).filter(slug=slug).first()
    if shown is None:
        raise Http404
    if reader_language() == settings.LANGUAGE_CODE:
        return shown, shown.title
    originals = ServicePage.objects.on_site(settings.LANGUAGE_CODE)
    original: ServicePage | None = originals.filter(translation_key=shown.translation_key).first()
    if original is None:
        raise Http404
    return original, shown.title


def _begun(request: AuthenticatedHttpRequest, service: ServicePage, agency: HandlingAgency) -> Submission:
    return actions.begin(
        owner=request.user,
        service=service,
        agency=agency,
        version=freeze(service),
        language=reader_language(),
        privacy_version=PRIVACY_VERSION,
    )
