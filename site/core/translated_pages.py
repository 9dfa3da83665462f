"""The translations of a Vietnamese page go where it goes, when many pages are moved, unpublished or deleted at once."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from django.conf import settings
from wagtail.models import Page

if TYPE_CHECKING:
    from wagtail.admin.views.pages.bulk_actions.page_bulk_action import PageBulkAction


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
