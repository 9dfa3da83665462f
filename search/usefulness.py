"""Where somebody says whether the answers of the search were useful: without a cookie and without a token, as feedback
under pages is sent.
"""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from core.client_address import is_from_own_page, sender_of
from core.errors import answer, please_wait
from core.limits import Limit
from core.paging import query_string
from search.query_log import asked_as, log_usefulness

LIMIT = Limit("search-useful", times=10, seconds=600)
USEFUL = {"yes": True, "no": False}


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def usefulness(request: HttpRequest) -> HttpResponse:
    """POST: counts the answer to the question `q` and leads on to thanks. GET leads to the search."""
    search = reverse("search")
    if request.method != "POST":
        return HttpResponseRedirect(search)
    if not is_from_own_page(request):
        return answer(request, 403, _("The form was not accepted"), _("Please send it from a page of this portal."))
    wait = LIMIT.take(sender_of(request))
    if wait is not None:
        return please_wait(request, wait, _("Your connection has sent many answers in a short time."))
    useful = USEFUL.get(request.POST.get("useful", ""))
    if useful is not None:
        log_usefulness(asked_as(request.POST.get("q", "")), get_language() or "", useful=useful)
    return HttpResponseRedirect(reverse("feedback_thanks") + query_string({"page": search}), status=303)
