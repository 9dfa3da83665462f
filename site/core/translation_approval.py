"""A translation goes for approval like any page: wagtail-localize's editor knows publishing alone."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail.models import Page
from wagtail_localize.models import Translation

from core.models.change_note import NAME


def approval_urls() -> list[URLPattern]:
    """Return the addresses of the two buttons."""
    return [
        path("localize/translate/<int:translation_id>/approval/", submit_translation, name="submit_translation"),
        path("localize/translate/<int:translation_id>/withdrawal/", withdraw_translation, name="withdraw_translation"),
    ]


@require_POST
def submit_translation(request: HttpRequest, translation_id: int) -> HttpResponse:
    """Put what is translated into the draft, and the draft before those who approve."""
    translation, page = _found(translation_id)
    rights = page.permissions_for_user(request.user)
    if not (rights.can_edit() and rights.can_submit_for_moderation()):
        raise PermissionDenied
    try:
        with transaction.atomic():
            _save_draft(translation, request)
            _start(Page.objects.get(pk=page.pk), request)
        messages.success(request, _("The translation was submitted for approval."))
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    return redirect("wagtailadmin_pages:edit", page.pk)


def _save_draft(translation: Translation, request: HttpRequest) -> None:
    """Keep what is translated as a draft; wagtail-localize's own way would write it into the live page."""
    page = translation.source.get_ephemeral_translated_instance(translation.target_locale, fallback=True)
    page.note_change(request.POST.get(NAME, ""))
    page.save_revision(user=request.user, log_action=True)


def _start(page: Page, request: HttpRequest) -> None:
    """Begin, or go on where the page was sent back."""
    state = page.current_workflow_state
    if state is None:
        page.get_workflow().start(page, request.user)
    else:
        state.resume(user=request.user)


@require_POST
def withdraw_translation(request: HttpRequest, translation_id: int) -> HttpResponse:
    """Take a translation back that waits for approval."""
    _translation, page = _found(translation_id)
    state = page.current_workflow_state
    if state is None or not state.user_can_cancel(request.user):
        raise PermissionDenied
    with transaction.atomic():
        state.cancel(user=request.user)
    messages.success(request, _("The translation was taken back."))
    return redirect("wagtailadmin_pages:edit", page.pk)


def _found(translation_id: int) -> tuple[Translation, Page]:
    translation = get_object_or_404(Translation, pk=translation_id)
    page = translation.get_target_instance()
    if not isinstance(page, Page):
        raise Http404
    return translation, page
