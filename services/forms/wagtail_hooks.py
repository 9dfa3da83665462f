"""The admin: from a service or its form to the versions of the form; who works on dossiers; what citizens read."""

from collections.abc import Iterator

from django.contrib import messages
from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.widgets.button import Button
from wagtail.models import Page
from wagtail.snippets.models import register_snippet

from accounts.models import User
from core.problem_words import linked
from core.publication_doors import SUBMITTING
from services.forms.citizen_texts_admin import CitizenTextsViewSet
from services.forms.clock_rules_admin import ClockRowViewSet
from services.forms.models import ServiceFormPage
from services.forms.models.form_checks import condition_problems_of
from services.forms.officers_admin import OfficersViewSet
from services.forms.slips_admin import SlipTemplateViewSet
from services.forms.views.history import form_history
from services.models import ServicePage


@hooks.register("register_admin_urls")
def form_urls() -> list[URLPattern]:
    return [path("form-versions/<int:pk>/", form_history, name="form_history")]


@hooks.register("register_admin_viewset")
def register_officers() -> OfficersViewSet:
    return OfficersViewSet()


@hooks.register("register_admin_viewset")
def register_citizen_texts() -> CitizenTextsViewSet:
    return CitizenTextsViewSet()


@hooks.register("register_admin_viewset")
def register_clock_rules() -> ClockRowViewSet:
    return ClockRowViewSet()


register_snippet(SlipTemplateViewSet)


@hooks.register("register_page_header_buttons")
def form_history_button(page: Page, user: User, view_name: str, next_url: str | None = None) -> Iterator[Button]:
    """Yield a button on the pages of services and forms, for those who may edit them."""
    service = page.service if isinstance(page, ServiceFormPage) else page
    if isinstance(service, ServicePage) and service.pk and page.permissions_for_user(user).can_edit():
        yield Button(
            _("Versions of the form"), reverse("form_history", args=[service.pk]), icon_name="history", priority=60
        )


@hooks.register("after_edit_page")
def conditions_are_told_at_once(request: HttpRequest, page: Page) -> None:
    """A condition that names a removed or later question is told when the draft is saved by hand; the draft is kept.

    Whoever submits or publishes hears everything that is wrong (core/publication_doors.py).
    """
    is_by_itself = "application/json" in request.headers.get("Accept", "")
    hears_all = any(request.POST.get(button) for button in (*SUBMITTING, "action-publish"))
    if not isinstance(page, ServiceFormPage) or is_by_itself or hears_all:
        return
    if faults := condition_problems_of(page):
        said = _("The draft is saved. These conditions have to be mended before it is published:")
        messages.warning(request, format_html("{}{}", said, linked(page, faults)))
