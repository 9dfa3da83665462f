"""What the page of a submission shows whoever reads it: what was answered and sent, asked for, issued and promised.

Owner and officer differ in the files they may see and in the history they read; both are given. What only one of them
reads (fees owed, tracking code, rating; internal notes, what can be done) stands in that one's view.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from core.i18n import reader_language
from core.working_time import WorkingCalendar
from services.forms.answering.display import displayed_answers
from services.forms.models import Attachment, Event, Submission
from services.forms.submissions.due_date_text import return_date
from services.forms.submissions.paper_requests import open_requests
from services.forms.submissions.timeline import TimelineEntry
from services.forms.uploads.attachments import paper_name
from services.forms.uploads.form_files import named


def submission_context(
    submission: Submission,
    *,
    files: Iterable[Attachment],
    history: Sequence[TimelineEntry],
    calendar: WorkingCalendar,
    events: Iterable[Event] | None = None,
) -> dict[str, Any]:
    """Return the context of the template, in the reader's language;
    `events` are its own, from whoever has read them.
    """
    form = submission.version.form(reader_language())
    by_paper: dict[str, list[Attachment]] = {}
    for file in files:
        by_paper.setdefault(file.question, []).append(file)
    asked_for = [paper for entry in history for paper in entry.papers]
    return {
        "submission": submission,
        "requests": open_requests(submission),
        "history": history,
        "sections": displayed_answers(
            form, submission.answers, files={key: [*map(named, lie)] for key, lie in by_paper.items()}
        ),
        "papers": [(paper_name(key, form, asked_for), lie) for key, lie in by_paper.items()],
        "slips": submission.slips.order_by("-pk"),
        "appointment": return_date(submission, calendar, events),
    }
