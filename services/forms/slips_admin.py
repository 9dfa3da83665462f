"""The words of slips in the editors' menu: each kind, with the legal basis and the day from which it is in force."""

from django.utils.translation import gettext_lazy as _

from core.snippet_lists import SnippetList
from services.forms.models import SlipTemplate


class SlipTemplateViewSet(SnippetList):
    """Changing them changes what is issued from then on, never what was issued."""

    model = SlipTemplate
    icon = "doc-full"
    add_to_admin_menu = True
    menu_label = _("Texts of slips")
    menu_order = 320
    list_display = ["__str__", "legal_basis", "in_force_from"]
    list_filter = ["kind"]
    search_fields = ["title", "legal_basis"]
    ordering = ["kind", "-in_force_from"]
