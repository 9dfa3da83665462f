"""The buttons of a page's editor: who cannot publish hands in first, and is not offered what changes the public page.

Autosave keeps the draft meanwhile; "save draft" stands behind the first button, and Ctrl+S presses it.
"""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _
from wagtail.admin.action_menu import ActionMenuItem, PageLockedMenuItem, SubmitForModerationMenuItem
from wagtail.models import Page, WorkflowState

CONVERSION = "localize-convert-to-alias"
"""wagtail-localize's button that makes a translation a stand-in again."""


class HandInItem(SubmitForModerationMenuItem):
    """The first button. The Enter key in a field presses what comes before it, which saves the draft."""

    template_name = "core/admin/hand_in_button.html"

    def get_context_data(self, parent_context: dict[str, Any]) -> dict[str, Any]:
        """Wagtail would name the workflow, which is the same for all pages."""
        context: dict[str, Any] = super().get_context_data(parent_context)
        page = parent_context.get("page")
        state = page.current_workflow_state if page else None
        is_back = state is not None and state.status == WorkflowState.STATUS_NEEDS_CHANGES
        return {**context, "label": _("Submit again") if is_back else _("Submit for approval")}


def hand_in_comes_first(items: list[ActionMenuItem], request: HttpRequest, context: dict[str, Any]) -> None:
    """Whoever may not publish finds "submit" in front, or that the page is locked while somebody reads it: not the
    button that calls the approval off. Who approves finds the buttons as Wagtail orders them.
    """
    if _may_publish(request, context):
        return
    items[:] = [item for item in items if item.name != CONVERSION]
    for kind in (SubmitForModerationMenuItem, PageLockedMenuItem):
        stock = next((item for item in items if isinstance(item, kind)), None)
        if stock is not None:
            items.remove(stock)
            items.insert(0, HandInItem(order=stock.order) if kind is SubmitForModerationMenuItem else stock)
            return


def _may_publish(request: HttpRequest, context: dict[str, Any]) -> bool:
    page: Page | None = context.get("page")
    if context["view"] == "create" or page is None:
        return bool(context["parent_page"].permissions_for_user(request.user).can_publish_subpage())
    return bool(page.permissions_for_user(request.user).can_publish())
