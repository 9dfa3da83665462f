"""What every portal owes its readers and this one does not say yet: standing pages that are not published."""

from django.urls import reverse
from django.utils.translation import gettext as _

from home.desk.lines import LATE, Block, Line, edit_url
from home.standing_pages import unpublished


def missing_pages() -> Block:
    """Return the standing pages that readers do not find, each with where it is written."""
    lines = []
    for role, page in unpublished():
        address = edit_url(page) if page else reverse("wagtailadmin_explore_root")
        detail = (
            _("A draft: write what is true of this portal, then publish it.")
            if page
            else _("The page was deleted. The command setup_portal makes it again as a draft.")
        )
        lines.append(Line(str(role.label), address, detail, _("not published"), LATE))
    return Block("standing_pages", _("Pages every portal needs"), len(lines), lines)
