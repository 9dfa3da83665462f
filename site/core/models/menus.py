"""The menu and the columns of the footer, as editors keep them."""

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, HelpPanel, MultiFieldPanel
from wagtail.fields import StreamField

from core.menu_blocks import MenuEntryBlock


def entries(name: str | Promise) -> StreamField:
    return StreamField([("entry", MenuEntryBlock())], verbose_name=name, blank=True, collapsed=True)


class Menus(models.Model):
    """Left blank, a menu shows what the portal has: the lists below the home page and its own parts."""

    main_menu = entries(_("main menu"))
    first_heading = models.CharField(_("heading"), max_length=60, blank=True)
    first_heading_en = models.CharField(_("heading in English"), max_length=60, blank=True)
    first_column = entries(_("entries"))
    second_heading = models.CharField(_("heading"), max_length=60, blank=True)
    second_heading_en = models.CharField(_("heading in English"), max_length=60, blank=True)
    second_column = entries(_("entries"))

    menu_panels = [
        HelpPanel(
            content=_(
                "Drag entries into the order readers see. An entry can be switched off for a while. One whose page is "
                "not published, or is private, does not show. While a menu has no entry at all, the portal fills it by "
                "itself with its main lists. The quick links of the footer are kept under Links and banners."
            )
        ),
        HelpPanel(template="core/admin/menu_versions_link.html"),
        FieldPanel("main_menu"),
        MultiFieldPanel(["first_heading", "first_heading_en", "first_column"], heading=_("First column of the footer")),
        MultiFieldPanel(
            ["second_heading", "second_heading_en", "second_column"], heading=_("Second column of the footer")
        ),
    ]

    class Meta:
        abstract = True
