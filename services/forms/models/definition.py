"""The form an editor designs for a service; a service without one has a form derived from its cases and papers."""

from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, HelpPanel, ObjectList, TabbedInterface
from wagtail.fields import StreamField
from wagtail.models import Revision
from wagtail.search import index

from core.dotted_path import DottedPath
from core.models import BasePage
from core.publishing import refused
from services.forms.definition.step_blocks import StepsBlock
from services.forms.models.form_checks import name_blanks, problems_of
from services.forms.models.panels import FormPageForm, NamesPanel
from services.models import ServicePage

if TYPE_CHECKING:
    from accounts.models import User


class ServiceFormPage(BasePage):
    """The steps between "owner of the dossier" and "papers". It has no address: citizens meet it when they file."""

    has_address = False

    steps = StreamField(StepsBlock(), verbose_name=_("steps of the form"), blank=True)

    content_panels = [
        FieldPanel("title", help_text=_("Only editors see it. Good: Biểu mẫu tách thửa đất. Bad: Form 1")),
        HelpPanel(
            content=_(
                "Every form already asks who files, whose application it is, for every document of the service, and "
                "how the result is received. Add only what the officer needs besides. Ask nothing the office already "
                "knows or no rule asks for."
            )
        ),
        FieldPanel("steps"),
        NamesPanel(heading=_("Names to use")),
    ]
    edit_handler = TabbedInterface(
        [ObjectList(content_panels, heading=_("Main information"))], base_form_class=FormPageForm
    )
    parent_page_types = ["services.ServicePage"]
    subpage_types: list[str] = []
    max_count_per_parent = 1
    freeze = DottedPath("services.forms.form_versions.versions.freeze")
    modes_of_preview = DottedPath("services.forms.form_versions.preview.modes")
    show_preview = DottedPath("services.forms.form_versions.preview.show")
    search_fields = [index.FilterField("alias_of_id"), *BasePage.search_fields]

    class Meta:
        verbose_name = _("online form")
        verbose_name_plural = _("online forms")

    @cached_property
    def service(self) -> ServicePage | None:
        """The page of the service above, in the language of this page."""
        found = ServicePage.objects.filter(path=self.path[: -self.steplen])
        return found.select_related("locale").first() if self.path else None

    def clean(self) -> None:
        """Fill in the machine names that were left blank; what is wrong with the form is told when it is published."""
        super().clean()
        name_blanks(self)

    def publish(self, revision: Revision, user: "User | None" = None, **options: Any) -> None:
        """Put the revision into force and freeze the form; ValidationError, and nothing happens, when it has faults.

        A form that got its faults while it waited for its day stays unpublished and is logged: an error would keep
        every other page of that run from being published.
        """
        page = revision.as_object()
        problems = problems_of(page)
        if problems:
            refused(self, ValidationError({"steps": problems}), options)
            return
        with transaction.atomic():
            super().publish(revision, user=user, **options)
            is_live = type(self).objects.live().filter(pk=self.pk).exists()  # not yet when it waits for its day
            if is_live and page.service and page.service.live:
                self.freeze(page.service, by=user)

    def get_url_parts(self, request: HttpRequest | None = None) -> None:
        """No address of its own."""
        return

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """To the page that everybody begins on."""
        return redirect(reverse("apply", args=[self.service.slug]) if self.service else "/")

    @property
    def preview_modes(self) -> list[tuple[str, str]]:
        modes: list[tuple[str, str]] = self.modes_of_preview(self)
        return modes

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        shown: HttpResponse = self.show_preview(self, request, mode_name)
        return shown
