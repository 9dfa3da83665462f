"""Officers in the admin: an administrator says who works for which department, and in what role."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.admin.ui.tables import Column
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permission_policies import ModelPermissionPolicy

from accounts.models import User
from services.forms.models import Officer, OfficerRole
from services.forms.models.officer import department_choices, department_names


class AdministratorsAlone(ModelPermissionPolicy):
    """Who gives offices decides who reads citizens' dossiers: no group can be given that."""

    def user_has_permission(self, user: User, action: str) -> bool:
        return bool(user.is_active and user.is_superuser)

    def user_has_any_permission(self, user: User, actions: Iterable[str]) -> bool:
        return self.user_has_permission(user, "")


class OfficerForm(WagtailAdminModelForm):
    """The person is named by e-mail address: a list to choose from would show every citizen's."""

    email = forms.EmailField(label=gettext_lazy("E-mail address of the account"))
    department = forms.ChoiceField(label=gettext_lazy("Department"), required=False)

    class Meta:
        model = Officer
        fields = ["role"]

    field_order = ["email", "department", "role"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["department"].choices = [("", "–"), *department_choices()]
        if self.instance.pk:
            self.initial["email"] = self.instance.user.email
            self.initial["department"] = str(self.instance.department_key or "")

    def clean_email(self) -> str:
        email: str = self.cleaned_data["email"]
        user = User.objects.with_email(email).filter(is_active=True).first()
        if user is None:
            raise ValidationError(_("There is no active account with this address."))
        self.instance.user = user
        return email

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        department, role = cleaned.get("department") or None, cleaned.get("role")
        if role == OfficerRole.SUPERVISOR and department:
            self.add_error("department", _("A supervisor belongs to no department."))
        elif role and role != OfficerRole.SUPERVISOR and not department:
            self.add_error("department", _("Choose the department."))
        self.instance.department_key = department
        if not self.errors and self._is_double(role, department):
            raise ValidationError(_("This person has this office already."))
        return cleaned

    def _is_double(self, role: str | None, department: str | None) -> bool:
        same = Officer.objects.filter(user=self.instance.user, role=role, department_key=department)
        return bool(same.exclude(pk=self.instance.pk).exists())


class DepartmentColumn(Column):
    """The name of the department; all names are read once for a list."""

    def get_value(self, instance: Officer) -> str:
        names: dict[str, str] = self.__dict__.setdefault("names", department_names())
        return names.get(str(instance.department_key), "–")


class OfficersViewSet(ModelViewSet):
    """The offices, by person; taking one away ends what the person may see at once."""

    model = Officer
    name = "officers"
    url_prefix = "officers"
    icon = "group"
    menu_label = gettext_lazy("Officers")
    menu_order = 700
    add_to_settings_menu = True
    copy_view_enabled = False
    inspect_view_enabled = False
    permission_policy = AdministratorsAlone(Officer)
    list_display = ["__str__", DepartmentColumn("department_key", label=gettext_lazy("Department"))]
    list_filter = ["role"]
    search_fields = ["user__email", "user__first_name", "user__last_name"]
    ordering = ["user__email", "pk"]

    def get_form_class(self, for_update: bool = False) -> type[OfficerForm]:
        return OfficerForm
