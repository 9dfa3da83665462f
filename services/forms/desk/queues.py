"""The queues of the desk. One table: name, what it is called, which dossiers stand in it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from uuid import UUID

from django.db.models import Q
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from services.forms.rules.workflow import ENDED, WORKED_ON, State

SOON_DAYS = 2
"""A dossier is due soon when it is due by the end of so many working days after today."""


class Urgency(Enum):
    """What a queue asks of the dates of its dossiers."""

    SOON = "soon"
    OVERDUE = "overdue"
    NOT_LOOKED_AT = "not_looked_at"
    """Filed, and not accepted, refused or sent back within the time for that."""
    REPLY_OVER = "reply_over"
    """The day is over until which papers were awaited."""

    def holds(self, look: "QueueSnapshot") -> Q:
        now = look.now
        match self:
            case Urgency.SOON:
                return Q(due_at__gte=now) & look.is_soon
            case Urgency.OVERDUE:
                return Q(due_at__lt=now)
            case Urgency.REPLY_OVER:
                return Q(reply_due_at__lt=timezone.localtime(now).replace(hour=0, minute=0, second=0, microsecond=0))
        return Q(intake_due_at__lt=now)


@dataclass(frozen=True)
class QueueSnapshot:
    """Who looks at the desk and when; `soon` is until when something is due soon, `own_soon` the same of agencies that
    have hours of their own, by the keys of their departments.
    """

    user: User
    now: datetime
    soon: datetime
    own_soon: Mapping[UUID, datetime] = field(default_factory=dict)

    @property
    def is_soon(self) -> Q:
        """The condition that something is due by then, at whatever agency it lies."""
        if not self.own_soon:
            return Q(due_at__lte=self.soon)
        condition = Q(due_at__lte=self.soon) & ~Q(agency_key__in=list(self.own_soon))
        for key, until in self.own_soon.items():
            condition |= Q(agency_key=key, due_at__lte=until)
        return condition


@dataclass(frozen=True)
class Queue:
    """`states` are those of its dossiers; `is_mine` leaves only what was given to the officer who looks."""

    name: str
    title: str | Promise
    states: frozenset[State]
    is_mine: bool = False
    is_counted: bool = True
    urgency: Urgency | None = None

    @property
    def route(self) -> str:
        return f"desk_{self.name}"

    @property
    def order(self) -> str:
        """The sorting of queue_filters.py it begins with."""
        return "due" if self.urgency in (Urgency.SOON, Urgency.OVERDUE) else "oldest"

    def holds(self, look: QueueSnapshot) -> Q:
        """Return the condition on submissions."""
        condition = Q(state__in=self.states)
        if self.is_mine:
            condition &= Q(assigned_to=look.user)
        return condition & self.urgency.holds(look) if self.urgency else condition


_FILED = frozenset(State) - {State.DRAFT}

QUEUES = (
    Queue("new", _("New applications"), frozenset({State.FILED})),
    Queue("unseen", _("Not looked at in time"), frozenset({State.FILED}), urgency=Urgency.NOT_LOOKED_AT),
    Queue("mine", _("Given to me"), _FILED - ENDED, is_mine=True),
    Queue("in_progress", _("Being worked on"), WORKED_ON),
    Queue("soon", _("Due soon"), WORKED_ON, urgency=Urgency.SOON),
    Queue("overdue", _("Overdue"), WORKED_ON, urgency=Urgency.OVERDUE),
    Queue("waiting", _("Waiting for the citizen"), frozenset({State.SUPPLEMENT, State.PAYMENT})),
    Queue(
        "to_close", _("To be closed: documents did not come"), frozenset({State.SUPPLEMENT}), urgency=Urgency.REPLY_OVER
    ),
    Queue("results", _("Results to hand over"), frozenset({State.RESOLVED})),
    Queue("done", _("Finished applications"), ENDED, is_counted=False),
    Queue("all", _("All applications"), _FILED, is_counted=False),
)
"""In the order of the menu. Finished ones are not counted there: their number grows for ever."""

BY_NAME = {queue.name: queue for queue in QUEUES}
