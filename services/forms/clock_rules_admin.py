"""The numbers of the clock in the admin: administrators alone, for every return date hangs on them."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.admin.viewsets.model import ModelViewSet

from accounts.models import User
from services.forms.models import ClockRow
from services.forms.officers_admin import AdministratorsAlone


class KeepsTheLast(AdministratorsAlone):
    """The last row of a kind stays: without it no date could be worked out."""

    def user_has_permission_for_instance(self, user: User, action: str, instance: ClockRow) -> bool:
        return self.user_has_permission(user, action) and not (action == "delete" and instance.is_last)


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
    permission_policy = KeepsTheLast(ClockRow)
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
