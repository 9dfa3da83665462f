"""Departments and the list of them."""

from django.contrib.auth.base_user import AbstractBaseUser
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.http import Http404
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldRowPanel, HelpPanel, MultiFieldPanel
from wagtail.api import APIField
from wagtail.fields import RichTextField
from wagtail.models import Page, PageManager
from wagtail.search import index

from core.dotted_path import DottedPath
from core.draft_panels import RowsPanel
from core.i18n import facts
from core.models import BasePage
from core.problems import Problem
from core.text import fold
from core.visibility import with_restriction
from departments.kinds import OF_COMMUNES, DepartmentKind
from departments.models.querysets import LISTED_DEPTH, DepartmentQuerySet


class DepartmentPage(BasePage):
    """A department, with the services it handles; a former one keeps its page and says what became of it."""

    short_name = models.CharField(_("short name"), max_length=40, blank=True, help_text=_("Example: LĐ-TB&XH"))
    old_name = models.CharField(
        _("name on the old portal"), max_length=200, blank=True, help_text=_("As the list of the old portal wrote it.")
    )
    unit_code = models.CharField(
        _("unit code"),
        max_length=20,
        blank=True,
        help_text=_("As given by the office, e.g. H56.17. Leave blank until it is given."),
    )
    kind = models.CharField(_("kind"), max_length=20, choices=DepartmentKind)
    area_name = models.CharField(
        _("ward or commune"),
        max_length=100,
        blank=True,
        help_text=_("Only for a single commune: its official name, e.g. Phường Hạc Thành."),
    )
    area_code = models.CharField(
        _("code of the ward or commune"),
        max_length=5,
        blank=True,
        help_text=_("As the statistics office lists it; it is not the unit code of the agency."),
    )
    functions = RichTextField(_("what it does"), blank=True, features=["bold", "link", "ul", "ol"])
    status_note = models.CharField(
        _("note on its status"),
        max_length=300,
        blank=True,
        help_text=_("Example: chưa có nguồn xác nhận việc sắp xếp."),
    )
    address = models.CharField(_("address"), max_length=300, blank=True)
    latitude = models.DecimalField(
        _("latitude"),
        max_digits=8,
        decimal_places=6,
        null=True,
        blank=True,
        validators=[MinValueValidator(-90), MaxValueValidator(90)],
    )
    longitude = models.DecimalField(
        _("longitude"),
        max_digits=9,
        decimal_places=6,
        null=True,
        blank=True,
        validators=[MinValueValidator(-180), MaxValueValidator(180)],
    )
    phone = models.CharField(_("phone"), max_length=40, blank=True)
    fax = models.CharField(_("fax"), max_length=40, blank=True)
    email = models.EmailField(_("e-mail address"), blank=True)
    website = models.URLField(_("website"), blank=True)
    valid_from = models.DateField(_("exists since"), null=True, blank=True)
    valid_to = models.DateField(_("existed until"), null=True, blank=True)
    is_former = models.BooleanField(_("no longer exists"), default=False)
    source_url = models.URLField(_("source"), max_length=500, blank=True)
    source_checked_on = models.DateField(_("source checked on"), null=True, blank=True)

    objects = PageManager.from_queryset(DepartmentQuerySet)()

    content_panels = [
        *BasePage.content_panels,
        FieldRowPanel(["short_name", "kind", "unit_code"]),
        FieldRowPanel(["area_name", "area_code"]),
        "old_name",
        "functions",
    ]
    contact_panels = [
        "address",
        FieldRowPanel(["latitude", "longitude"]),
        FieldRowPanel(["phone", "fax"]),
        FieldRowPanel(["email", "website"]),
        RowsPanel("opening_hours", heading=_("Opening hours"), label=_("Span")),
        RowsPanel("leaders", heading=_("Leaders"), label=_("Leader")),
    ]
    succession_panels = [
        HelpPanel(
            content=_(
                "A former department keeps its page. Say for each field of work who does it today; "
                "a field nobody names stays unknown."
            )
        ),
        MultiFieldPanel(
            [FieldRowPanel(["valid_from", "valid_to"]), "is_former", "status_note"], heading=_("Existence")
        ),
        RowsPanel("successions", heading=_("Successors"), label=_("Successor")),
        FieldRowPanel(["source_url", "source_checked_on"]),
    ]
    edit_handler = BasePage.tabs(
        (_("Main information"), content_panels),
        (_("Contact"), contact_panels),
        (_("Reorganisation"), succession_panels),
    )

    parent_page_types = ["departments.DepartmentIndexPage", "departments.DepartmentPage"]
    subpage_types = ["services.ServicePage", "departments.DepartmentPage"]
    template = "departments/department_page.html"
    presenter = DottedPath("departments.department_page.page_context")
    department_cache = DottedPath("departments.department_cache.department_cache")
    sync_after_commit = DottedPath("departments.ownership.sync.sync_after_commit")

    search_fields = [*BasePage.search_fields, index.FilterField("kind"), index.FilterField("unit_code")]
    api_fields = DottedPath("departments.serializers.FIELDS")
    api_reading = DottedPath("departments.serializers.DepartmentReading")
    override_translatable_fields = facts(
        "unit_code", "kind", "area_name", "area_code", "old_name", "address", "latitude", "longitude", "phone", "fax",
        "email", "website", "valid_from", "valid_to", "is_former", "source_url", "source_checked_on",
    )  # fmt: skip

    class Meta:
        verbose_name = _("department")
        verbose_name_plural = _("departments")

    @classmethod
    def can_create_at(cls, parent: Page) -> bool:
        return bool(super().can_create_at(parent)) and _takes_departments(parent)

    def can_move_to(self, parent: Page) -> bool:
        return bool(super().can_move_to(parent)) and _takes_departments(parent)

    @property
    def is_commune(self) -> bool:
        """Whether it is a single commune, below the department that keeps the services of all communes."""
        return int(self.depth or 0) > LISTED_DEPTH

    @property
    def area(self) -> str:
        """What citizens call it: the ward or commune where it is one."""
        return self.area_name or self.title

    def content_problems(self):
        if self.valid_from and self.valid_to and self.valid_to < self.valid_from:
            yield Problem(_("The last day must not be before the first."), "valid_to")
        for number, row in enumerate(self.opening_hours.all()):
            if row.opens and row.closes and row.closes <= row.opens:
                yield Problem(_("Closing time must be after opening time."), "opening_hours", number, "closes")

    @property
    def folded_title(self) -> str:
        """The name citizens look for; what all communes are called besides is found among the other words."""
        return fold(self.area) if self.is_commune else super().folded_title

    def searchable_words(self) -> list[str]:
        whole_name = self.title if self.is_commune else ""
        return [whole_name, self.short_name, self.old_name, self.unit_code, self.functions, self.status_note]

    def follow_publication(self, user: AbstractBaseUser | None) -> None:
        """Groups, rights and files follow what the department is called and what became of it."""
        super().follow_publication(user)
        self.sync_after_commit()

    def published_versions(self, request):
        return self.department_cache(request).versions(self.translation_key)


