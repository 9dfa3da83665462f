"""The admin: from a service or its form to the versions of the form; who works on dossiers; what citizens read."""

from collections.abc import Iterator

from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.widgets.button import Button
from wagtail.models import Page
from wagtail.snippets.models import register_snippet

from accounts.models import User
from services.forms.citizen_texts_admin import CitizenTextsViewSet
from services.forms.clock_rules_admin import ClockRowViewSet
from services.forms.models import ServiceFormPage
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
