"""The bulk action that changes fields of many services: what to change, what becomes of each page, done."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin.views.pages.bulk_actions.page_bulk_action import PageBulkAction
from wagtail.models import Page

from core.admin_lists import VisibleAlone
from core.publication_doors import refusal_of
from services.editing.change_form import ChangesForm
from services.editing.change_plan import PlannedPage, Then, carry_out, plan

MOST = 200
"""Pages at once: each is written, and perhaps published, before the answer comes."""


class ChangeFields(VisibleAlone, PageBulkAction):
    """Shows what would become of each page before anything is written; one that refuses keeps no other back."""

    display_name = gettext_lazy("Change fields")
    aria_label = gettext_lazy("Change fields of the selected services")
    action_type = "change_fields"
    action_priority = 40
    template_name = "services/admin/change_fields.html"
    form_class = ChangesForm

    def check_perm(self, page: Page) -> bool:
        return bool(page.permissions_for_user(self.request.user).can_edit())

    def form_valid(self, form: ChangesForm) -> HttpResponse:
        """Answer the preview, and once that was confirmed, do it: every page in transactions of its own."""
        pages, _refused = self.get_actionable_objects()
        if len(pages) > MOST:
            form.add_error(
                None, _("These are %(count)d pages. Choose at most %(most)d.") % {"count": len(pages), "most": MOST}
            )
            return self.form_invalid(form)
        planned = list(plan(pages, form.changes(), Then(form.cleaned_data["then"]), self.request.user))
        if "confirmed" not in self.request.POST:
            return self.render_to_response(self.get_context_data(form=form, planned=planned))
        for one in planned:
            carry_out(one, self.request.user)
        self._tell(planned)
        return HttpResponseRedirect(self.next_url)

    def get_context_data(self, **more: Any) -> dict[str, Any]:
        planned: list[PlannedPage] = more.get("planned", [])
        return {**super().get_context_data(**more), "count": sum(one.is_changed for one in planned)}

    def _tell(self, planned: list[PlannedPage]) -> None:
        changed = [one for one in planned if one.is_changed]
        words = ngettext("%(count)d page changed", "%(count)d pages changed", len(changed)) % {"count": len(changed)}
        ends = [(then, sum(one.then is then for one in changed)) for then in Then]
        told = ", ".join(f"{count} {then.label}" for then, count in ends if count)
        (messages.success if changed else messages.info)(self.request, f"{words}: {told}." if told else f"{words}.")
        for one in planned:
            if one.problems:
                messages.error(self.request, refusal_of(one.page, one.problems))
