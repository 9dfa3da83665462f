"""A public service: one administrative procedure, as citizens, editors and partners meet it."""

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import IntegrityError, models, transaction
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.fields import RichTextField
from wagtail.models import Page, PageManager
from wagtail.search import index

from core.child_rows import rows_in_memory
from core.dotted_path import DottedPath
from core.i18n import IN_SOURCE_LANGUAGE, facts, words
from core.models import BasePage
from core.models.base_page import Reviewed
from core.problems import Problem
from core.procedure_codes import tidy
from core.publishing import PublicationRefused
from core.rows.references import without_lost_references
from core.text import fold
from departments.models import DepartmentPage
from services.models import addresses, panels
from services.models.cases import give_keys
from services.models.completeness import store_completeness
from services.models.english import ENGLISH_IN_SHORT, EnglishInShort
from services.models.gate_draft import gate_draft
from services.models.legal_standing import LegalStanding
from services.models.national import is_internal
from services.models.querysets import ServiceQuerySet
from services.models.row_kinds import PARTS
from services.models.stored_cases import with_cases
from services.rules import gate
from services.rules.choices import Level, OnlineScope, PartStatus
from services.rules.everyday_names import everyday_names

RICH_TEXT = ["bold", "link", "law", "ul", "ol"]
validate_procedure_code = RegexValidator(r"^\d\.\d{6}$", _("A procedure code looks like 1.004222."))


def part_status(verbose_name, help_text=""):
    """The editor's explicit word for a part without rows."""
    return models.CharField(
        verbose_name, max_length=15, choices=PartStatus, blank=True, default="", help_text=help_text
    )


