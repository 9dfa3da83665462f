"""Deputies in the admin: an approver names who stands in; communications and administrators do it for anybody."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.admin.views.generic import EditView
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permission_policies import ModelPermissionPolicy

from accounts.groups import ADMIN
from accounts.models import User
from departments.models import DepartmentGroups, Deputy
from departments.ownership.approvers import acts_everywhere


def all_approvers() -> QuerySet[User]:
    """Return everybody who approves for some department."""
    groups = DepartmentGroups.objects.values("approvers")
    return User.objects.filter(groups__in=groups, is_active=True).distinct().order_by("email")


def staff() -> QuerySet[User]:
    """Return everybody who may enter the admin."""
    app_label, codename = ADMIN.split(".")
    right = {"codename": codename, "content_type__app_label": app_label}
    by_group = Q(**{f"groups__permissions__{name}": value for name, value in right.items()})
    people = User.objects.filter(by_group | Q(is_superuser=True), is_active=True)
    return people.distinct().order_by("email")


class DeputiesPolicy(ModelPermissionPolicy):
    """Approvers name and change their own deputies; whoever acts everywhere does it for all, and removes them."""

    def user_has_permission(self, user: User, action: str) -> bool:
        if not user.is_active:
            return False
        return acts_everywhere(user) or (action != "delete" and all_approvers().filter(pk=user.pk).exists())

    def user_has_any_permission(self, user: User, actions: Iterable[str]) -> bool:
        """Whoever may remove deputies may do everything else with them."""
        return self.user_has_permission(user, "change" if set(actions) - {"delete"} else "delete")

    def user_has_permission_for_instance(self, user: User, action: str, instance: Deputy) -> bool:
        is_own = acts_everywhere(user) or instance.approver_id == user.pk
        return is_own and self.user_has_permission(user, action)

    def user_has_any_permission_for_instance(self, user: User, actions: Iterable[str], instance: Deputy) -> bool:
        return any(self.user_has_permission_for_instance(user, action, instance) for action in actions)


class DeputyForm(WagtailAdminModelForm):
    """Who is away, who stands in, from when to when; an approver names a deputy for himself alone.

    The admin writes what the form's class offers into the page, so the class offers nobody.
    """

    approver = forms.ModelChoiceField(queryset=User.objects.none(), label=_("approver who is away"))
    deputy = forms.ModelChoiceField(queryset=User.objects.none(), label=_("deputy"))

    class Meta:
        model = Deputy
        fields = ["approver", "deputy", "starts_on", "ends_on"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        approvers = all_approvers()
        if not acts_everywhere(self.for_user):
            approvers = approvers.filter(pk=self.for_user.pk)
            self.initial["approver"] = self.for_user.pk
        self.fields["approver"].queryset = approvers
        self.fields["deputy"].queryset = staff()


class DeputyEditView(EditView):
    """Opens for the deputies of one's own absence; Wagtail asks of the kind alone."""

    def get_object(self, queryset: QuerySet[Deputy] | None = None) -> Deputy:
        deputy: Deputy = super().get_object(queryset)
        if not self.user_has_permission_for_instance("change", deputy):
            raise PermissionDenied
        return deputy


class DeputiesViewSet(ModelViewSet):
    """Deputies, the latest first."""

    model = Deputy
    name = "deputies"
    url_prefix = "deputies"
    icon = "user"
    menu_label = _("Deputies of approvers")
    menu_order = 690
    add_to_settings_menu = True
    copy_view_enabled = False
    inspect_view_enabled = False
    edit_view_class = DeputyEditView
    permission_policy = DeputiesPolicy(Deputy)
    list_display = ["approver", "deputy", "starts_on", "ends_on"]
    ordering = ["-ends_on", "pk"]

    def get_form_class(self, for_update: bool = False) -> type[DeputyForm]:
        return DeputyForm
