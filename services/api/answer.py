"""/api/v2/services/<id>/answer/: what a service asks of somebody: papers, cost, time, place, the next step."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.http import Http404
from django.utils import timezone, translation
from django.utils.dateparse import parse_date
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from api.answers import Anonymous
from api.parameters import BIGGEST_ID, Parameter, read
from core.addresses import absolute
from core.visibility import visible
from services.answers.answer import Answer, answer
from services.answers.answer_card import card_of
from services.answers.card import AnswerCard, CardFact
from services.answers.cost import CostAnswer
from services.answers.facts import AnswerFacts, ReceivingAgency, facts_of
from services.answers.time_limits import DatedLimit
from services.models import RequiredDocument, ServicePage
from services.pages.prefetch import read_rows
from services.rules.choices import ChannelKind
from services.rules.deadlines import as_data

Data = dict[str, Any]

PARAMETERS = ("case", "channel", "department", "on")
FIRST_YEAR, LAST_YEAR = 2000, 2099


class ServiceAnswerView(Anonymous, APIView):
    """`?case=` the key of a case, `?channel=` a way of filing, `?department=` the slug of an agency, `?on=` a day."""

    def get(self, request: Request, pk: int) -> Response:
        page = _service(pk)
        parameters = read(request.GET, PARAMETERS)
        day = _day(parameters["on"]) if "on" in parameters else timezone.localdate()
        language = page.locale.language_code
        with translation.override(language):
            facts = facts_of(page, read_rows(page, request._request), request._request, day)
            found = answer(facts, **_asked(parameters, facts))
            data = _data(page, facts, found)
        return Response(data, headers={"Content-Language": language})


def _service(pk: int) -> ServicePage:
    """Return the public service with that id, in its language; Http404 without one."""
    pages = visible(ServicePage.objects.filter(alias_of__isnull=True)).with_facts()
    page: ServicePage | None = pages.filter(pk=pk).first() if pk <= BIGGEST_ID else None
    if page is None:
        raise Http404
    return page


def _day(parameter: Parameter) -> date:
    try:
        day = parse_date(parameter.text())
    except ValueError:
        day = None
    if day is None or not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise parameter.refuse(f"must be a day from {FIRST_YEAR} to {LAST_YEAR} such as 2026-11-30")
    return day


def _asked(parameters: dict[str, Parameter], facts: AnswerFacts) -> dict[str, str]:
    known = {
        "case": list(facts.cases),
        "channel": ChannelKind.values,
        "department": [agency.key for agency in facts.agencies],
    }
    asked = {name: parameters[name].choice(known[name]) for name in known if name in parameters}
    return {"agency" if name == "department" else name: value for name, value in asked.items()}


def _data(page: ServicePage, facts: AnswerFacts, found: Answer) -> Data:
    card = card_of(facts, found)
    return {
        "service": {
            "id": page.pk,
            "procedure_code": page.procedure_code,
            "locale": page.locale.language_code,
            "title": page.title,
        },
        "asked": {
            "case": found.case or None,
            "channel": found.channel or None,
            "department": found.agency or None,
            "on": found.on.isoformat(),
        },
        "cases": [{"key": key, "name": name} for key, name in facts.cases.items()],
        "documents": _documents(found, card),
        "cost": _cost(found.cost, card.cost),
        "time": _time(found, card.time),
        "place": _place(found, card.place),
        "next_step": _next_step(found, card),
        "source": {"url": facts.source_url or None, "captured_on": facts.source_captured_on},
    }


def _words(fact: CardFact) -> Data:
    return {"state": fact.state.value, "text": fact.value, "notes": list(fact.notes)}


def _documents(found: Answer, card: AnswerCard) -> Data:
    papers = found.papers
    return {
        "fewest": papers.fewest,
        "most": papers.most,
        "always": _papers(papers.always),
        "depending": _papers(papers.depending),
        **_words(card.papers),
    }


def _papers(rows: Iterable[RequiredDocument]) -> list[Data]:
    return [
        {
            "name": row.name,
            "case_key": row.case_key or None,
            "applies_when": row.applies_when,
            "originals": row.originals,
            "copies": row.copies,
        }
        for row in rows
    ]


def _cost(cost: CostAnswer, words: CardFact) -> Data:
    return {
        "status": cost.status.value,
        "lowest": cost.lowest,
        "highest": cost.highest,
        "currency": "VND",
        "unit": cost.unit,
        "by_channel_and_case": [
            {"channel": channel, "case_key": case or None, "amount": amount}
            for (channel, case), amount in cost.paid.items()
        ],
        "legal_bases": [act for act in words.source.split("; ") if act],
        "set_by": list(cost.set_by),
        **_words(words),
    }


def _time(found: Answer, words: CardFact) -> Data:
    days = found.time.due_dates
    return {
        "accepted_on": found.time.accepted_on,
        "due_on": days[0] if len(days) == 1 else None,
        "latest_due_on": days[-1] if days else None,
        "may_change": found.time.may_change,
        "limits": [_limit(limit) for limit in found.time.limits],
        **_words(words),
    }


def _limit(limit: DatedLimit) -> Data:
    row = limit.row
    return {
        **as_data(row.value, row.unit, row.note),
        "channel": row.channel or None,
        "case_key": row.case_key or None,
        "counted_from": row.counted_from,
        "due_on": limit.due_on,
    }


def _place(found: Answer, words: CardFact) -> Data:
    return {
        "channels": list(found.place.channels),
        "agencies": [_agency(agency) for agency in found.place.agencies],
        **_words(words),
    }


def _agency(agency: ReceivingAgency) -> Data:
    return {
        "department": agency.key,
        "name": agency.name.text,
        "address": agency.place.address,
        "general_rule": agency.place.rule,
        "phone": agency.place.phone,
        "phone_note": agency.place.phone_note,
        "takes_dossiers_here": agency.takes_here,
        "national_url": agency.url or None,
        "opens_on": agency.opens_on,
        "closes_on": agency.closes_on,
    }


def _next_step(found: Answer, card: AnswerCard) -> Data:
    step = found.step
    return {
        "kind": step.kind.value,
        "text": card.button.text,
        "notes": list(card.button.notes),
        "url": absolute(step.url) if step.url else None,
        "national_url": step.national_url or None,
        "opens_on": step.opens_on,
    }
