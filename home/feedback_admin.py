"""Feedback in the editors' area: read, filtered, exported, ticked off; never written there."""

from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django_filters import DateFromToRangeFilter
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.snippets.views.chooser import SnippetChooserViewSet
from wagtail.snippets.views.snippets import IndexView

from core.snippet_lists import SnippetList
from core.spreadsheets import SafeExport
from home.models import Feedback


class NobodyAdds(ModelPermissionPolicy):
    """The usual rights, but feedback comes from visitors alone."""

    def user_has_permission(self, user, action):
        return action != "add" and super().user_has_permission(user, action)


class FeedbackFilterSet(WagtailFilterSet):
    """What the list can be narrowed by."""

    created_at = DateFromToRangeFilter(label=capfirst(_("received")), widget=DateRangePickerWidget)

    class Meta:
        model = Feedback
        fields = ["handled", "kind", "useful", "language"]


class FeedbackIndexView(SafeExport, IndexView):
    """The list, which can be downloaded."""


class NoChooser(SnippetChooserViewSet):
    """A message is never part of a page. The list to choose from would be open to everybody who may enter the admin."""

    def get_urlpatterns(self):
        return []


class FeedbackViewSet(SnippetList):
    """What visitors say of the pages, the newest first."""

    model = Feedback
    icon = "comment"
    menu_label = _("Feedback")
    menu_order = 320
    add_to_admin_menu = True
    copy_view_enabled = False
    index_view_class = FeedbackIndexView
    chooser_viewset_class = NoChooser
    permission_policy = NobodyAdds(Feedback)
    list_display = ["__str__", "useful", "comment", "language", "created_at", "handled"]
    filterset_class = FeedbackFilterSet
    search_fields = ["path", "comment"]
    ordering = ["-created_at", "-pk"]
    list_export = ["created_at", "path", "language", "get_kind_display", "useful", "comment", "handled"]
    export_headings = {"get_kind_display": _("kind")}
    export_filename = "gop-y"
