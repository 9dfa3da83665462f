"""Where the admin sends whom it does not let in."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from core.errors import answer
from core.paging import query_string


def admin_door(request: HttpRequest) -> HttpResponse:
    """To the log-in and back again; somebody who is logged in is told that the account has no right to enter."""
    if request.user.is_authenticated:
        list(messages.get_messages(request))  # the admin left one that would be shown on a later page
        return answer(request, 403)
    return HttpResponseRedirect(reverse("account_login") + query_string({"next": request.GET.get("next", "")}))
