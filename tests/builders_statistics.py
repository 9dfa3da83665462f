"""Makes dossiers that were filed, settled and left open at moments one can count with."""

from datetime import datetime
from typing import Any

from core.working_time import ZONE
from services.forms.models import Submission
from services.forms.rules.workflow import State
from tests.builders import make_department, make_field
from tests.builders_submissions import make_open_service, make_submission
from tests.recorded_rows import recorded

DATES = ("filed_at", "accepted_at", "complete_at", "due_at", "resolved_at", "closed_at", "apologised_at")
FILED = {"filed_at": "2026-10-05T08:00", "accepted_at": "2026-10-06T08:00", "due_at": "2026-10-16T17:00"}
"""A dossier with a date in October 2026."""


def moment(text: str) -> datetime:
    """A moment in the time of Việt Nam."""
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)


def make_dossier(state: State = State.FILED, *, service: Any, **columns: Any) -> Submission:
    """A dossier in that state with these columns instead of its own; moments as texts."""
    dossier = make_submission(state, service=service)
    columns.setdefault("complete_at", columns.get("accepted_at"))
    values = {name: moment(value) if name in DATES and value else value for name, value in columns.items()}
    Submission.objects.filter(pk=dossier.pk).update(**values)
    return Submission.objects.select_related("owner").get(pk=dossier.pk)


def make_building() -> Any:
    """A service of a field with a limit in working days."""
    return make_open_service(
        "Cấp giấy phép xây dựng",
        department=make_department("Sở Xây dựng", unit_code="H56.17"),
        field=make_field("Xây dựng", "xay-dung"),
        durations=[{"value": 5, "unit": "working_day"}],
    )


def make_health() -> Any:
    """A service whose limit nobody knows."""
    return make_open_service("Cấp chứng chỉ hành nghề y", department=make_department("Sở Y tế", unit_code="H56.21"))


@recorded(dated=True)
def make_october(building: Any, health: Any) -> dict[str, Submission]:
    """Filed in October 2026: one early, one on time, one late, one early and asked twice, one refused in November, one
    without a date, one open and overdue, one not accepted, one withdrawn before acceptance."""

    def done(day: str, **columns: Any) -> Submission:
        ended = {"resolved_at": day, "closed_at": "2026-11-20T08:00"}
        return make_dossier(State.HANDED_OVER, service=building, **{**FILED, **ended, **columns})

    unknown = {**FILED, "due_at": None, "limit": None}
    early_end = {"filed_at": "2026-10-05T08:00", "closed_at": "2026-10-06T08:00"}
    return {
        "early": done("2026-10-14T08:00"),
        "on_time": done("2026-10-16T16:00"),
        "late": done("2026-10-19T08:00"),
        "twice": done("2026-10-14T08:00", supplement_count=2),
        "refused": done("2026-11-03T08:00", outcome="refused"),
        "open": make_dossier(State.IN_PROGRESS, service=building, **FILED),
        "not_accepted": make_dossier(State.NOT_ACCEPTED, service=building, **early_end),
        "withdrawn": make_dossier(State.WITHDRAWN, service=building, **early_end),
        "undated": make_dossier(State.RESOLVED, service=health, **unknown, resolved_at="2026-10-07T08:00"),
    }
