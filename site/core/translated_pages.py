"""The translations of a Vietnamese page go where it goes: moved, taken down, deleted, published again."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.db import transaction
from wagtail.models import Page, PageLogEntry, Revision

from core.publishing import PublicationRefused
from core.refused_publications import SCHEDULED, record_refusal

if TYPE_CHECKING:
    from wagtail.admin.views.pages.bulk_actions.page_bulk_action import PageBulkAction


PUBLISHED = ("wagtail.publish", SCHEDULED)
TAKEN_DOWN = ("wagtail.unpublish", "wagtail.unpublish.scheduled")
"""What the history of a page calls it."""


def take_down(page: Page, **options: Any) -> None:
    """Unpublish a page with its translations."""
    page.unpublish(**options)
    for _source, translation in _translations([page]):
        if translation.live and translation.alias_of_id is None:
            translation.specific.unpublish(**options)


def bring_back_translations(page: Page, user: AbstractBaseUser | None) -> None:
    """Publish the translations that were taken down together with a page that is public again.

    One that was taken down by itself stays so. One that the gate refuses is named in the list of refusals.
    """
    for _source, translation in _translations([page]):
        if not translation.live and translation.alias_of_id is None and _went_with(page, translation):
            _publish_again(translation, user)


def _went_with(page: Page, translation: Page) -> bool:
    """Return whether the last thing that happened to the translation is that it was taken down along with the page."""
    if not Page.objects.live().filter(pk=page.pk).exists():
        return False
    taken = PageLogEntry.objects.filter(page=page.pk, action__in=TAKEN_DOWN).order_by("-pk").first()
    last = (
        PageLogEntry.objects.filter(page=translation.pk, action__in=(*PUBLISHED, *TAKEN_DOWN)).order_by("-pk").first()
    )
    together = taken and last and last.action in TAKEN_DOWN and last.uuid == taken.uuid
    return bool(together and taken.uuid)


def _publish_again(translation: Page, user: AbstractBaseUser | None) -> None:
    published = PageLogEntry.objects.filter(page=translation.pk, action__in=PUBLISHED, revision__isnull=False)
    last = published.order_by("-pk").values_list("revision", flat=True).first()
    revision = Revision.objects.filter(pk=last).first() or translation.get_latest_revision()
    if revision is None:
        return
    try:
        with transaction.atomic():
            revision.publish(user=user)
    except PublicationRefused as refusal:
        record_refusal(revision, refusal.messages)


def ensure_translated(destination: Page, page: Page) -> None:
    """Make stand-ins of `destination` in every language in which `page` has a page of its own or a stand-in."""
    for translation in page.get_translations().select_related("locale"):
        if not destination.has_translation(translation.locale):
            destination.specific.copy_for_translation(translation.locale, copy_parents=True, alias=True)


def _translations(pages: list[Page]) -> Iterator[tuple[Page, Page]]:
    """Yield each Vietnamese page with each of its pages in other languages that stands where the page stands."""
    for page in pages:
        if page.locale.language_code == settings.LANGUAGE_CODE:
            for translation in page.get_translations().select_related("locale"):
                yield page, translation


def _move(pages: list[Page], bulk: "PageBulkAction") -> None:
    destination = bulk.cleaned_form.cleaned_data["chooser"]
    for page, translation in _translations(pages):
        if translation.get_parent().translation_key == page.get_parent().translation_key:
            ensure_translated(destination, page)
            home = destination.get_translation(translation.locale)
            translation.move(home, pos="last-child", user=bulk.request.user)


def _unpublish(pages: list[Page], bulk: "PageBulkAction") -> None:
    for _page, translation in _translations(pages):
        if translation.live and translation.alias_of_id is None:
            translation.specific.unpublish(user=bulk.request.user)


def _delete(pages: list[Page], bulk: "PageBulkAction") -> None:
    for _page, translation in _translations(pages):
        translation.specific.delete(user=bulk.request.user)


COMPANIONS: dict[str, Callable[[list[Page], "PageBulkAction"], None]] = {
    "move": _move,
    "unpublish": _unpublish,
    "delete": _delete,
}
"""What is done to the translations, by the name of the bulk action."""
