"""Tracking without an account: state, dates and office of one dossier, by its two codes. No name, no files."""

from typing import Any

from django import forms
from django.db.models import prefetch_related_objects
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from accounts.known_devices import known_device, remember_device
from core.client_address import sender_of
from core.forms import LineField, PortalForm
from core.i18n import reader_language
from core.kept_posts import see_again, told, with_kept
from services.forms.models import Submission
from services.forms.slips.acknowledgement_data import LINKED, code_in
from services.forms.submissions.calendars import calendar_of
from services.forms.submissions.citizen_texts import CitizenTexts
from services.forms.submissions.contacts import whom_to_ask
from services.forms.submissions.due_date_text import return_date
from services.forms.submissions.fees import fees_owed
from services.forms.submissions.localized_names import LocalizedNames
from services.forms.submissions.owner_status import owner_status
from services.forms.submissions.tracking import find_submission, normalise_code

LONGEST_CODE = 60


class TrackingForm(PortalForm):
    """The two codes of the acknowledgement."""

    code = LineField(
        label=gettext_lazy("Code of the application"),
        max_length=LONGEST_CODE,
        widget=forms.TextInput({"autocomplete": "off", "spellcheck": "false"}),
    )
    pin = LineField(
        label=gettext_lazy("Tracking code"),
        help_text=gettext_lazy("8 letters and digits, printed on the acknowledgement."),
        max_length=20,
        widget=forms.TextInput({"autocomplete": "off", "spellcheck": "false", "autocapitalize": "characters"}),
    )


@sensitive_post_parameters("pin")
@require_http_methods(["GET", "HEAD", "POST"])
def track(request: HttpRequest) -> HttpResponse:
    """Return one answer for every wrong pair of codes: it tells nobody which codes exist."""
    if request.method == "POST":
        return _tried(request, TrackingForm(request.POST))
    scanned = code_in(request.GET.get(LINKED, ""))
    form = TrackingForm(initial={"code": scanned or request.GET.get("code", "")[:LONGEST_CODE]})
    found = Submission.objects.filter(pk=told(request, "found"), pin_counter=told(request, "pin_counter", 0)).first()
    context = {
        "title": _("Track an application"),
        "description": _("See how far an application is, with the two codes of its acknowledgement."),
        "form": TrackingForm() if found else with_kept(request, form),
        "found": _told(found) if found else None,
        "is_genuine": bool(scanned) and not found,
    }
    return render(request, "services/forms/tracking.html", context)


def _tried(request: HttpRequest, form: TrackingForm) -> HttpResponse:
    """To what the two codes open, which this visitor may look at for an hour, or back to the form."""
    if not form.is_valid():
        return see_again(request, form)
    asked = normalise_code(form.cleaned_data["code"])
    found = find_submission(**form.cleaned_data, sender=sender_of(request), device=known_device(request, asked))
    if found is None:
        form.add_error(None, _("No application has these two codes together. Please check both."))
        return see_again(request, form)
    answer = see_again(request, form, found=str(found.pk), pin_counter=found.pin_counter)
    remember_device(request, answer, asked)
    return answer


def _told(submission: Submission) -> dict[str, Any]:
    prefetch_related_objects([submission], "events")
    names = LocalizedNames([submission], reader_language())
    place = whom_to_ask(submission)
    fees = fees_owed(submission, submission.events.all(), place.ask)
    appointment = return_date(submission, calendar_of(submission))
    return {
        "code": submission.code,
        "status": owner_status(submission, CitizenTexts([submission.service_key]), has_fees=fees is not None),
        "fees": fees,
        "place": place,
        "service": names.service(submission),
        "agency": names.agency(submission),
        "filed_at": submission.filed_at,
        "accepted_at": submission.accepted_at,
        "closed_at": submission.closed_at,
        "appointment": appointment.answer if appointment else "",
    }
