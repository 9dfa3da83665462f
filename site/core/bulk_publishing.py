"""Publishing many pages at once: each by itself, so that one the gate refuses keeps no other from being published."""

from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.contrib.auth.base_user import AbstractBaseUser
from django.db import transaction
from django.http import HttpResponse
from django.utils.translation import gettext as _
from wagtail.admin.views.pages.bulk_actions.publish import PublishBulkAction
from wagtail.models import Page

from core.admin_lists import VisibleAlone
from core.problems import Problem
from core.publication_doors import refusal_of
from core.publishing import PublicationRefused

Refused = list[tuple[Page, list[Problem]]]


class PublishMany(VisibleAlone, PublishBulkAction):
    """Wagtail's action, page by page; what is not published is named with the reasons."""

    refused: Refused

    def get_execution_context(self) -> dict[str, Any]:
        self.refused = []
        return {**super().get_execution_context(), "refused": self.refused}

    @classmethod
    def execute_action(
        cls,
        objects: Iterable[Page],
        include_descendants: bool = False,
        user: AbstractBaseUser | None = None,
        refused: Refused | None = None,
        **_kwargs: Any,
    ) -> tuple[int, int]:
        """Return how many pages and how many pages below them were published."""
        told = [] if refused is None else refused
        parents = children = 0
        for page in objects:
            parents += _publish(page, user, told)
            for below in _drafts_below(page, user) if include_descendants else ():
                children += _publish(below, user, told)
        return parents, children

    def form_valid(self, form: Any) -> HttpResponse:  # noqa: ANN401 (Wagtail's form)
        answer: HttpResponse = super().form_valid(form)
        for page, problems in self.refused:
            messages.error(self.request, refusal_of(page, problems))
        return answer

    def get_success_message(self, num_parent_objects: int, num_child_objects: int) -> str | None:
        if not num_parent_objects and not num_child_objects:
            return None
        said: str = super().get_success_message(num_parent_objects, num_child_objects)
        return said


def _drafts_below(page: Page, user: AbstractBaseUser | None) -> list[Page]:
    drafts = page.get_descendants().not_live().defer_streamfields().specific()
    return [draft for draft in drafts if user is None or draft.permissions_for_user(user).can_publish()]


def _publish(page: Page, user: AbstractBaseUser | None, refused: Refused) -> bool:
    if page.alias_of_id:
        refused.append((page, [Problem(_("It shows another page, and is public when that one is."))]))
        return False
    revision = page.get_latest_revision() or page.specific.save_revision(user=user)
    try:
        with transaction.atomic():
            revision.publish(user=user)
    except PublicationRefused as refusal:
        refused.append((page, refusal.problems))
        return False
    return True