def _takes_departments(parent: Page) -> bool:
    """Only the list, and the department of the list that stands for all communes, have departments below them."""
    page = parent.specific
    return not isinstance(page, DepartmentPage) or (page.kind in OF_COMMUNES and not page.is_commune)


class DepartmentIndexPage(BasePage):
    """All departments of the province, today's and former ones."""

    introduction = RichTextField(_("introduction"), blank=True, features=["bold", "link", "ul"])

    content_panels = [*BasePage.content_panels, "introduction"]
    parent_page_types = ["home.HomePage"]
    subpage_types = ["departments.DepartmentPage"]
    template = "departments/department_index_page.html"
    presenter = DottedPath("departments.directory.page_context")
    api_fields = [APIField("introduction")]

    class Meta:
        verbose_name = _("list of departments")

    def searchable_words(self) -> list[str]:
        return [self.introduction]

    def route(self, request, path_components):
        """As Wagtail's, but a department, or a commune below one, is read at once as what it is."""
        if not path_components:
            return super().route(request, path_components)
        below = with_restriction(DepartmentPage.objects.descendant_of(self)).select_related("locale")
        for taken in (len(path_components), 1):
            named = f"{self.url_path}{'/'.join(path_components[:taken])}/"
            if department := below.filter(url_path=named).first():
                return department.route(request, path_components[taken:])
        raise Http404
