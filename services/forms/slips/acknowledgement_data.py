"""What the acknowledgement of a filing says, gathered from the submission as it was kept."""

from django.conf import settings
from django.core import signing
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format

from core.addresses import absolute
from services.forms.answering.display import DisplayedRow, displayed_answers
from services.forms.definition.standard_steps import owner_name
from services.forms.models import Submission
from services.forms.slips.acknowledgement import Acknowledgement, Section
from services.forms.submissions import tracking
from services.forms.submissions.contacts import whom_to_ask
from services.forms.submissions.fees import fee_lines
from services.forms.submissions.localized_names import LocalizedNames
from services.forms.uploads.form_files import named

LINK_SALT = "services.forms.acknowledgement"
LINKED = "ho-so"
"""The parameter of the tracking page that holds the signed code of a dossier."""


def acknowledgement_of(submission: Submission, language: str) -> Acknowledgement:
    """Return the acknowledgement of a filed submission, in the language in force."""
    files: dict[str, list[str]] = {}
    for attachment in submission.attachments.filter(claimed_at=submission.filed_at):
        files.setdefault(attachment.question, []).append(named(attachment))
    steps = displayed_answers(submission.version.form(language), submission.answers, files=files)
    place = whom_to_ask(submission)
    page, names = absolute(reverse("tracking")), LocalizedNames([submission], language)
    return Acknowledgement(
        portal=settings.WAGTAIL_SITE_NAME,
        code=submission.code or "",
        tracking_code=tracking.format_tracking_code(tracking.tracking_code_of(submission)),
        filed_at=date_format(timezone.localtime(submission.filed_at), "d/m/Y H:i"),
        service=" – ".join(filter(None, (str(names.service(submission)), submission.procedure_code))),
        agency=str(names.agency(submission)),
        filed_by=owner_name(submission.answers),
        fees=fee_lines(submission.fees, place.ask),
        place=place.lines(),
        sections=[Section(step.heading, [(_label(row), row.lines) for row in step.rows]) for step in steps],
        link=f"{page}?{LINKED}={signing.Signer(salt=LINK_SALT).sign(submission.code or '')}",
        tracking_page=page,
        language=language,
        is_demonstration=settings.DEMO,
    )


def _label(row: DisplayedRow) -> str:
    return f"{row.item}: {row.label}" if row.item else row.label


def code_in(signed: str) -> str:
    """Return the code of the dossier a QR code names; "" when the link was not made here."""
    try:
        return signing.Signer(salt=LINK_SALT).unsign(signed)
    except signing.BadSignature:
        return ""
