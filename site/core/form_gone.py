"""Forms whose place is gone: a draft deleted in another window, a reply that was sent already.

Nothing can be done with what was typed, and it must not be lost: it stands on a page, to be copied from.
"""

import re
from http import HTTPStatus

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from core import kept_posts
from core.errors import NotFoundInWords
from core.models import KeptPost

AUTOMATIC = "automatic"
"""Parameter: a script saves by itself; nobody would see a page."""
GONE = "gone"
"""What was kept is shown by the page of this file."""
MADE_BY_A_PAGE = re.compile(r"[A-Za-z0-9_.:-]*")
"""Values of buttons, choices and hidden fields; what people type has a blank, an accent or an at sign."""


class FormGone(Exception):
    """The form can no longer be sent. Its text tells the visitor why; `at` is the address that tells more."""

    def __init__(self, reason: str, at: str) -> None:
        super().__init__(reason)
        self.at = at


def typed_texts(fields: QueryDict) -> list[str]:
    """Return what people typed themselves, in the order of the form."""
    values = [value for _name, listed in fields.lists() for value in listed]
    return [value for value in values if not MADE_BY_A_PAGE.fullmatch(value.strip())]


def show_typed(request: HttpRequest, exception: FormGone | Http404) -> HttpResponse | None:
    """Lead to the page with what was typed; without any, to the address that tells more, or to none (None)."""
    at = exception.at if isinstance(exception, FormGone) else ""
    if AUTOMATIC in request.POST:
        return HttpResponse(status=HTTPStatus.CONFLICT) if at else None
    if not typed_texts(kept_posts.fields_to_keep(request)):
        return redirect(at) if at else None
    status = HTTPStatus.CONFLICT if at else HTTPStatus.NOT_FOUND
    return kept_posts.see_again(request, status=status, gone=_reason(exception), at_last=at)


def _reason(exception: FormGone | Http404) -> str:
    if isinstance(exception, FormGone | NotFoundInWords):
        return str(exception)
    return _("What it was sent to is not there any more; it may have been deleted in another window.")


def page_of(request: HttpRequest, kept: KeptPost) -> HttpResponse:
    """Return the page that says why, with what was typed."""
    context = {
        "title": _("This form can no longer be sent"),
        "reason": kept.told[GONE],
        "at": kept.told["at_last"],
        "texts": typed_texts(kept.fields),
        "files": kept.files,
    }
    return render(request, "form_gone.html", context, status=kept.status)
