"""Words of citizens in the editors' menu, and the report of what was asked of the search."""

from django.urls import URLPattern, path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.snippets.models import register_snippet

from search.editing.asked_view import AskedMenuItem, asked_report
from search.editing.entries import LexiconEntryViewSet
from search.editing.other_name import other_name

register_snippet(LexiconEntryViewSet)


@hooks.register("register_admin_urls")
def search_urls() -> list[URLPattern]:
    return [
        path("tim-kiem/", asked_report, name="search_asked"),
        path("tim-kiem/ten-goi-khac/", other_name, name="search_other_name"),
    ]


@hooks.register("register_reports_menu_item")
def asked_of_the_search() -> MenuItem:
    return AskedMenuItem(
        _("Asked of the search"), reverse_lazy("search_asked"), name="search-asked", icon_name="search"
    )
