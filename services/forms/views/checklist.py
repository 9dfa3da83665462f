"""The list of papers of a service as PDF, for the case an address asks for: public, the same for everybody."""

from collections.abc import Iterator, Sequence

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from core.addresses import absolute
from core.i18n import reader_language, written_day
from services.answers.words import short
from services.forms.slips.checklist import Checklist, PaperGroup, PaperLine, checklist_pdf
from services.forms.views.calendar_entry import until_midnight
from services.forms.views.public_pages import service_at, to_original
from services.models import RequiredDocument, ServicePage
from services.pages.asked_answer import AskedAnswer, asked_answer
from services.pages.required_documents import Paper, required_documents

LONGEST_NAME = 240
"""Characters of the name of a paper on the sheet; the page has the whole name."""


@require_safe
def checklist(request: HttpRequest, slug: str) -> HttpResponseBase:
    """Return the sheet; of every case while the address names none."""
    page = service_at(slug)
    if elsewhere := to_original(page, "checklist", request.META.get("QUERY_STRING", "")):
        return elsewhere
    asked = asked_answer(page, request)
    name = {"Content-Disposition": f'attachment; filename="{page.slug}.pdf"'}
    sheet = checklist_pdf(_told(page, asked))
    return until_midnight(HttpResponse(sheet, content_type="application/pdf", headers=name))


def _told(page: ServicePage, asked: AskedAnswer) -> Checklist:
    return Checklist(
        portal=settings.WAGTAIL_SITE_NAME,
        title=page.title,
        official_name=page.official_name,
        case=asked.case_name,
        day=written_day(asked.answer.on),
        card=asked.card,
        groups=list(_groups(asked)),
        link=absolute(asked.facts.page_url),
        language=reader_language(),
        is_demonstration=settings.DEMO,
    )


def _groups(asked: AskedAnswer) -> Iterator[PaperGroup]:
    """Yield the papers that everybody needs, then what depends, case by case."""
    papers = asked.answer.papers
    if papers.always:
        yield PaperGroup(_("Everybody needs") if papers.depending else _("Documents to prepare"), _lines(papers.always))
    for key in dict.fromkeys(row.case_key for row in papers.depending):
        own = [row for row in papers.depending if row.case_key == key]
        yield PaperGroup(_heading(own[0], asked), _lines(own))


def _heading(row: RequiredDocument, asked: AskedAnswer) -> str:
    if not row.case_key:
        return _("Needed in some situations only")
    return _("For your case") if row.case_key == asked.answer.case else _("Only for: %(case)s") % {"case": row.case}


def _lines(rows: Sequence[RequiredDocument]) -> list[PaperLine]:
    return [_line(paper) for case in required_documents(rows).cases for paper in case.papers]


def _line(paper: Paper) -> PaperLine:
    told = [paper.how, paper.electronic]
    if paper.form.code:
        told.append(_("Form: %(form)s") % {"form": paper.form.code})
    condition = _("Only when: %(condition)s") % {"condition": paper.applies_when} if paper.applies_when else ""
    name = " · ".join([short(paper.name, LONGEST_NAME), *(part.rstrip(".") for part in told if part)])
    return PaperLine(name, [condition] if condition else [])
