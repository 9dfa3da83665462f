"""A queue as a list to take along, with the filters of the page it was asked for on."""

from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from accounts.confirming import confirmed_again
from accounts.requests import AuthenticatedHttpRequest
from core.errors import NotFoundInWords
from core.i18n import reader_language
from core.spreadsheets import MEDIA_TYPES, streamed_download
from services.forms.audit import audit_log
from services.forms.desk.guard import handler
from services.forms.desk.queue_filters import FilterForm
from services.forms.desk.queues import BY_NAME
from services.forms.desk.tables import rows
from services.forms.desk.workplace import Workplace


@require_safe
@handler
@confirmed_again
def export(request: AuthenticatedHttpRequest, desk: Workplace, kind: str) -> HttpResponseBase:
    """Return everything the queue shows, on all its pages."""
    queue = BY_NAME.get(request.GET.get("queue", ""))
    if queue is None or kind not in MEDIA_TYPES:
        raise NotFoundInWords("")
    form = FilterForm(request.GET, desk, queue)
    found = form.applied(desk.in_queue(queue))
    detail = {"queue": queue.name, "kind": kind, "rows": found.count(), "search": form.search}
    audit_log.record(actor=request.user, action="list.export", detail=detail)
    return streamed_download(
        kind,
        rows(found),
        name=f"ho-so-{timezone.localdate():%Y%m%d}",
        title=gettext_lazy("Applications"),
        language=reader_language(),
        headers={"Cache-Control": "private, no-store"},
    )
