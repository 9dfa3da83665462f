"""How an editor names cases and chooses one: from the names in the open form (static/cases.js), saved or not."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Model
from django.forms import Media, Select
from django.utils.translation import gettext_lazy as _
from wagtail.admin.compare import TextFieldComparison
from wagtail.admin.panels import FieldPanel
from wagtail.admin.panels.base import get_form_for_model
from wagtail.admin.telepath import register

from core.draft_forms import DraftRowForm
from core.rows.formset import RowFormSet
from core.rows.panel import RowPanel
from services.models.cases import OfCase, give_keys, tell_cases


class CaseComparison(TextFieldComparison):
    """Two versions of a row told by the names of their cases."""

    def __init__(self, field: Any, obj_a: Any, obj_b: Any) -> None:  # noqa: ANN401 (as Wagtail's own)
        super().__init__(field, obj_a, obj_b)
        self.val_a, self.val_b = obj_a.case, obj_b.case


class CasePanel(FieldPanel):
    """The case of a row, chosen by its name: those that are saved, and with JavaScript those in the open form."""

    def __init__(self, field_name: str, **kwargs: Any) -> None:
        chosen_from_form = Select(attrs={"data-case-choice": _("not in the list any more")})
        super().__init__(field_name, **{"widget": chosen_from_form, **kwargs})

    def get_comparison_class(self) -> type[CaseComparison]:
        return CaseComparison

    @register
    class BoundPanel(FieldPanel.BoundPanel):
        """The choice in one row."""

        telepath_adapter_name = "wagtail.panels.FieldPanel"

        def get_editable_context_data(self) -> dict[str, Any]:
            chosen = str(self.bound_field.value() or "")
            self.bound_field.field.widget.choices = list(_choices(self.instance, chosen).items())
            return super().get_editable_context_data()


def _choices(row: Any, chosen: str) -> dict[str, Any]:  # noqa: ANN401 (a row that may not have its page yet)
    """Return the saved cases by their keys, and the one that is chosen, which may be gone."""
    names = row.names_of_cases if row.is_told or row.page_id else {}
    return {"": _("Every case"), **names} | ({} if chosen in ("", *names) else {chosen: chosen})


def tell_cases_of_form(form: Any, rows: Iterable[OfCase]) -> None:  # noqa: ANN401 (the form of a page)
    """Tell the rows of an open form the names of the cases in it."""
    tell_cases(rows, [row.instance for row in form.formsets["cases"].forms])


class CaseRowForm(DraftRowForm):
    """The form of a case. Its key comes from the browser, so that rows can choose a case that is not saved yet; once it
    was published it is settled.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        case = self.instance
        if "key" in self.fields and case.pk and case.key and case.page.first_published_at:
            self.fields["key"].disabled = True


class CaseFormSet(RowFormSet):
    """The cases as they come back, each with a key."""

    def save(self, commit: bool = True) -> list[Model]:
        saved = super().save(commit=False)
        give_keys(self.instance.cases.all())
        if commit:
            self.instance.cases.commit()
        return saved


class CaseRowsPanel(RowPanel):
    """The cases of the page as rows, with a word about rows whose case was taken out."""

    def get_form_options(self) -> dict[str, Any]:
        options = super().get_form_options()
        rows = options["formsets"][self.relation_name]
        deferred = self.child_edit_handler.get_form_options().get("defer_required_on_fields", [])
        rows["form"] = get_form_for_model(
            self.db_field.related_model, form_class=CaseRowForm, defer_required_on_fields=deferred
        )
        rows["formset"] = CaseFormSet
        return options

    @register
    class BoundPanel(RowPanel.BoundPanel):
        """The cases in one form."""

        template_name = "services/admin/cases.html"
        telepath_adapter_name = "wagtail.panels.InlinePanel"

        @property
        def media(self) -> Media:
            return super().media + Media(js=["cases.js"])
