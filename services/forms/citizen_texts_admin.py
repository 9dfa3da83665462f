"""Texts for citizens in the admin: who may publish a service writes them for it, Communications for every service."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import URLPattern
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic import DeleteView, EditView, IndexView
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permission_policies.pages import PagePermissionPolicy

from accounts.models import User
from core.admin_visibility import choosable
from core.i18n import reader_language
from services.forms.messages.registry import NOTIFICATIONS
from services.forms.models import CitizenText
from services.forms.models.citizen_text import PARAGRAPHS, CitizenTextQuerySet, original_page
from services.forms.rules.transitions import TRANSITIONS
from services.forms.rules.workflow import NEXT_STEP_TEXT, State
from services.forms.submissions.citizen_texts import OBJECTION, about_state, about_transition
from services.forms.submissions.objections import built_in
from services.models import ServicePage
from services.models.querysets import ServiceQuerySet


def happenings() -> dict[str, str]:
    """Return what may have happened, by the name a text gives it; the built-in sentence tells which it is."""
    told = [spec for spec in TRANSITIONS.values() if not spec.is_internal]
    return {about_transition(spec.name): str(spec.citizen_text) for spec in told}


def states() -> dict[str, str]:
    """Return where a dossier may stand and what comes next; a draft says so in its own page."""
    return {
        about_state(state): f"{state.label}: {words}" for state, words in NEXT_STEP_TEXT.items() if state != State.DRAFT
    }


def rights() -> dict[str, str]:
    """Return what is said of the rights of whoever does not agree, in letters and slips of a refusal."""
    return {OBJECTION: built_in(reader_language())}


class ServicesPolicy(ModelPermissionPolicy):
    """The permission on the model holds for every text. Without it: the texts of the services one may publish."""

    def has_all(self, user: User, action: str) -> bool:
        """Return whether the person may do this with every text."""
        return bool(super().user_has_permission(user, action))

    def services_of(self, user: User) -> ServiceQuerySet:
        """Return the services one may publish: these words reach citizens without a draft."""
        pages = PagePermissionPolicy().instances_user_has_permission_for(user, "publish")
        return ServicePage.objects.filter(pk__in=pages.values("pk"))

    def texts_of(self, user: User) -> CitizenTextQuerySet:
        """Return the texts one may write."""
        if self.has_all(user, "change"):
            return CitizenText.objects.all()
        return CitizenText.objects.filter(service__in=self.services_of(user))

    def user_has_permission(self, user: User, action: str) -> bool:
        return self.has_all(user, action) or (user.is_active and self.services_of(user).exists())

    def user_has_any_permission(self, user: User, actions: Iterable[str]) -> bool:
        return any(self.user_has_permission(user, action) for action in actions)

    def user_has_permission_for_instance(self, user: User, action: str, instance: CitizenText) -> bool:
        return self.has_all(user, action) or self.texts_of(user).filter(pk=instance.pk).exists()

    def user_has_any_permission_for_instance(self, user: User, actions: Iterable[str], instance: CitizenText) -> bool:
        return any(self.user_has_permission_for_instance(user, action, instance) for action in actions)


POLICY = ServicesPolicy(CitizenText)


class CitizenTextForm(WagtailAdminModelForm):
    """What is written about is chosen by the sentence it stands in the place of.

    The admin writes what the form's class offers into the page: services are offered by the form of a person.
    """

    service = CitizenText._meta.get_field("service").formfield(queryset=ServicePage.objects.none())
    about = forms.ChoiceField(label=gettext_lazy("In the place of"))

    class Meta:
        model = CitizenText
        fields = ["service", "about", "words", "letter", "words_en", "letter_en"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        groups = ((_("What happened"), happenings()), (_("What comes next"), states()), (_("How to object"), rights()))
        self.fields["service"].queryset = choosable(self.for_user, ServicePage.objects.all())
        self.fields["about"].choices = [(name, [*texts.items()]) for name, texts in groups]

    def clean_service(self) -> ServicePage | None:
        chosen: ServicePage | None = self.cleaned_data["service"]
        service = original_page(chosen) if chosen else None
        if POLICY.has_all(self.for_user, "change"):
            return service
        if service is None:
            raise ValidationError(_("Choose a service: texts for every service are written by Communications."))
        if not POLICY.services_of(self.for_user).filter(pk=service.pk).exists():
            raise ValidationError(_("You may not publish this service, so you may not write texts for it."))
        return service

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        has_letter = {OBJECTION, *(about_transition(name) for name in NOTIFICATIONS)}
        for name in PARAGRAPHS:
            if cleaned.get(name) and cleaned.get("about") not in has_letter:
                self.add_error(name, _("No mail is sent about this."))
        return cleaned


class AboutColumn(Column):
    """The sentence a text stands in the place of."""

    def get_value(self, instance: CitizenText) -> str:
        known: dict[str, str] = self.__dict__.setdefault("known", {})
        if not known:
            known.update({**happenings(), **states(), **rights()})
        return known.get(instance.about, instance.about)


class TextsView(IndexView):
    """The texts one may write, and no others."""

    def get_base_queryset(self) -> CitizenTextQuerySet:
        return POLICY.texts_of(self.request.user).select_related("service")


class OwnText:
    """Whichever way leads to a text: who may not write it is turned away."""

    def get_object(self, queryset: CitizenTextQuerySet | None = None) -> CitizenText:
        found: CitizenText = super().get_object(queryset)  # type: ignore[misc]  # Wagtail's views bring it
        if not POLICY.user_has_permission_for_instance(self.request.user, "change", found):  # type: ignore[attr-defined]
            raise PermissionDenied
        return found


class EditTextView(OwnText, EditView):
    """Change a text."""


class DeleteTextView(OwnText, DeleteView):
    """Take a text away; the built-in sentence stands again."""


class CitizenTextsViewSet(ModelViewSet):
    """List, add, edit, delete; Wagtail's further ways to a row do not ask whose it is, so there are none."""

    model = CitizenText
    name = "citizen_texts"
    url_prefix = "citizen-texts"
    icon = "openquote"
    menu_order = 320
    add_to_admin_menu = True
    copy_view_enabled = False
    inspect_view_enabled = False
    permission_policy = POLICY
    index_view_class = TextsView
    edit_view_class = EditTextView
    delete_view_class = DeleteTextView
    list_display = [
        Column("service", label=gettext_lazy("Service"), accessor=lambda text: text.service or _("all services")),
        AboutColumn("about", label=gettext_lazy("In the place of")),
        Column("words", label=gettext_lazy("sentence, in Vietnamese")),
    ]
    search_fields = ["words", "words_en", "letter", "letter_en", "service__title"]
    ordering = ["about", "pk"]

    def get_form_class(self, for_update: bool = False) -> type[CitizenTextForm]:
        return CitizenTextForm

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_common_view_kwargs(**kwargs), "history_url_name": None, "usage_url_name": None}

    def get_urlpatterns(self) -> list[URLPattern]:
        kept = ("index", "index_results", "add", "edit", "delete")
        return [pattern for pattern in super().get_urlpatterns() if pattern.name in kept]
