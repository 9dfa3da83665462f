"""Cases (trường hợp) of a service, and the rows that hold for one of them."""

from collections.abc import Iterable

from django.db import models
from django.forms import HiddenInput
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel

from core.i18n import facts
from services.models.parts import ServicePart
from services.rules.cases import MAX_LENGTH, new_key


class ServiceCase(ServicePart):
    """One case of a service, by which its papers, fees and time limits may differ.

    `key` never changes: addresses, drafts of citizens and partners name the case by it. The name may.
    """

    page = ParentalKey("services.ServicePage", on_delete=models.CASCADE, related_name="cases")
    key = models.SlugField(_("key"), max_length=MAX_LENGTH, blank=True, db_index=False)
    name = models.CharField(
        _("name"), max_length=300, help_text=_("As citizens say it. Example: Người khác nộp thay. It may be renamed.")
    )

    panels = [FieldPanel("name"), FieldPanel("key", widget=HiddenInput, classname="w-hidden")]
    override_translatable_fields = facts("key")

    class Meta(ServicePart.Meta):
        verbose_name = _("case")
        verbose_name_plural = _("cases")


class OfCase(models.Model):
    """A row that holds in one case of its service, or in every one."""

    case_key = models.SlugField(
        _("case"), max_length=MAX_LENGTH, blank=True, db_index=False, help_text=_("Blank = always.")
    )

    class Meta:
        abstract = True

    _case: str | None = None

    @property
    def case(self) -> str:
        """The name of its case, "" when it holds in every case. Who reads many rows tells them (`tell_cases`)."""
        if self._case is None and self.case_key:
            return case_names(self.page.cases.all()).get(self.case_key, self.case_key)  # type: ignore[attr-defined]
        return self._case or ""

    @case.setter
    def case(self, name: str) -> None:
        self._case = name


def case_names(cases: Iterable[ServiceCase]) -> dict[str, str]:
    """Return the names of cases by their keys, in the editor's order."""
    return {case.key: case.name for case in cases}


def tell_cases(rows: Iterable[OfCase], cases: Iterable[ServiceCase]) -> None:
    """Tell rows of one page the names of their cases; a case that is gone is told by its key."""
    names: dict[str, str] | None = None
    for row in rows:
        if row.case_key:
            names = case_names(cases) if names is None else names
            row.case = names.get(row.case_key, row.case_key)


def give_keys(cases: Iterable[ServiceCase]) -> None:
    """Give every case without a key one of its own; of two with one key the later one gets another."""
    cases = list(cases)
    taken = {case.key for case in cases if case.key}
    seen: set[str] = set()
    for case in cases:
        if not case.key or case.key in seen:
            case.key = new_key(case.name, taken)
        seen.add(case.key)
        taken.add(case.key)
