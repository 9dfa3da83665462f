"""The front of the desk and its queues."""

from typing import Any

from django.core.paginator import Page
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from accounts.requests import AuthenticatedHttpRequest
from core.kept_posts import kept_post
from core.paging import is_cut, page_of, query_string, steps_of
from services.forms.audit import audit_log
from services.forms.definition.standard_steps import owner_name
from services.forms.desk.guard import handler, officer
from services.forms.desk.queue_filters import MOST, PER_PAGE, FilterForm
from services.forms.desk.queues import BY_NAME
from services.forms.desk.reports import of_agencies
from services.forms.desk.workplace import Workplace
from services.forms.models import Submission
from services.forms.rules.transition_spec import Transition
from services.forms.statistics.figures import counted_at


@require_safe
@officer
def front(request: AuthenticatedHttpRequest, desk: Workplace) -> HttpResponse:
    """Return where an officer begins: the new dossiers; a supervisor sees numbers."""
    if desk.handles and not desk.is_supervisor:
        return redirect("desk_new")
    context = {
        "title": _("Officers’ desk"),
        "table": of_agencies(request),
        "counted_at": counted_at(),
        "menu": desk.menu() if desk.handles else [],
        "heads": bool(desk.headed),
    }
    return render(request, "services/forms/desk/front.html", context)


@require_safe
@handler
def queue(request: AuthenticatedHttpRequest, desk: Workplace, name: str) -> HttpResponse:
    """Return one queue: filtered, sorted, fifty to a page."""
    found = BY_NAME[name]
    form = FilterForm(request.GET, desk, found)
    ticked = kept_post(request, sent_to=reverse("desk_together"))
    page = page_of(form.applied(desk.in_queue(found)), request, PER_PAGE, most=MOST)
    _log_search(request, form, page)
    context = {
        "title": found.title,
        "queue": found,
        "menu": desk.menu(found),
        "reports": desk.reports,
        "form": form,
        "page_of_rows": page,
        "rows": [_row(submission) for submission in page.object_list],
        "ticked": ticked.data.get("chosen", []) if ticked else [],
        "chosen_colleague": ticked.fields.get("to", "") if ticked else "",
        "count": page.paginator.count,
        "is_cut": is_cut(page),
        "steps": steps_of(page, form.chosen),
        "chosen": query_string(form.chosen),
        "together": query_string({**form.chosen, "queue": name}),
        "may_accept": name in ("new", "unseen", "all") and Transition.ACCEPT in desk.permissions,
        "colleagues": desk.colleagues if found.name != "done" else [],
    }
    return render(request, "services/forms/desk/queue.html", context)


def _log_search(request: AuthenticatedHttpRequest, form: FilterForm, page: Page[Submission]) -> None:
    """Who searched, by what, and which dossiers were shown; the words stay out of the audit."""
    if form.search:
        shown = [submission.pk for submission in page.object_list]
        detail = {"queue": form.queue.name, "kind": form.search, "rows": page.paginator.count, "page": page.number}
        audit_log.record(actor=request.user, action="list.search", detail={**detail, "shown": shown})


def _row(submission: Submission) -> dict[str, Any]:
    due_at = submission.intake_due_at or submission.shown_due_at
    return {
        "submission": submission,
        "due_at": due_at,
        "is_late": due_at is not None and due_at < timezone.now(),
        "owner": owner_name(submission.answers),
        "ticket": f"{submission.pk}:{submission.revision}",
    }
