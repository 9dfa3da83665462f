"""The calculator as JSON, at the address of its page with .json: for programs of other authorities and for scripts."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.http import HttpResponseRedirect
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from api.answers import Anonymous
from api.parameters import Parameter, read
from api.problems import Invalid
from core.addresses import absolute
from core.law import cite
from core.working_time import Session, WorkingCalendar
from services.api.serializers import duration_data
from services.forms.clock import Day, Due, RuleSource, spans
from services.forms.views.calculator import (
    FIRST_YEAR,
    LAST_YEAR,
    CalculatedDate,
    CalculatorQuery,
    NotAMoment,
    cases_of,
    limits_of,
    read_moment,
    work_out,
)
from services.forms.views.calculator_agencies import AgencyCalendars, agency_calendars
from services.forms.views.public_pages import service_at, to_original
from services.models import Duration, ServicePage
from services.rules.cases import find_case
from services.rules.choices import ChannelKind

Data = dict[str, Any]
MOMENTS = ("received", "asked", "complete")
PARAMETERS = ("received", "channel", "case", "agency", "asked", "complete")


class DueDateView(Anonymous, APIView):
    """`?received=2026-11-20T16:40`, perhaps with `channel`, `case` and `agency`; `asked` and `complete` tell of a
    request.
    """

    def get(self, request: Request, slug: str) -> Response | HttpResponseRedirect:
        service = service_at(slug)
        if elsewhere := to_original(service, "due_date_json", request.META.get("QUERY_STRING", "")):
            return elsewhere
        rows, parameters = limits_of(service), read(request.GET, PARAMETERS)
        calendar = _calendar(parameters, agency_calendars(service, request._request))
        asked = _asked(parameters, rows, calendar)
        answer = _answer(service, rows, asked, calendar) | {
            "limits": [_limit(worked) for worked in work_out(rows, asked, calendar, service.translation_key)]
        }
        if calendar.weekly:
            answer["hours_by_weekday"] = {day: _spans(hours) for day, hours in sorted(calendar.weekly.items())}
        return Response(answer, headers={"Content-Language": get_language() or ""})


def _asked(parameters: dict[str, Parameter], rows: list[Duration], calendar: WorkingCalendar) -> CalculatorQuery:
    if "received" not in parameters:
        raise Invalid("received", "is missing: when the dossier was accepted, such as 2026-11-20T16:40")
    channel = parameters["channel"].choice(ChannelKind.values) if "channel" in parameters else ""
    case = _case(parameters["case"], cases_of(rows)) if "case" in parameters else ""
    moments = {name: _moment(parameters[name], calendar) for name in MOMENTS if name in parameters}
    found = CalculatorQuery(**moments, channel=channel, case=case)
    if not found.is_in_order:
        raise Invalid("asked", "must come after received, and complete after asked")
    return found


def _moment(parameter: Parameter, calendar: WorkingCalendar) -> datetime:
    try:
        return read_moment(parameter.text(), calendar.opens)
    except NotAMoment as error:
        hint = f"must be an ISO 8601 date-time from {FIRST_YEAR} to {LAST_YEAR} (in an address, write + as %2B)"
        raise parameter.refuse(hint) from error


def _calendar(parameters: dict[str, Parameter], agencies: AgencyCalendars) -> WorkingCalendar:
    """Return the calendar of the agency that is named by the slug of its page, where agencies differ."""
    if "agency" not in parameters:
        return agencies.of("")
    if not agencies.names:
        raise parameters["agency"].refuse("is not known here: all agencies of the service have one calendar")
    return agencies.of(parameters["agency"].choice(list(agencies.names)))


def _case(parameter: Parameter, cases: dict[str, str]) -> str:
    """Return the key of the case that is given by it or by its name, as time limits give them."""
    given = parameter.text()
    found = find_case(cases, given) or next((key for key, name in cases.items() if name == given), "")
    if not found:
        told = f"must be one of {', '.join(cases)}" if cases else "is not known here: the limits name no cases"
        raise parameter.refuse(told)
    return found


def _answer(service: ServicePage, rows: list[Duration], asked: CalculatorQuery, calendar: WorkingCalendar) -> Data:
    names = cases_of(rows)
    return {
        "service": {
            "id": service.pk,
            "procedure_code": service.procedure_code,
            "title": service.title,
            "locale": service.locale.language_code,
            "html_url": absolute(service.get_url() or ""),
        },
        "received": asked.received.isoformat(),
        "channel": asked.channel or None,
        "case": names.get(asked.case),
        "case_key": asked.case or None,
        "working_hours": _spans(calendar.sessions),
        "cut_off": f"{calendar.cut_off:%H:%M}" if calendar.cut_off else None,
        "notice": _(
            "The time limit counts from the moment the office accepts a complete application, not from the moment "
            "you send it. What is worked out here is no promise: the date that holds is the one the office gives "
            "you at acceptance."
        ),
    }


def _spans(hours: Iterable[Session]) -> list[list[str]]:
    return [[f"{one.opens:%H:%M}", f"{one.closes:%H:%M}"] for one in hours]


def _limit(worked: CalculatedDate) -> Data:
    row, due = worked.row, worked.due
    told = {
        name: getattr(row, name) for name in ("value", "unit", "channel", "case_key", "case", "counted_from", "note")
    }
    return {
        **duration_data(told),
        "due": due.moment.isoformat() if due.moment else None,
        "no_date": due.no_date,
        "counts_from": None if due.no_date else due.start.counts_from.isoformat(),
        "counts_later_because": due.start.late or None,
        "explanation": [*worked.steps, worked.answer],
        "may_change": worked.doubts,
        "days": _days(due),
        "rule": _rule(due),
    }


def _rule(due: Due) -> Data | None:
    """Return what a request for papers does, and until when; None where no rule is known."""
    rule = due.rule
    if rule is None:
        return None
    return {
        "resume": rule.resume,
        "request_until": due.request_until.isoformat() if due.request_until else None,
        "reply_days": rule.reply_days,
        "extend_until": due.extend_until.isoformat() if due.extend_until else None,
        "sources": [_source(source) for source in rule.sources],
    }


def _source(source: RuleSource) -> Data:
    """Return where one number comes from: the act by its key and as readers know it; None where no act says it."""
    return {
        "about": source.about,
        "law": source.law or None,
        "article": source.article or None,
        "name": cite(source.law, source.article).text if source.law else None,
        "certainty": source.certainty,
    }


def _days(due: Due) -> list[Data]:
    """Return the days that a restart voided, then those that were counted."""
    void = due.restart.void if due.restart else ()
    return [*_days_of(void), *(day for part in due.parts for day in _days_of(part.days))]


def _days_of(days: Iterable[Day]) -> list[Data]:
    """Return days in a row with the same fate; `numbers` are the first and the last day of the limit among them."""
    return [
        {
            "from": span.first.isoformat(),
            "to": span.last.isoformat(),
            "what": span.what,
            "name": span.name,
            "numbers": [span.from_number, span.to_number] if span.to_number else None,
            "minutes": span.minutes or None,
        }
        for span in spans(days)
    ]
