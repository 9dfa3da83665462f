"""The link by which the first device of a second factor is added: asked for, and opened."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts import limits
from accounts.confirming import confirmed_again
from accounts.enrolment import may_add_device, open_link, send_link
from accounts.notices import LINK_INVALID, LINK_SENT
from accounts.views.account import OwnRequest, get_or_post


@get_or_post
@login_required
def enrolment(request: OwnRequest) -> HttpResponseBase:
    """Return why a link is needed. POST: sends it, after the password."""
    if may_add_device(request):
        return redirect("mfa_activate_totp")
    if request.method == "POST":
        return _sent(request)
    context = {"title": _("Turn the second step on"), "email": request.user.email}
    return render(request, "mfa/enrolment.html", context)


@confirmed_again
def _sent(request: OwnRequest) -> HttpResponse:
    limits.attempt(limits.CODES_TO_ADDRESS, request, request.user.email)
    send_link(request.user)
    messages.success(request, LINK_SENT)
    return HttpResponseRedirect(reverse("mfa_enrolment"))


@get_or_post
@login_required
def enrolment_link(request: OwnRequest, secret: str) -> HttpResponse:
    """Return a button, as programs that look at mails open every link in them. POST: on to adding the device."""
    if may_add_device(request):
        return redirect("mfa_activate_totp")
    if request.method != "POST":
        return render(request, "mfa/enrolment_link.html", {"title": _("Turn the second step on")})
    if not open_link(request, secret):
        messages.error(request, LINK_INVALID)
        return redirect("mfa_enrolment")
    return redirect("mfa_activate_totp")
