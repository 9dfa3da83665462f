"""The ordinary deeds of editors, each done through the admin's own views as a person does it: pages and buttons."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any
from unittest.mock import patch

from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Locale, Page
from wagtail_localize.models import TranslationSource

from tests.builders import trunk
from tests.forms import posted

Answers = Iterator[Any]
Deed = Callable[[Client, Page], Answers]


def press(client: Client, name: str, *args: int, **data: Any) -> Any:
    """Open the page of a deed, then press its button; pages that have no question are pressed at once."""
    return client.post(reverse(name, args=args), data)


def see_and_press(client: Client, name: str, *args: int, **data: Any) -> Answers:
    yield client.get(reverse(name, args=args))
    yield press(client, name, *args, **data)


def publish_as_it_stands(client: Client, page: Page) -> Any:
    """Open a page and press "publish" without touching anything."""
    fresh = page.get_latest_revision_as_object()
    data = posted(fresh, **{"action-publish": "1"})
    return press(client, "wagtailadmin_pages:edit", page.pk, **data)


def offered(client: Client, page: Page) -> dict[str, Any]:
    """What the form for copying offers, as it opens."""
    answer = client.get(reverse("wagtailadmin_pages:copy", args=[page.pk]))
    form = getattr(answer, "context", None) and answer.context.get("form")
    if not form:
        return {"new_title": page.title, "new_slug": page.slug, "new_parent_page": page.get_parent().pk}
    parent = form["new_parent_page"].value()
    offered = {name: form[name].value() for name in ("new_title", "new_slug")}
    return {**offered, "new_parent_page": getattr(parent, "pk", parent)}


def copy(client: Client, page: Page, **ticks: str) -> Answers:
    """Of what is copied along, the first page is opened and published too; every type is copied by itself as well."""
    known = set(Page.objects.values_list("pk", flat=True))
    yield press(client, "wagtailadmin_pages:copy", page.pk, **offered(client, page), **ticks)
    for made in Page.objects.exclude(pk__in=known).order_by("path").specific()[:2]:
        yield client.get(reverse("wagtailadmin_pages:edit", args=[made.pk]))
        if made.alias_of_id is None:
            yield publish_as_it_stands(client, made)


def copy_and_publish(client: Client, page: Page) -> Answers:
    yield from copy(client, page, publish_copies="on", copy_subpages="on")


def copy_below_the_same_address(client: Client, page: Page) -> Answers:
    yield press(client, "wagtailadmin_pages:copy", page.pk, **{**offered(client, page), "new_slug": page.slug})


def alias_and_convert(client: Client, page: Page) -> Answers:
    yield from copy(client, page, alias="on", copy_subpages="on")
    for alias in Page.objects.filter(alias_of=page.pk).specific():
        yield from see_and_press(client, "wagtailadmin_pages:convert_alias", alias.pk)
        alias.refresh_from_db()
        yield publish_as_it_stands(client, alias)
        yield bulk(client, "publish", alias)


def move(client: Client, page: Page) -> Answers:
    for destination in destinations(page):
        yield client.get(reverse("wagtailadmin_pages:move", args=[page.pk]))
        yield press(client, "wagtailadmin_pages:move", page.pk, new_parent_page=destination.pk)
        yield from see_and_press(client, "wagtailadmin_pages:move_confirm", page.pk, destination.pk)


def destinations(page: Page) -> list[Page]:
    """Other pages that it may live under, and one that it may not."""
    models = page.specific_class.allowed_parent_page_models()
    allowed = Page.objects.filter(locale=page.locale).type(*models).exclude(pk=page.get_parent().pk)
    return [*allowed.exclude(path__startswith=page.path)[:1], trunk().notices]


def revert(client: Client, page: Page) -> Answers:
    first = page.specific.save_revision()
    client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), posted(page.specific, title="Tên mới"))
    yield client.get(reverse("wagtailadmin_pages:revisions_revert", args=[page.pk, first.pk]))
    data = posted(first.as_object(), revision=str(first.pk), **{"action-publish": "1"})
    yield press(client, "wagtailadmin_pages:edit", page.pk, **data)


def bulk(client: Client, action: str, *pages: Page, **data: Any) -> Any:
    query = "&".join(f"id={page.pk}" for page in pages)
    address = f"{reverse('wagtail_bulk_action', args=['wagtailcore', 'page', action])}?{query}"
    asked = client.get(address)
    return client.post(address, data) if asked.status_code < 300 else asked


def bulk_unpublish_and_publish(client: Client, page: Page) -> Answers:
    yield bulk(client, "unpublish", page, include_descendants="on")
    yield bulk(client, "publish", page, include_descendants="on")


def bulk_move(client: Client, page: Page) -> Answers:
    for destination in destinations(page):
        yield bulk(client, "move", page, chooser=destination.pk)


def bulk_delete(client: Client, page: Page) -> Answers:
    yield bulk(client, "delete", page, wagtail_site_name="Cổng Dịch vụ công Thanh Hóa")


def publish_on_a_day(client: Client, page: Page) -> Answers:
    """The day is set by a program; the worker's command does the rest."""
    page = page.specific
    page.go_live_at = timezone.now() + timedelta(minutes=1)
    page.save_revision().publish()
    yield client.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))
    with patch("django.utils.timezone.now", return_value=timezone.now() + timedelta(minutes=2)):
        call_command("publish_scheduled", verbosity=0)
        page.refresh_from_db()
        assert page.live
        assert not page.revisions.filter(approved_go_live_at__isnull=False).exists()
        yield publish_as_it_stands(client, page)


def unpublish_and_publish(client: Client, page: Page) -> Answers:
    yield from see_and_press(client, "wagtailadmin_pages:unpublish", page.pk, include_descendants="on")
    yield publish_as_it_stands(client, page)


def delete(client: Client, page: Page) -> Answers:
    name = {"wagtail_site_name": "Cổng Dịch vụ công Thanh Hóa"}
    yield from see_and_press(client, "wagtailadmin_pages:delete", page.pk, **name)


def submit_update_and_convert(client: Client, page: Page) -> Answers:
    english = Locale.objects.get(language_code="en")
    yield from see_and_press(client, "wagtail_localize:submit_page_translation", page.pk, locales=str(english.pk))
    translation = page.get_translation_or_none(english)
    if translation is None:
        return
    yield client.get(reverse("wagtailadmin_pages:edit", args=[translation.pk]))
    yield press(client, "wagtailadmin_pages:edit", translation.pk, **{"action-publish": "1"})
    source = TranslationSource.objects.get_for_instance_or_none(page)
    if source:
        yield from see_and_press(client, "wagtail_localize:update_translations", source.pk, publish_translations="on")
        yield press(client, "wagtail_localize:convert_to_alias", translation.pk)


DEEDS: dict[str, Deed] = {
    deed.__name__: deed
    for deed in (
        copy,
        copy_and_publish,
        copy_below_the_same_address,
        alias_and_convert,
        move,
        revert,
        bulk_unpublish_and_publish,
        bulk_move,
        bulk_delete,
        publish_on_a_day,
        unpublish_and_publish,
        delete,
        submit_update_and_convert,
    )
}
