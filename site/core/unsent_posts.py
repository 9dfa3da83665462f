"""Forms that nothing was done with: the log-in had run out, or the page was older than the newest log-in.

What was typed is shown again to the person it belongs to, and to nobody else; it is sent when they press the button.
Protection against forged requests stays whole: nothing is executed here, and a form that no page of ours sent is not
even kept.
"""

import time
from collections.abc import Callable
from http import HTTPStatus

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from core import form_authors, kept_posts
from core.client_address import is_from_own_page
from core.errors import answer, please_wait
from core.form_gone import AUTOMATIC, GONE, FormGone, page_of, show_typed
from core.http import View
from core.limits import LimitReached, LimitsUnavailable
from core.outages import RETRY_SECONDS
from core.resubmission import answer_with_sent_form
from core.url_zones import Zone, zone_of

JSON = "application/json"
SHOWN_AS_TOLD = "locked"
"""A fault the admin's script knows, so that it shows the words it is told; of any other it says “server error”."""
UNREAD = HTTPStatus.REQUEST_ENTITY_TOO_LARGE
"""The answer to a body that nobody has read (core/request_size.py)."""


class KeptPostsMiddleware:
    """Stands within the middleware of limits: a limit that a form has reached is a page of its own address."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if _can_be_shown_again(request) and response.status_code == UNREAD:
            return _said_by_its_own_page(request, response)
        was_shown_again = request.method == "POST" and _is_of_a_page(request) and kept_posts.PARAMETER in request.GET
        if was_shown_again and response.status_code == HTTPStatus.FOUND:
            kept_posts.forget(request)
        return response

    def process_view(
        self, request: HttpRequest, view: View, args: tuple[object, ...], kwargs: dict[str, object]
    ) -> HttpResponseBase | None:
        if _is_saved_by_itself(request):
            return _not_saved_by_itself(request)
        if not _is_of_a_page(request):
            return None
        if request.method == "POST":
            author = form_authors.author(request)
            is_of_another = author not in ("", form_authors.person(request))
            return unsent(request, author) if is_of_another and kept_posts.has_anything(request) else None
        if kept_posts.PARAMETER not in request.GET:
            return None
        return _refused(request) or (_shown_by_us(request) if zone_of(request.path_info) is Zone.ADMIN else None)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if isinstance(exception, LimitsUnavailable) and request.method == "POST":
            return _sent_again_later(request)
        if not _can_be_shown_again(request):
            return None
        if isinstance(exception, FormGone | Http404):
            return show_typed(request, exception)
        if not isinstance(exception, LimitReached):
            return None
        until = time.time() + exception.wait
        try:
            status, advice = HTTPStatus.TOO_MANY_REQUESTS, exception.advice
            return kept_posts.see_again(request, status=status, until=until, advice=advice)
        except LimitReached:
            return None


def _sent_again_later(request: HttpRequest) -> HttpResponse:
    """503 with what was sent: nothing can be counted, so nothing was done, and nothing can be kept."""
    response = answer_with_sent_form(request, HTTPStatus.SERVICE_UNAVAILABLE)
    response.headers["Retry-After"] = str(RETRY_SECONDS)
    response.headers["Cache-Control"] = "no-store"
    return response


def unsent(request: HttpRequest, author: str) -> HttpResponseBase:
    """Keep it for the person the page was written for; lead to that page, past the log-in where nobody is logged in."""
    if AUTOMATIC in request.POST:
        return HttpResponse(status=HTTPStatus.FORBIDDEN)
    if not kept_posts.has_anything(request):
        return kept_posts.SeeOther(kept_posts.plain_address(request))
    try:
        token = kept_posts.keep(request, owner=author, is_unsent=True)
    except LimitReached as reached:
        return please_wait(request, reached.wait)
    address = kept_posts.address_of(request, token)
    if author and not form_authors.person(request):
        return redirect_to_login(address, login_url=reverse(settings.LOGIN_URL))
    return kept_posts.SeeOther(address)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponseBase:
    """Return a form without the token of this browser: somebody has logged in since, or cookies are off.

    An attacker's page could send a form as well. What no page of ours sent is answered with an error, and forgotten.
    """
    if request.method == "POST" and _is_of_a_page(request) and request.COOKIES and is_from_own_page(request):
        return unsent(request, form_authors.author(request))
    detail = _(
        "Nothing was stored. Go back, load the page again and send the form once more. Cookies must be allowed for it."
    )
    return answer(request, 403, _("The form was not accepted"), detail)


def _is_saved_by_itself(request: HttpRequest) -> bool:
    """Return whether the editor of the admin keeps a draft while somebody types."""
    return (
        request.method == "POST"
        and zone_of(request.path_info) is Zone.ADMIN
        and request.accepts(JSON)
        and not (request.accepts("text/html"))
    )


def _not_saved_by_itself(request: HttpRequest) -> HttpResponse | None:
    """Answer what the editor shows beside its button when the log-in has ended; None while it goes on."""
    if form_authors.author(request) in ("", form_authors.person(request)):
        return None
    told = _("Your log-in has ended. Press the button that saves: you log in again, and what you typed is sent then.")
    return JsonResponse({"success": False, "error_code": SHOWN_AS_TOLD, "error_message": told}, status=403)


def _can_be_shown_again(request: HttpRequest) -> bool:
    return request.method == "POST" and zone_of(request.path_info) is Zone.SESSION


def _is_of_a_page(request: HttpRequest) -> bool:
    """Return whether it comes from a form behind a log-in. In the admin, scripts post as well, and read the answer."""
    zone, accepted = zone_of(request.path_info), request.headers.get("Accept", "")
    return zone is Zone.SESSION or (zone is Zone.ADMIN and "text/html" in accepted)


def _shown_by_us(request: HttpRequest) -> HttpResponse | None:
    """Return the admin's pages cannot show what was typed: a page of ours holds it, and sends it when a button is
    pressed.
    """
    kept = kept_posts.kept_post(request)
    if kept is None or not kept.is_unsent:
        return None
    context = {"title": _("Not saved yet"), "kept": kept, "plain": kept_posts.plain_address(request)}
    return render(request, "unsent_post.html", context)


def _said_by_its_own_page(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    try:
        token = kept_posts.keep(request, status=response.status_code, is_read=False)
    except LimitReached:
        return response
    return kept_posts.SeeOther(kept_posts.address_of(request, token))


def _refused(request: HttpRequest) -> HttpResponse | None:
    """Return what was too large, or how long to wait; to another person than typed it, whose it is; else the page
    itself.
    """
    kept = kept_posts.kept_post(request)
    if kept is None:
        return _of_another(request) if kept_posts.belongs_to_another(request) else None
    if GONE in kept.told:
        return page_of(request, kept)
    if kept.status == UNREAD:
        return answer(request, kept.status)
    wait = int(kept.told.get("until", 0) - time.time()) + 1
    if kept.status != HTTPStatus.TOO_MANY_REQUESTS or wait <= 0:
        return None
    return please_wait(request, wait, advice=kept.told.get("advice", ""))


def _of_another(request: HttpRequest) -> HttpResponse:
    detail = _(
        "It was typed under another log-in, and nothing of it was sent. Log out, log in with the account it was typed "
        "with, and open this address again: what was typed is kept for an hour."
    )
    return answer(request, 403, _("This form belongs to another log-in"), detail)
