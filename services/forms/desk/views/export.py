"""A queue as a list to take along, with the filters of the page it was asked for on."""

from collections.abc import Iterator

from django.http import HttpRequest, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils import timezone, translation
from django.views.decorators.http import require_safe

from accounts.confirming import confirmed_again
from core.errors import NotFoundInWords
from core.i18n import reader_language
from services.forms.audit import audit_log
from services.forms.desk.guard import handler
from services.forms.desk.queue_filters import FilterForm
from services.forms.desk.queues import BY_NAME
from services.forms.desk.tables import FORMATS, rows
from services.forms.desk.workplace import Workplace


@require_safe
@handler
@confirmed_again
def export(request: HttpRequest, desk: Workplace, kind: str) -> HttpResponseBase:
    """Everything the queue shows, on all its pages."""
    queue = BY_NAME.get(request.GET.get("queue", ""))
    if queue is None or kind not in FORMATS:
        raise NotFoundInWords("")
    form = FilterForm(request.GET, desk, queue)
    found = form.applied(desk.in_queue(queue))
    write, media_type = FORMATS[kind]
    detail = {"queue": queue.name, "kind": kind, "rows": found.count(), "search": form.search}
    audit_log.record(actor=request.user, action="list.export", detail=detail)
    name = f"ho-so-{timezone.localdate():%Y%m%d}.{kind}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "private, no-store"}
    language = reader_language()

    def pieces() -> Iterator[bytes]:
        with translation.override(language):
            yield from write(rows(found))

    return StreamingHttpResponse(pieces(), content_type=media_type, headers=headers)
