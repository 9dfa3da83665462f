"""What a reader with a link meets: the draft as citizens will see it, its parts, and a place for a comment beside each.

No session and no cookie: the link is all there is, and it opens this one draft.
"""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from core.client_address import is_from_own_page, sender_of
from core.errors import answer, please_wait
from core.limits import Limit
from core.previews import CITIZEN
from home.fact_check.comment_form import CommentForm
from home.fact_check.links import link_of
from home.fact_check.parts import Part, parts_of
from home.models import FactCheck

SENT = Limit("fact_check", times=10, seconds=600)
MISSES = Limit("fact_check.unknown", times=10, seconds=600)
HEADERS = {"Cache-Control": "private, no-store", "X-Robots-Tag": "noindex, nofollow", "Referrer-Policy": "same-origin"}


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def fact_check(request: HttpRequest, token: str) -> HttpResponse:
    """GET: the parts of the draft with a field beside each. POST: keeps the comments."""
    link = link_of(token)
    if link is None or not link.is_open:
        return _closed(request, link)
    if request.method == "POST":
        return _unkept(_take(request, link, token))
    return _unkept(_page(request, link, token, CommentForm(link, _parts(link))))


@require_safe
def fact_check_page(request: HttpRequest, token: str) -> HttpResponse:
    """The draft as citizens will see it, made for nobody in particular."""
    link = link_of(token)
    if link is None or not link.is_open:
        return _closed(request, link)
    shown: HttpResponse = link.draft.make_preview_request(preview_mode=CITIZEN)
    shown.cookies.clear()
    return _unkept(shown)


def _take(request: HttpRequest, link: FactCheck, token: str) -> HttpResponse:
    if not is_from_own_page(request):
        return answer(request, 403, _("The form was not accepted"), _("Please send it from a page of this portal."))
    if wait := SENT.take(sender_of(request)):
        return please_wait(request, wait)
    form = CommentForm(link, _parts(link), request.POST)
    if form.is_from_a_machine:
        return HttpResponseRedirect(request.path, status=303)
    if not form.is_valid():
        return _page(request, link, token, form)
    form.save()
    return HttpResponseRedirect(f"{request.path}?sent=1", status=303)


def _parts(link: FactCheck) -> list[Part]:
    with translation.override(link.page.locale.language_code):
        return parts_of(link.draft)


def _page(request: HttpRequest, link: FactCheck, token: str, form: CommentForm) -> HttpResponse:
    context = {
        "title": _("Fact check of a draft"),
        "link": link,
        "draft_title": link.draft.title,
        "form": form,
        "said": link.comments.all(),
        "is_sent": "sent" in request.GET,
        "page_url": reverse("fact_check_page", args=[token]),
    }
    return render(request, "home/fact_check/reader.html", context)


def _closed(request: HttpRequest, link: FactCheck | None) -> HttpResponse:
    """404 for what is no link of ours, 410 for one that was open once; both in words."""
    if link is None and (wait := MISSES.take(sender_of(request))):
        return _unkept(please_wait(request, wait))
    context = {"title": _("This link leads to no draft"), "link": link}
    return _unkept(render(request, "home/fact_check/closed.html", context, status=410 if link else 404))


def _unkept(response: HttpResponse) -> HttpResponse:
    """Nobody keeps the answer, no search engine lists it, no other site learns the address."""
    for name, value in HEADERS.items():
        response.headers[name] = value
    return response
