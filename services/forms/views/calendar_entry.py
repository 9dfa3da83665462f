"""The due date of a service as an entry for one's own calendar: if the papers are accepted today."""

from datetime import datetime, timedelta

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from core.addresses import absolute
from core.i18n import reader_language
from core.icalendar import CONTENT_TYPE, WholeDay, calendar_of
from services.forms.views.public_pages import service_at, to_original
from services.models import ServicePage
from services.pages.asked_answer import AskedAnswer, asked_answer


@require_safe
def calendar_entry(request: HttpRequest, slug: str) -> HttpResponseBase:
    """Return the entry as a file; Http404 where the answer has no one date."""
    page = service_at(slug)
    if elsewhere := to_original(page, "due_date_calendar", request.META.get("QUERY_STRING", "")):
        return elsewhere
    asked = asked_answer(page, request)
    if len(asked.answer.time.due_dates) != 1:
        raise Http404("no date can be worked out")
    data = calendar_of(_entry(page, asked), language=reader_language())
    name = {"Content-Disposition": f'attachment; filename="{page.slug}.ics"'}
    return until_midnight(HttpResponse(data, content_type=CONTENT_TYPE, headers=name))


def until_midnight(response: HttpResponse) -> HttpResponse:
    """Let everybody keep an answer as long as the day lasts, for which it was worked out."""
    now = timezone.localtime()
    next_day = datetime.combine(now.date() + timedelta(days=1), datetime.min.time(), now.tzinfo)
    patch_cache_control(response, public=True, max_age=int((next_day - now).total_seconds()))
    return response


def _entry(page: ServicePage, asked: AskedAnswer) -> WholeDay:
    card, found = asked.card, asked.answer
    lines = [card.time.notes[0] if card.time.notes else "", asked.case_name, *card.place.notes]
    told = _("The day is worked out as if the papers were accepted on the day you saved this; the receipt you get at "
             "acceptance says the day that holds.")  # fmt: skip
    return WholeDay(
        uid=f"{page.translation_key}.{found.case or 'all'}@{page.procedure_code or 'service'}",
        day=found.time.due_dates[0],
        title=_("Result due: %(service)s") % {"service": page.title},
        text="\n".join(filter(None, (*lines, told))),
        url=absolute(asked.facts.page_url),
        made_on=found.on,
    )
