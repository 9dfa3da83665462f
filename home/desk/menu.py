"""Entries of the editors' menu: the first one, with how many things wait for the person; the translators' list."""

from django.http import HttpRequest
from django.utils.translation import ngettext
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.sidebar import LinkMenuItem

from home.desk.my_work import work_of
from home.desk.translation_queue import may_translate


class MyWorkItem(MenuItem):
    """Tells the number to eyes and to ears."""

    def render_component(self, request: HttpRequest) -> LinkMenuItem:
        """Menu items are kept between requests, what they show is not."""
        count, attributes = work_of(request).count, {}
        if count:
            things = ngettext("%(count)d thing waits", "%(count)d things wait", count) % {"count": count}
            attributes = {"data-count": str(count), "aria-label": f"{self.label}, {things}"}
        return LinkMenuItem(self.name, self.label, self.url, icon_name=self.icon_name, attrs=attributes)


class TranslationsItem(MenuItem):
    """Leads translators to what waits for them."""

    def is_shown(self, request: HttpRequest) -> bool:
        return may_translate(request.user)  # type: ignore[arg-type]  # nobody else gets into the admin
