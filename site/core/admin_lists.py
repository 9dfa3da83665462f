"""Lists of the editors' area that Wagtail fills with everybody's pages and files, kept to what a person may see."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Model, QuerySet
from wagtail.admin.views.bulk_action import BulkAction
from wagtail.admin.views.pages import bulk_actions as page_actions
from wagtail.admin.views.reports.page_types_usage import PageTypesUsageReportView
from wagtail.documents.api.admin.views import DocumentsAdminAPIViewSet
from wagtail.documents.views import bulk_actions as document_actions
from wagtail.images.api.admin.views import ImagesAdminAPIViewSet
from wagtail.images.views import bulk_actions as image_actions
from wagtail.models import Page

from core.admin_visibility import ACTS_ON_FILES, policy_of, sees_file, sees_page
from core.row_numbers import row_number


class VisibleAlone:
    """A bulk action that names what a person may not touch only if they may see it, and knows no malformed numbers."""

    @classmethod
    def get_queryset(cls, model: type[Model], object_ids: Iterable[object]) -> list[Model]:
        numbers = [number for number in map(row_number, object_ids) if number is not None]
        found: list[Model] = super().get_queryset(model, numbers)  # type: ignore[misc]
        return found

    def get_actionable_objects(self) -> tuple[list[Model], dict[str, list[Model]]]:
        objects, refused = super().get_actionable_objects()  # type: ignore[misc]
        return objects, {reason: [one for one in found if self._is_seen(one)] for reason, found in refused.items()}

    def _is_seen(self, one: Any) -> bool:  # noqa: ANN401 (a page or a file)
        user = self.request.user  # type: ignore[attr-defined]
        return sees_page(user, one) if isinstance(one, Page) else sees_file(user, one)


STOCK_ACTIONS = (
    *(page_actions.DeleteBulkAction, page_actions.MoveBulkAction, page_actions.UnpublishBulkAction),
    *(document_actions.AddTagsBulkAction, document_actions.AddToCollectionBulkAction),
    *(image_actions.AddTagsBulkAction, image_actions.AddToCollectionBulkAction),
    *(document_actions.DeleteBulkAction, image_actions.DeleteBulkAction),
)
BULK_ACTIONS: list[type[BulkAction]] = [type(action.__name__, (VisibleAlone, action), {}) for action in STOCK_ACTIONS]
"""Wagtail's own, in whose places they stand; publishing many has one of its own (core/bulk_publishing.py)."""


class PageTypesUsage(PageTypesUsageReportView):
    """How many pages of each type there are; the last edited is named if it may be seen."""

    def decorate_paginated_queryset(self, page_types: Any) -> Any:  # noqa: ANN401 (Wagtail's, one page of a list)
        for kind in super().decorate_paginated_queryset(page_types):
            if kind.last_edited_page and not sees_page(self.request.user, kind.last_edited_page):
                kind.last_edited_page = None
        return page_types


class OwnFiles:
    """Files a person may use, in the editors' own interface."""

    def get_queryset(self) -> QuerySet[Model]:
        files: QuerySet[Model] = super().get_queryset()  # type: ignore[misc]
        policy = policy_of(files.model)
        own = policy.instances_user_has_any_permission_for(self.request.user, ACTS_ON_FILES)  # type: ignore[union-attr, attr-defined]
        return files.filter(pk__in=own.values("pk"))


class OwnImages(OwnFiles, ImagesAdminAPIViewSet):
    """Pictures."""


class OwnDocuments(OwnFiles, DocumentsAdminAPIViewSet):
    """Documents."""
