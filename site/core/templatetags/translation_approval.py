"""Approval of a translation, above the editor of translations."""

import json
from typing import Any

from django import template
from django.template.context import Context
from wagtail.models import Page
from wagtail_localize.models import Translation

from core.models.change_note import NAME

register = template.Library()


@register.simple_tag(takes_context=True)
def translation_editor(context: Context) -> str:
    """Return what wagtail-localize's editor is told, without the button that only whoever may publish may press."""
    told = json.loads(context["props"])
    if not context["page_perms"].can_publish():
        told["links"]["convertToAliasUrl"] = None
    return json.dumps(told)


@register.inclusion_tag("core/admin/translation_approval.html", takes_context=True)
def translation_approval(context: Context, translation: Translation, page: Page) -> dict[str, Any]:
    """Return what this person may do about a translation: submit it, take it back, approve it or send it back."""
    user = context["request"].user
    step, state = page.current_workflow_task_state, page.current_workflow_state
    actions = step.task.specific.get_actions(page, user) if step else []
    rights, latest = page.permissions_for_user(user), page.latest_revision
    return {
        "request": context["request"],
        "note": latest.content.get(NAME, "") if latest else "",
        "may_publish": rights.can_publish(),
        "translation": translation,
        "page": page,
        "step": step,
        "may_submit": rights.can_submit_for_moderation(),
        "may_withdraw": bool(step and state.user_can_cancel(user)),
        "actions": {name for name, _label, _asks in actions},
        "sent_back": state.current_task_state if state and not step else None,
    }
