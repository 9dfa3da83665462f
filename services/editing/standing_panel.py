"""Level and completeness beside the editor of a service: what is claimed, what is earned, what is missing and where."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.side_panels import BaseSidePanel

from core.problem_words import anchor
from core.problems import Problem
from services.models import ServicePage
from services.models.facts import facts_of
from services.rules.choices import Level
from services.rules.completeness import Completeness, Gap, completeness
from services.rules.gate import PLACES
from services.rules.levels import MissingPart, earned


@dataclass(frozen=True)
class Task:
    """One thing to add, and the way to its place in the open form."""

    words: str
    anchor: str


@dataclass(frozen=True)
class Standing:
    """How the service that is being written stands; levels are None while there is none."""

    claimed: Level | None
    earned: Level | None
    percent: int
    promised: list[Task]
    recommended: list[Task]

    @property
    def is_kept(self) -> bool:
        """Whether everything holds that the claimed level promises; a service without a level promises nothing."""
        return self.claimed is None or not self.promised


def standing_of(service: ServicePage) -> Standing:
    """Return how a service stands today, as the editor's form has it."""
    facts = facts_of(service, timezone.localdate())
    claimed = Level(service.level) if service.level else None
    counted: Completeness = completeness(facts.promised, facts.recommended, claimed)
    return Standing(
        claimed=claimed,
        earned=earned(facts.promised),
        percent=counted.percent,
        promised=[_task(gap) for gap in counted.gaps if gap.level],
        recommended=[_task(gap) for gap in counted.gaps if not gap.level],
    )


def _task(gap: Gap) -> Task:
    """What a level promises has its place in PLACES; what is only recommended is named as its field."""
    field = PLACES[gap.part] if isinstance(gap.part, MissingPart) else gap.part.field
    return Task(gap.message, anchor(Problem(gap.message, field)))


class StandingPanel(BaseSidePanel):
    """The panel; the number on its button is how many promises are open."""

    class SidePanelToggle(BaseSidePanel.SidePanelToggle):
        aria_label = _("Show or hide level and completeness")
        icon_name = "list-ul"
        counter_classname = "w-bg-critical-200"

        def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
            context: dict[str, Any] = super().get_context_data(parent_context)
            standing = self.panel.standing
            return {**context, "count": 0 if standing.is_kept else len(standing.promised)}

    name = "standing"
    title = _("Level and completeness")
    template_name = "services/admin/standing_panel.html"
    order = 50

    def __init__(self, service: ServicePage, request: HttpRequest) -> None:
        super().__init__(service, request)
        self.standing = standing_of(service)

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        return {**super().get_context_data(parent_context), "standing": self.standing}
