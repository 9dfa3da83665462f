"""One's own account: overview, details, another address, devices, data, closing."""

from allauth.account import views as allauth
from allauth.account.internal.flows.logout import logout
from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from accounts import limits
from accounts.closing import ClosingRefused, close_account
from accounts.confirming import confirmed_again
from accounts.devices import device_name
from accounts.exports import everything_about
from accounts.forms import NewAddressForm
from accounts.models import Profile, User
from accounts.notices import PROFILE_SAVED, SESSION_ENDED, SESSIONS_ENDED
from accounts.profile_forms import ClosingForm, ProfileForm
from accounts.sessions import end_sessions, open_sessions, other_sessions
from accounts.views.login import RedirectingMixin
from core.kept_posts import see_again, with_kept


class OwnRequest(HttpRequest):
    """A request of somebody who is logged in; the decorators see to it."""

    user: User


get_or_post = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
@login_required
def overview(request: OwnRequest) -> HttpResponse:
    """Return who is logged in, and what can be done with the account."""
    context = {
        "title": _("Account"),
        "profile": Profile.objects.of(request.user),
        "has_second_factor": is_mfa_enabled(request.user, [Authenticator.Type.TOTP]),
        "links": [link for path in settings.ACCOUNT_LINKS if (link := import_string(path)(request))],
    }
    return render(request, "account/overview.html", context)


@get_or_post
@login_required
def profile(request: OwnRequest) -> HttpResponse:
    """Return the details forms are filled in with."""
    known = Profile.objects.of(request.user)
    form = ProfileForm(request.POST if request.method == "POST" else None, instance=known)
    if request.method == "POST":
        if not form.is_valid():
            return see_again(request, form)
        form.save()
        messages.success(request, PROFILE_SAVED)
        return HttpResponseRedirect(reverse("account_overview"))
    return render(request, "account/profile.html", {"title": _("Your details"), "form": with_kept(request, form)})


class EmailView(RedirectingMixin, allauth.EmailView):
    """Another address for the account."""

    def form_valid(self, form: NewAddressForm) -> HttpResponse:
        limits.attempt(limits.CODES_TO_ADDRESS, self.request, form.cleaned_data["email"])
        with transaction.atomic():
            return super().form_valid(form)


@get_or_post
@login_required
def sessions(request: OwnRequest) -> HttpResponse:
    """Return where one is logged in. POST: `session` names one to end, `others` all but this one."""
    if request.method == "POST":
        return _end(request)
    devices = [
        {"session": one, "name": device_name(one.user_agent), "is_this": one.is_current()}
        for one in open_sessions(request.user)
    ]
    return render(
        request, "usersessions/usersession_list.html", {"title": _("Where you are logged in"), "devices": devices}
    )


def _end(request: OwnRequest) -> HttpResponse:
    others = other_sessions(request.user, request.session.session_key)
    if "others" in request.POST:
        end_sessions(others)
        messages.success(request, SESSIONS_ENDED)
    else:
        named = request.POST.get("session", "")
        if not named.isascii() or not named.isdigit() or len(named) > 18 or not end_sessions(others.filter(pk=named)):
            raise Http404
        messages.success(request, SESSION_ENDED)
    return HttpResponseRedirect(reverse("usersessions_list"))


@require_safe
@login_required
@confirmed_again
def export(request: OwnRequest) -> HttpResponse:
    """Return all of one's own data as a JSON file."""
    options = {"ensure_ascii": False, "indent": 2}
    response = JsonResponse(everything_about(request.user), json_dumps_params=options)
    for path in settings.ACCOUNT_EXPORTED:
        import_string(path)(request.user)
    response.headers["Content-Disposition"] = 'attachment; filename="my-data.json"'
    return response


@get_or_post
@login_required
@confirmed_again
def close(request: OwnRequest) -> HttpResponse:
    """Close the account for good."""
    form = ClosingForm(request.POST if request.method == "POST" else None)
    if request.method == "POST":
        return _closed(request, form)
    return render(request, "account/close.html", {"title": _("Close your account"), "form": with_kept(request, form)})


def _closed(request: OwnRequest, form: ClosingForm) -> HttpResponse:
    """Close it, or back to the question with what stands in the way."""
    if not form.is_valid():
        return see_again(request, form)
    try:
        close_account(request.user)
    except ClosingRefused as refused:
        form.add_error(None, str(refused))
        return see_again(request, form)
    UserSession.objects.filter(session_key=request.session.session_key).delete()
    logout(request, show_message=False)
    return HttpResponseRedirect(reverse("account_closed"))
