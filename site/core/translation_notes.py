"""What was changed, typed above the editor of translations, which has no place for it: it goes where each note goes."""

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from wagtail.models import Page
from wagtail_localize.models import Translation
from wagtail_localize.views.edit_translation import edit_translation

from core.models.change_note import NAME, as_note


def publish_with_note(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Answer the button "publish" of the editor of translations: it publishes, and the note joins what it published.

    Without a note wagtail-localize answers as it does.
    """
    note = as_note(request.POST.get(NAME, ""))
    if not note or request.POST.get("action") != "publish" or page.alias_of_id:
        return None
    translation = Translation.objects.filter(
        source__object_id=page.translation_key, target_locale=page.locale_id, enabled=True
    ).first()
    if translation is None:
        return None
    before = page.live_revision_id
    answer: HttpResponse = edit_translation(request, translation, page)
    transaction.on_commit(lambda: _keep(page.pk, before, note))  # wagtail-localize publishes on commit
    return answer


def _keep(number: int, before: int | None, note: str) -> None:
    """Write the note into the history of a page that has a newer version in force than before."""
    page = Page.objects.get(pk=number).specific
    revision = page.live_revision
    if revision is None or revision.pk == before:
        return
    revision.content[NAME] = note
    revision.save(update_fields=["content"])
    page.keep_change_note()
