"""How the gate of publishing answers in the editor: the draft is kept, what is wrong is named with the way to it."""

from collections.abc import Iterator

from django.contrib import messages
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.translation import gettext as _
from wagtail.admin import messages as admin_messages
from wagtail.models import Page

from core.problem_words import SHOW_PROBLEMS, editor_address, link, linked
from core.problems import Problem
from core.publishing import PublicationRefused

SUBMITTING = ("action-submit", "action-restart-workflow")
"""Buttons of the editor that hand a page in for approval."""


def refuse_in_editor(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Answer the button "publish" when the gate refuses: the draft was kept a moment ago and is shown again."""
    if not page.publication_problems():
        return None
    messages.warning(request, _("The draft is saved. “%(page)s” is not published yet.") % {"page": page.title})
    return HttpResponseRedirect(editor_address(page))


def warn_who_submits(request: HttpRequest, page: Page) -> None:
    """Whoever hands a page in for approval hears what would keep it from being published; nothing is blocked."""
    if not any(request.POST.get(button) for button in SUBMITTING):
        return
    if problems := page.publication_problems():
        said = _("“%(page)s” is handed in. It cannot be published before this is mended:") % {"page": page.title}
        messages.warning(request, format_html("{}{}", said, linked(page, problems)))


def show_what_is_wrong(request: HttpRequest, page: Page) -> None:
    """The editor opened from a refusal lists the problems, and shows each beside its field."""
    if request.method != "GET" or SHOW_PROBLEMS not in request.GET or page.alias_of_id:
        return
    page.shown_problems = page.publication_problems()
    if page.shown_problems:
        said = _("This keeps the page from being published:")
        messages.error(request, format_html("{}{}", said, linked(page, page.shown_problems)))
    else:
        messages.info(request, _("Nothing keeps this page from being published."))


def tell_of_waiting_version(request: HttpRequest, page: Page) -> None:
    """Whoever edits a page of which a version waits for its day hears so, with the way to call it off."""
    if request.method != "GET" or not page.approved_schedule or page.alias_of_id:
        return
    day = date_format(timezone.localtime(page.scheduled_revision.approved_go_live_at), "H:i d/m/Y")
    said = _("A version of this page is published by itself at %(day)s. What you save now is a later draft.")
    buttons = []
    if page.permissions_for_user(request.user).can_unschedule():
        calling_off = reverse("wagtailadmin_pages:revisions_unschedule", args=[page.pk, page.scheduled_revision.pk])
        buttons.append(admin_messages.button(calling_off, _("Cancel scheduled publish")))
    admin_messages.info(request, said % {"day": day}, buttons=buttons)


def publish_copies(request: HttpRequest, page: Page, copy: Page) -> None:
    """What was public is published as a copy too, if that was wished, allowed and the gate lets it; else it is said."""
    if not request.POST.get("publish_copies"):
        return
    for source, made in _copied(page, copy):
        if source.live and made.alias_of_id is None and made.permissions_for_user(request.user).can_publish():
            publish_or_say(request, made)


def publish_or_say(request: HttpRequest, page: Page) -> bool:
    """Publish the latest draft, or say what is in its way; whether it is published."""
    try:
        _publish_latest(page, request.user)
    except PublicationRefused as refusal:
        messages.error(request, refusal_of(page, refusal.problems))
        return False
    return True


def refusal_of(page: Page, problems: list[Problem]) -> str:
    """Return what is said of a page that is not published."""
    said = _("Not published: “%(page)s”") % {"page": page.get_admin_display_title()}
    return format_html("{}{}", link(editor_address(page), said), linked(page, problems))


def _publish_latest(page: Page, user: AbstractBaseUser | AnonymousUser) -> None:
    revision = page.get_latest_revision() or page.specific.save_revision(user=user)
    revision.publish(user=user)


def _copied(page: Page, copy: Page) -> Iterator[tuple[Page, Page]]:
    """Yield each page with its copy: both branches have the same shape, unless only the page itself was copied."""
    made = copy.get_descendants(inclusive=True).order_by("path")
    yield from zip(page.get_descendants(inclusive=True).order_by("path"), made, strict=False)
