"""The queues of the desk. One table: name, what it is called, which dossiers stand in it."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from services.forms.workflow import ENDED, State


@dataclass(frozen=True)
class Queue:
    """`states` are those of its dossiers; `is_mine` leaves only what was given to the officer who looks."""

    name: str
    title: str | Promise
    states: frozenset[State]
    is_mine: bool = False
    is_counted: bool = True

    @property
    def route(self) -> str:
        return f"desk_{self.name}"

    def holds(self, user: Any) -> Q:
        """The condition on submissions."""
        condition = Q(state__in=self.states)
        return condition & Q(assigned_to=user) if self.is_mine else condition


_FILED = frozenset(State) - {State.DRAFT}

QUEUES = (
    Queue("new", _("New dossiers"), frozenset({State.FILED})),
    Queue("mine", _("Given to me"), _FILED - ENDED, is_mine=True),
    Queue("in_progress", _("Being worked on"), frozenset({State.ACCEPTED, State.IN_PROGRESS})),
    Queue("waiting", _("Waiting for the citizen"), frozenset({State.SUPPLEMENT, State.PAYMENT})),
    Queue("results", _("Results to hand over"), frozenset({State.RESOLVED})),
    Queue("done", _("Finished dossiers"), ENDED, is_counted=False),
    Queue("all", _("All dossiers"), _FILED, is_counted=False),
)
"""In the order of the menu. Finished ones are not counted there: their number grows for ever."""

BY_NAME = {queue.name: queue for queue in QUEUES}
