"""Where feedback is sent: without a cookie and without a token, so that every page with its form may be cached."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from core.client_address import is_from_own_page, sender_of
from core.errors import answer, please_wait
from core.limits import Limit
from core.paging import query_string
from home.feedback_form import FeedbackForm
from home.feedback_pages import FeedbackPage, feedback_page_at

LIMIT = Limit("feedback", times=10, seconds=600)


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def feedback(request: HttpRequest) -> HttpResponse:
    """GET: the form alone, about the page `?page=`. POST: keeps what was said and leads on to thanks."""
    if request.method != "POST":
        return _form(request, _asked(request))
    if not is_from_own_page(request):
        return answer(request, 403, _("The form was not accepted"), _("Please send it from a page of this portal."))
    wait = LIMIT.take(sender_of(request))
    if wait is not None:
        return _too_many(request, wait)
    form = FeedbackForm(request)
    if form.is_from_a_machine:
        return _thanks(None)
    if not form.is_valid():
        return _form(request, form.cleaned_data.get("page"), form)
    form.save()
    return _thanks(form.cleaned_data["page"])


@require_safe
def thanks(request: HttpRequest) -> HttpResponse:
    """Thanks, with the way back to the page `?page=`."""
    return render(request, "home/feedback_thanks.html", {"title": _("Thank you"), "place": _asked(request)})


def _asked(request: HttpRequest) -> FeedbackPage | None:
    path = request.GET.get("page", "")
    return feedback_page_at(path, request) if path else None


def _form(request: HttpRequest, place: FeedbackPage | None, form: FeedbackForm | None = None) -> HttpResponse:
    context = {"title": _("Tell us about this portal"), "place": place, "form": form}
    return render(request, "home/feedback_form.html", context)


def _thanks(place: FeedbackPage | None) -> HttpResponse:
    """303, so that reloading the thanks sends nothing again."""
    address = reverse("feedback_thanks") + query_string({"page": place.path if place else ""})
    return HttpResponseRedirect(address, status=303)


def _too_many(request: HttpRequest, wait: int) -> HttpResponse:
    minutes = -(-wait // 60)
    detail = ngettext(
        "Your connection has sent much feedback in a short time. Please try again in %(minutes)d minute.",
        "Your connection has sent much feedback in a short time. Please try again in %(minutes)d minutes.",
        minutes,
    )
    return please_wait(request, wait, detail % {"minutes": minutes})
