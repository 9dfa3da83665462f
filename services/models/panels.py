"""How editors see a service: tabs with structured fields, help with a good and a bad example."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    HelpPanel,
    MultiFieldPanel,
    TitleFieldPanel,
)

from core.models import BasePage
from core.page_choosers import TypedPageChooserPanel
from core.rows.panel import RowPanel
from core.term_boxes import TermBoxes
from services.models.case_panel import CaseRowsPanel, tell_cases_of_form
from services.models.english import ENGLISH_IN_SHORT
from services.rules import row_summaries

PASTED_AT = "paste_rows"
"""The address that reads rows pasted from Word or Excel (services/editing/paste.py)."""

main = [
    TitleFieldPanel(
        "title",
        help_text=_(
            "Short and plain. Good: “Đăng ký khai sinh”. Bad: "
            "“Thủ tục giải quyết việc đăng ký khai sinh theo quy định”."
        ),
    ),
    FieldPanel(
        "summary",
        help_text=_(
            "One or two sentences: what it is for and what one gets. Good: "
            "“Xin giấy khai sinh cho con mới sinh.” Bad: the legal name once more."
        ),
    ),
    FieldPanel("official_name"),
    FieldRowPanel(["procedure_code", "legacy_code", "field"]),
    FieldPanel("alt_names"),
    MultiFieldPanel(
        [FieldPanel(name) for name in ENGLISH_IN_SHORT],
        heading=_("In English, unofficial"),
        help_text=_("For lists, search and partners, as long as the service has no page in English."),
        classname="collapsed",
    ),
    MultiFieldPanel([FieldRowPanel(["level", "online_scope"]), "online_scope_reason"], heading=_("Level")),
    FieldPanel("audiences", widget=TermBoxes),
    FieldPanel("life_events", widget=TermBoxes),
    RowPanel(
        "handling_agencies",
        heading=_("Handling agencies"),
        label=_("Agency"),
        summary=row_summaries.agency,
        named_after="agency_name",
        named_by=("department",),
    ),
    RowPanel(
        "steps",
        heading=_("Steps"),
        label=_("Step"),
        summary=row_summaries.step,
        named_after="heading",
        pasted_at=PASTED_AT,
        explained_at="trinh-tu-thuc-hien",
    ),
    MultiFieldPanel(["conditions", "conditions_status"], heading=_("Conditions")),
    FieldPanel("silence"),
    FieldPanel("appeal"),
]
dossier = [
    HelpPanel(
        content=_("A part without rows must say why: none, not prescribed, or see note. Unknown never reads as free.")
    ),
    RowPanel("channels", heading=_("Channels"), label=_("Channel"), summary=row_summaries.channel, named_after="kind"),
    CaseRowsPanel(
        "cases",
        heading=_("Cases"),
        label=_("Case"),
        help_text=_("Name a case once; papers, fees and time limits choose it from this list."),
        summary=row_summaries.case,
        explained_at="truong-hop",
    ),
    RowPanel(
        "durations",
        heading=_("Time limits"),
        label=_("Time limit"),
        summary=row_summaries.duration,
        prepare=tell_cases_of_form,
        explained_at="thoi-han-giai-quyet",
    ),
    RowPanel(
        "documents",
        heading=_("Documents of the application"),
        label=_("Document"),
        summary=row_summaries.paper,
        named_after="name",
        prepare=tell_cases_of_form,
        pasted_at=PASTED_AT,
        explained_at="giay-to-mau-don-va-noi-nop",
    ),
    FieldRowPanel(["documents_status", "templates_status"]),
    RowPanel(
        "fees",
        heading=_("Fees"),
        label=_("Fee"),
        summary=row_summaries.fee,
        named_after="name",
        prepare=tell_cases_of_form,
        pasted_at=PASTED_AT,
        explained_at="phi-le-phi",
    ),
    FieldRowPanel(["fees_status", "payment_url"]),
    RowPanel("results", heading=_("Results"), label=_("Result"), summary=row_summaries.result, named_after="name"),
    FieldPanel("results_status"),
    MultiFieldPanel(
        [FieldRowPanel(["result_in_person", "result_online", "result_by_post"])],
        heading=_("How the result is handed over"),
    ),
]
legal = [
    MultiFieldPanel(
        [FieldRowPanel(["decision_number", "decision_date"]), "decision_issuer", "decision_url"],
        heading=_("Decision that published it"),
    ),
    RowPanel(
        "legal_bases",
        heading=_("Legal bases"),
        label=_("Legal basis"),
        summary=row_summaries.legal_basis,
        named_by=("legal_document",),
        explained_at="can-cu-phap-ly",
    ),
    FieldRowPanel(["effective_from", "effective_to", "status"]),
    TypedPageChooserPanel("replaced_by", "services.ServicePage"),
    TypedPageChooserPanel("former_department", "departments.DepartmentPage"),
]
care = [
    FieldRowPanel(["reviewed_on", "review_due"]),
    FieldRowPanel(["source_url", "source_captured_on"]),
    RowPanel(
        "related_services",
        heading=_("Related services"),
        label=_("Service"),
        summary=row_summaries.related_service,
        named_by=("service",),
    ),
]
edit_handler = BasePage.tabs(
    (_("Main information"), main),
    (_("Application and fees"), dossier),
    (_("Legal"), legal),
    (_("Publishing and review"), care),
)
