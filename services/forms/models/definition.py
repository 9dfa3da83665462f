"""The form an editor designs for a service; a service without one has a form derived from its cases and papers."""

from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, HelpPanel, ObjectList, TabbedInterface
from wagtail.fields import StreamField
from wagtail.search import index

from core.dotted_path import DottedPath
from core.manual_links import with_manual_link
from core.models import BasePage
from core.problems import Problem
from services.forms.definition.step_blocks import StepsBlock
from services.forms.models.form_checks import name_blanks, problems_of
from services.forms.models.panels import NamesPanel
from services.models import ServicePage


class ServiceFormPage(BasePage):
    """The steps between "owner of the dossier" and "papers". It has no address: citizens meet it when they file."""

    has_address = False

    steps = StreamField(StepsBlock(), verbose_name=_("steps of the form"), blank=True)

    content_panels = [
        FieldPanel("title", help_text=_("Only editors see it. Good: Biểu mẫu tách thửa đất. Bad: Form 1")),
        HelpPanel(
            content=with_manual_link(
                _(
                    "Every form already asks who files, whose application it is, for every document of the service, "
                    "and how the result is received. Add only what the officer needs besides. Ask nothing the office "
                    "already knows or no rule asks for."
                ),
                "bieu-mau-truc-tuyen",
            )
        ),
        FieldPanel("steps"),
        NamesPanel(heading=_("Names to use")),
    ]
    edit_handler = TabbedInterface(
        [
            ObjectList(content_panels, heading=_("Main information")),
            ObjectList(BasePage.settings_panels, heading=_("Settings")),
        ]
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

    def minimal_clean(self) -> None:
        super().minimal_clean()
        name_blanks(self)

    def content_problems(self) -> list[Problem]:
        return problems_of(self)

    def follow_publication(self, user: AbstractBaseUser | None) -> None:
        """Freeze the form that is now public; one that waits for its day, or whose service is not public, is not."""
        super().follow_publication(user)
        page = type(self).objects.live().filter(pk=self.pk).first()
        if page is not None and page.service and page.service.live:
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

    @property
    def default_preview_mode(self) -> str:
        """The first step; of a form that was never saved the whole, whatever steps it is going to have."""
        return self.preview_modes[0][0] if self.pk else ""

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        shown: HttpResponse = self.show_preview(self, request, mode_name)
        return shown
