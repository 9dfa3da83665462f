"""Lists of dossiers to take along: a row for each."""

from collections.abc import Iterator
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from services.forms.definition.standard_steps import owner_name
from services.forms.models import Submission
from services.forms.rules.workflow import State

AT_ONCE = 500
"""Rows read from the database at a time."""

Row = list[Any]
"""Texts, and moments or None."""


def rows(found: QuerySet[Submission]) -> Iterator[Row]:
    """Yield the head, then a row per dossier. Sensitive answers are not among the columns."""
    yield [
        *(_("Code"), _("Service"), _("Agency"), _("Owner of the application"), _("State"), _("Filed at")),
        *(_("Accepted at"), _("Due at"), _("Ended at"), _("Officer")),
    ]
    for submission in found.iterator(chunk_size=AT_ONCE):
        yield [
            *(submission.code or "", submission.service_title, submission.agency_name),
            *(owner_name(submission.answers), str(State(submission.state).label)),
            *(submission.filed_at, submission.accepted_at, submission.due_at, submission.closed_at),
            str(submission.assigned_to or ""),
        ]
