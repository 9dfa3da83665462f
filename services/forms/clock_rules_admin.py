"""The numbers of the clock in the admin: administrators alone, for every return date hangs on them."""

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.admin.panels import ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic import CreateView, DeleteView
from wagtail.admin.viewsets.model import ModelViewSet

from services.forms.models import ClockRow
from services.forms.officers_admin import AdministratorsAlone
from services.forms.rules.clock_values import NAMED_VALUES, ClockKey, value_help


class ClockRowForm(WagtailAdminModelForm):
    """A value is chosen where the rule knows few, and typed where it is a number or an hour."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        value, key = self.fields["value"], self.data.get("key") or self.instance.key
        value.help_text = value_help(key)
        if named := NAMED_VALUES.get(key):
            value.widget = forms.Select(choices=[*named.items()])


class CreateRowView(CreateView):
    """Ask first what the row is about: what can be said depends on it."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.GET.get("key") in ClockKey:
            form: HttpResponse = super().get(request, *args, **kwargs)
            return form
        context = {"title": self.get_page_subtitle(), "kinds": ClockKey.choices, "icon": self.header_icon}
        return render(request, "services/forms/admin/clock_kinds.html", context)

    def get_initial_form_instance(self) -> ClockRow:
        return ClockRow(key=self.request.GET.get("key", ""))


class DeleteRowView(DeleteView):
    """Take a row away, unless it is the last of its kind: without it no date could be worked out."""

    def get_object(self, queryset: QuerySet[ClockRow] | None = None) -> ClockRow:
        found: ClockRow = super().get_object(queryset)
        if found.is_last:
            raise PermissionDenied
        return found


class ClockRowViewSet(ModelViewSet):
    """What holds from which day on, by which law. Accepted applications keep what held when they were accepted."""

    model = ClockRow
    name = "clock_rules"
    url_prefix = "clock-rules"
    icon = "time"
    menu_label = _("Rules of the clock")
    menu_order = 710
    add_to_settings_menu = True
    copy_view_enabled = False
    inspect_view_enabled = False
    permission_policy = AdministratorsAlone(ClockRow)
    edit_handler = ObjectList(ClockRow.panels, base_form_class=ClockRowForm)
    add_view_class = CreateRowView
    delete_view_class = DeleteRowView
    list_display = [
        "key",
        Column("value_label", label=_("Value")),
        "valid_from",
        "service",
        "law",
        "article",
        Column("certainty", label=_("How sure it is"), accessor="get_certainty_display"),
    ]
    list_filter = ["key", "certainty"]
    ordering = ["key", "-valid_from"]