class ServicePage(BasePage, Reviewed, LegalStanding, EnglishInShort):
    """An administrative procedure offered as a public service; it lives under the department that handles it today."""

    official_name = models.TextField(
        _("official name"), max_length=1200, help_text=_("The legal name, exactly as published.")
    )
    procedure_code = models.CharField(
        _("procedure code"),
        max_length=8,
        blank=True,
        validators=[validate_procedure_code],
        help_text=_("Example: 1.004222. Blank when the procedure has none."),
    )
    legacy_code = models.CharField(
        _("older code"), max_length=40, blank=True, help_text=_("Example: 1.004222.000.00.00.H56")
    )
    field = models.ForeignKey(
        "core.Field",
        verbose_name=_("field of administration"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="services",
    )
    alt_names = models.TextField(
        _("other names"), blank=True, default="", help_text=_("What citizens call it, one name a line. Example: sổ đỏ")
    )

    audiences = ParentalManyToManyField(
        "core.Audience",
        verbose_name=_("audiences"),
        blank=True,
        related_name="services",
        limit_choices_to=IN_SOURCE_LANGUAGE,
    )
    life_events = ParentalManyToManyField(
        "core.LifeEvent",
        verbose_name=_("life events"),
        blank=True,
        related_name="services",
        limit_choices_to=IN_SOURCE_LANGUAGE,
    )

    level = models.PositiveSmallIntegerField(
        _("level"),
        choices=Level,
        null=True,
        blank=True,
        help_text=_("Blank while not even level 1 is reached: “being completed”."),
    )
    online_scope = models.CharField(
        _("online scope"),
        max_length=10,
        choices=OnlineScope,
        blank=True,
        help_text=_("What the national record says, on the day it was captured. Blank = not looked up."),
    )
    online_scope_reason = models.CharField(
        _("why only partly online"), max_length=300, blank=True, help_text=_("As published; blank = not published.")
    )

    summary = models.CharField(_("summary"), max_length=300, blank=True)
    conditions = RichTextField(_("conditions"), blank=True, features=RICH_TEXT)
    conditions_status = part_status(_("if there are no conditions"))
    silence = RichTextField(_("if the office does not answer in time"), blank=True, features=RICH_TEXT)
    appeal = RichTextField(_("how to object"), blank=True, features=RICH_TEXT)

    documents_status = part_status(_("if no documents are listed"))
    templates_status = part_status(
        _("if no template is attached"), _("“Not prescribed” says that the law prescribes no form.")
    )
    fees_status = part_status(_("if no fees are listed"))
    results_status = part_status(_("if no result is listed"))
    payment_url = models.URLField(_("where the fee is paid online"), max_length=500, blank=True)
    result_in_person = models.BooleanField(_("result handed over at the counter"), default=False)
    result_online = models.BooleanField(_("result sent online"), default=False)
    result_by_post = models.BooleanField(_("result sent by post"), default=False)

    former_department = models.ForeignKey(
        "departments.DepartmentPage",
        verbose_name=_("former department"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="former_services",
        help_text=_("The department of the old portal that handled it; blank when it is the same as today."),
    )
    source_url = models.URLField(_("source"), max_length=500, blank=True)
    source_captured_on = models.DateField(_("captured from the source on"), null=True, blank=True)

    unique_slug = models.CharField(max_length=270, unique=True, editable=False)
    unique_code = models.CharField(  # noqa: DJ001 (NULLs are never equal: drafts share none)
        max_length=20, unique=True, null=True, editable=False
    )

    objects = PageManager.from_queryset(ServiceQuerySet)()

    CODES = ("procedure_code", "legacy_code")
    exclude_fields_in_copy = [*CODES, "slug", "unique_slug", "unique_code"]

    edit_handler = panels.edit_handler
    parent_page_types = ["departments.DepartmentPage"]
    subpage_types = ["service_forms.ServiceFormPage"]
    template = "services/service_page.html"
    presenter = DottedPath("services.pages.service_page.page_context")
    side_panel = DottedPath("services.editing.standing_panel.StandingPanel")

    search_fields = [
        *BasePage.search_fields,
        index.SearchField("procedure_code"),
        index.AutocompleteField("folded_codes"),
        index.FilterField("level"),
        index.FilterField("procedure_code"),
        index.FilterField("online_scope"),
        index.FilterField("field_id"),
    ]
    override_translatable_fields = [
        *facts(
            "procedure_code", "legacy_code", "field", "audiences", "life_events", "level", "online_scope",
            "conditions_status", "documents_status", "templates_status", "fees_status", "results_status", "payment_url",
            "result_in_person", "result_online", "result_by_post",
            "decision_number", "decision_date", "decision_issuer", "decision_url", "effective_from", "effective_to",
            "status", "replaced_by", "former_department", "source_url", "source_captured_on", "reviewed_on",
            "review_due", "official_name", "related_services", *ENGLISH_IN_SHORT,
        ),
        *words("alt_names"),
    ]  # fmt: skip

    api_fields = DottedPath("services.api.serializers.FIELDS")
    api_reading = DottedPath("services.api.reading.ServiceReading")

    class Meta:
        verbose_name = _("public service")
        verbose_name_plural = _("public services")
        indexes = [models.Index(fields=["level"]), models.Index(fields=["procedure_code"])]

    @classmethod
    def can_create_at(cls, parent: Page) -> bool:
        return bool(super().can_create_at(parent)) and not parent.specific.is_commune

    @cached_property
    def department(self) -> DepartmentPage | None:
        """The department this page lives under; ServiceQuerySet.with_departments fills it for many at once."""
        stem = self.path[: -self.steplen]
        return DepartmentPage.objects.filter(path=stem).select_related("locale").first() if stem else None

    @property
    def folded_codes(self) -> str:
        """Today's code and the older one as they are asked for in the editors' area."""
        return fold(f"{self.procedure_code} {self.legacy_code}")

    def searchable_words(self) -> list[str]:
        return [
            self.official_name,
            self.alt_names,
            *everyday_names(self.official_name),
            self.procedure_code,
            self.legacy_code,
            self.summary,
            self.search_description,
        ]

    def clean_fields(self, exclude=None):
        self._tidy()
        super().clean_fields(exclude)

    def minimal_clean(self):
        self._tidy()
        super().minimal_clean()
        addresses.check_slug(self)

    def clean(self):
        super().clean()
        addresses.check_slug(self)

    def unique_error_message(self, model_class, unique_check):
        """Say of the two columns nobody sees what they stand for."""
        problem = addresses.taken(self) if set(unique_check) & {"unique_code", "unique_slug"} else None
        return ValidationError(problem.message) if problem else super().unique_error_message(model_class, unique_check)

    def _tidy(self):
        self.procedure_code, self.legacy_code = tidy(self.procedure_code), tidy(self.legacy_code)
        give_keys(rows_in_memory(self, "cases") or ())

    def content_problems(self):
        if problem := addresses.code_problem(self):
            yield Problem(problem, "procedure_code")
        if is_internal(self.pk):
            yield Problem(_("An internal procedure between agencies is not published."), "procedure_code")
        yield from gate.problems(gate_draft(self))

    @classmethod
    def from_serializable_data(cls, data, check_fks=True, strict_fks=False):
        data = without_lost_references(with_cases(data), PARTS)
        return super().from_serializable_data(data, check_fks, strict_fks)

    @classmethod
    def slug_problem(cls, slug, locale, *, other_than=None):
        return addresses.slug_problem(cls, slug, locale, other_than=other_than)

    def copy(self, *, reset_translation_key=True, update_attrs=None, **kwargs):
        # a translation is the same procedure and keeps its codes; a copy of the editors' is another one
        own = {} if reset_translation_key else {name: getattr(self, name) for name in self.CODES}
        attributes = {**own, **(update_attrs or {})}
        return super().copy(reset_translation_key=reset_translation_key, update_attrs=attributes, **kwargs)

    def save(self, *args, **kwargs):
        # locale and slug live in Page's table, so these two columns carry the constraints that span both
        self._set_core_field_defaults()
        self.unique_slug, self.unique_code = addresses.unique_keys(self)
        if self.unique_code:
            addresses.release_code(self)
        try:
            with transaction.atomic():
                super().save(*args, **kwargs)
        except IntegrityError as error:  # somebody else took the code or the address since the gate was asked
            if taken := addresses.taken(self):
                raise PublicationRefused(self, [taken]) from error
            raise

    def save_revision(self, *args, **kwargs):
        revision = super().save_revision(*args, **kwargs)
        if not self.live:
            store_completeness([self], timezone.localdate())
        return revision

    def follow_publication(self, user):
        super().follow_publication(user)
        # this object may be the page as it was before
        published = ServicePage.objects.select_related("locale").filter(pk=self.pk)
        store_completeness(published, timezone.localdate())

    def get_url_parts(self, request=None):
        return addresses.flat_url_parts(self, request) or super().get_url_parts(request)

    def serve(self, request, *args, **kwargs):
        address = "" if getattr(request, "is_preview", False) else self.get_url(request)
        if address and request.path != address and not self.shown_instead:
            query = request.META.get("QUERY_STRING", "")
            return redirect(f"{address}?{query}" if query else address, permanent=True)
        return super().serve(request, *args, **kwargs)
