"""The numbers of the clock in the admin: administrators alone, for every return date hangs on them."""

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic import DeleteView
from wagtail.admin.viewsets.model import ModelViewSet

from services.forms.models import ClockRow
from services.forms.officers_admin import AdministratorsAlone


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
    delete_view_class = DeleteRowView
    list_display = [
        "key",
        "value",
        "valid_from",
        "service",
        "law",
        "article",
        Column("certainty", label=_("how sure it is"), accessor="get_certainty_display"),
    ]
    list_filter = ["key", "certainty"]
    ordering = ["key", "-valid_from"]
