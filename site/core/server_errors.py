"""The last resort: whatever no view has caught is answered here, by what it was. Nothing is read from the database."""

import sys

from django.http import HttpRequest, HttpResponse
from django.utils import translation

from core.http import language_of
from core.outages import RETRY_SECONDS, outage_status
from core.resubmission import answer_with_sent_form


def server_error(request: HttpRequest) -> HttpResponse:
    """503 while the database is away, busy or too slow, 507 without room, else 500; the page holds what was sent."""
    status = outage_status(sys.exc_info()[1])
    with translation.override(language_of(request.path_info)):
        response = answer_with_sent_form(request, status or 500)
        response.headers.setdefault("Content-Language", translation.get_language())
    response.headers["Cache-Control"] = "no-store"
    if status:
        response.headers["Retry-After"] = str(RETRY_SECONDS)
    return response
