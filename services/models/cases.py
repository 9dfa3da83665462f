"""Cases (trường hợp) of a service, and the rows that hold for one of them."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import models
from django.db.models.functions import Coalesce
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
    _names: Mapping[str, str] | None = None

    @property
    def case(self) -> str:
        """The name of its case, "" when it holds in every case; a case that is gone is told by its key."""
        if self._case is not None:
            return self._case
        return self.names_of_cases.get(self.case_key, self.case_key) if self.case_key else ""

    @case.setter
    def case(self, name: str) -> None:
        self._case = name

    @property
    def is_told(self) -> bool:
        return self._names is not None

    @property
    def names_of_cases(self) -> Mapping[str, str]:
        """The names of the cases of its page, by key. Who reads many rows tells them before (`tell_cases`)."""
        return case_names(self.page.cases.all()) if self._names is None else self._names  # type: ignore[attr-defined]


def case_names(cases: Iterable[ServiceCase]) -> dict[str, str]:
    """Return the names of cases by their keys, in the editor's order."""
    return {case.key: case.name for case in cases}


def tell_cases(rows: Iterable[OfCase], cases: Iterable[ServiceCase]) -> None:
    """Tell rows of one page the names of its cases, which are read only when a row is of one."""
    rows = list(rows)
    if any(row.case_key for row in rows):
        names = case_names(cases)
        for row in rows:
            row._names = names


def rows_with_cases(page: Any, kind: str) -> list[Any]:  # noqa: ANN401 (a service; it names this module)
    """Return the rows of one kind, told the names of their cases: of a stored page in one query."""
    rows = getattr(page, kind).all()
    if isinstance(rows, models.QuerySet):
        case = ServiceCase.objects.filter(page=models.OuterRef("page"), key=models.OuterRef("case_key"))
        name = Coalesce(models.Subquery(case.values("name")[:1]), "case_key", output_field=models.CharField())
        rows = list(rows.annotate(told=name))
        for row in rows:
            row.case = row.told
    else:
        rows = list(rows)
        tell_cases(rows, page.cases.all())
    return rows


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
