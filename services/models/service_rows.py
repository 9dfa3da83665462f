"""What a service costs, asks for and gives: fees, papers, results, legal bases, steps."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable

from core.i18n import facts
from core.models.dong_field import DongField
from core.page_choosers import TypedPageChooserPanel
from services.models.case_panel import CasePanel
from services.models.cases import OfCase
from services.models.parts import CHANNEL_HELP, ServicePart
from services.rules.choices import ChannelKind, DocumentKind, FeeKind, FeeStatus, ResultMedium

MAX_NAME_LENGTH = 10_000
"""Characters of the name of a paper: real ones reach 4,710, and a cell of a spreadsheet takes 32,767."""


class Fee(OfCase, ServicePart):
    """One row of the fee table. Rows are alternatives unless they share case, channel and day (rules/fees.py)."""

    page = ParentalKey("services.ServicePage", on_delete=models.CASCADE, related_name="fees")
    kind = models.CharField(_("kind"), max_length=12, choices=FeeKind, default=FeeKind.UNSPECIFIED)
    name = models.CharField(_("name"), max_length=300)
    status = models.CharField(_("status"), max_length=15, choices=FeeStatus)
    amount = DongField(_("amount in đồng"), null=True, blank=True)
    unit = models.CharField(_("per"), max_length=60, blank=True, help_text=_("Example: hồ sơ, người/lần"))
    channel = models.CharField(_("channel"), max_length=10, choices=ChannelKind, blank=True, help_text=CHANNEL_HELP)
    set_by = models.CharField(
        _("set by"), max_length=200, blank=True, help_text=_("Who sets it. Example: Bộ Tài chính")
    )
    exemption = models.TextField(_("who is exempt"), blank=True, default="")
    note = models.TextField(_("note"), blank=True, default="")
    legal_document = models.ForeignKey(
        "core.LegalDocument",
        verbose_name=_("legal basis"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="fees",
    )
    valid_from = models.DateField(_("valid from"), null=True, blank=True)
    valid_to = models.DateField(_("valid to"), null=True, blank=True, help_text=_("The last day it holds."))

    panels = [
        FieldRowPanel(["kind", "name"]),
        FieldRowPanel(["status", "amount", "unit"]),
        FieldRowPanel(["channel", CasePanel("case_key")]),
        FieldRowPanel(["valid_from", "valid_to"]),
        FieldRowPanel(["set_by", "legal_document"]),
        FieldPanel("exemption"),
        FieldPanel("note"),
    ]
    override_translatable_fields = facts(
        "kind", "status", "amount", "channel", "case_key", "set_by", "legal_document", "valid_from", "valid_to"
    )

    class Meta(ServicePart.Meta):
        verbose_name = _("fee")
        verbose_name_plural = _("fees")


class RequiredDocument(OfCase, ServicePart):
    """One paper of the dossier."""

    page = ParentalKey("services.ServicePage", on_delete=models.CASCADE, related_name="documents")
    applies_when = models.CharField(_("only when"), max_length=400, blank=True)
    kind = models.CharField(_("submit or show"), max_length=10, choices=DocumentKind, default=DocumentKind.SUBMIT)
    name = models.TextField(
        _("name"), max_length=MAX_NAME_LENGTH, help_text=_("Exactly as the procedure names it, however long.")
    )
    is_abridged = models.BooleanField(_("name is abridged"), default=False)
    originals = models.PositiveSmallIntegerField(_("originals"), null=True, blank=True)
    copies = models.PositiveSmallIntegerField(_("copies"), null=True, blank=True)
    electronic_ok = models.BooleanField(_("electronic copy accepted"), null=True, blank=True)
    is_required = models.BooleanField(_("required"), default=True)
    template = models.ForeignKey(
        "core.PortalDocument",
        verbose_name=_("template"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="templates_of",
    )
    template_url = models.URLField(
        _("page where the template is found"),
        max_length=500,
        blank=True,
        help_text=_("A page elsewhere, such as that of the procedure on the national portal. It is shown as a link."),
    )
    template_files = models.TextField(
        _("names of the files there"),
        blank=True,
        default="",
        help_text=_("One name a line, as that page writes them. Example: Phụ lục XXI.docx"),
    )
    template_code = models.CharField(
        _("template code"), max_length=120, blank=True, help_text=_("As the law names the form. Example: Mẫu số 01")
    )
    note = models.TextField(_("note"), blank=True, default="")

    panels = [
        FieldPanel("name"),
        FieldRowPanel([CasePanel("case_key"), "applies_when"]),
        FieldRowPanel(["kind", "is_required", "is_abridged"]),
        FieldRowPanel(["originals", "copies", "electronic_ok"]),
        FieldRowPanel(["template", "template_code"]),
        FieldRowPanel(["template_url", "template_files"]),
        FieldPanel("note"),
    ]
    override_translatable_fields = facts(
        "case_key", "kind", "is_abridged", "originals", "copies", "electronic_ok", "is_required",
        "template", "template_url", "template_files", "template_code",
    )  # fmt: skip

    class Meta(ServicePart.Meta):
        verbose_name = _("document of the application")
        verbose_name_plural = _("documents of the application")


class Result(ServicePart):
    """What the citizen gets."""

    page = ParentalKey("services.ServicePage", on_delete=models.CASCADE, related_name="results")
    name = models.CharField(_("name"), max_length=2_500)
    code = models.CharField(_("code"), max_length=60, blank=True, help_text=_("Usually KQ.Gnn.nnnnnn"))
    validity = models.CharField(_("how long it is valid"), max_length=400, blank=True)
    medium = models.CharField(_("medium"), max_length=10, choices=ResultMedium, blank=True)
    template = models.ForeignKey(
        "core.PortalDocument",
        verbose_name=_("template"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )

    panels = [FieldPanel("name"), FieldRowPanel(["code", "medium"]), FieldPanel("validity"), FieldPanel("template")]
    override_translatable_fields = facts("code", "medium", "template")

    class Meta(ServicePart.Meta):
        verbose_name = _("result")
        verbose_name_plural = _("results")


class LegalBasis(ServicePart):
    """A legal document this service rests on."""

    page = ParentalKey("services.ServicePage", on_delete=models.CASCADE, related_name="legal_bases")
    legal_document = models.ForeignKey(
        "core.LegalDocument", verbose_name=_("legal document"), on_delete=models.PROTECT, related_name="services"
    )
    note = models.CharField(_("article or note"), max_length=300, blank=True)

    panels = [FieldPanel("legal_document"), FieldPanel("note")]
    override_translatable_fields = facts("legal_document")

    class Meta(ServicePart.Meta):
        verbose_name = _("legal basis")
        verbose_name_plural = _("legal bases")


class Step(ServicePart):
    """One step of the procedure."""

    page = ParentalKey("services.ServicePage", on_delete=models.CASCADE, related_name="steps")
    heading = models.CharField(_("heading"), max_length=200, blank=True)
    text = models.TextField(_("text"))
    actor = models.CharField(_("who does it"), max_length=200, blank=True)

    panels = [FieldRowPanel(["heading", "actor"]), FieldPanel("text")]

    class Meta(ServicePart.Meta):
        verbose_name = _("step")
        verbose_name_plural = _("steps")


class RelatedService(Orderable):
    """Another service a reader of this one often needs."""

    page = ParentalKey("services.ServicePage", on_delete=models.CASCADE, related_name="related_services")
    service = models.ForeignKey(
        "services.ServicePage", verbose_name=_("service"), on_delete=models.CASCADE, related_name="+"
    )

    panels = [TypedPageChooserPanel("service", "services.ServicePage")]

    class Meta(Orderable.Meta):
        verbose_name = _("related service")
        verbose_name_plural = _("related services")
