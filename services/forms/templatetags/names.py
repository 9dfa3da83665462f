"""The names of a dossier's service and agency in the reader's language, marked where they are in another."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from core.i18n import reader_language
from services.forms.models import Submission
from services.forms.submissions import localized_names
from services.forms.submissions.localized_names import LocalizedName

register = template.Library()


@register.filter
def marked(name: LocalizedName) -> SafeString:
    """Return a name as HTML that says its language where that is not the page's."""
    return format_html('<span lang="{}">{}</span>', name.lang, name) if name.lang else format_html("{}", name)


@register.simple_tag
def service_title(submission: Submission) -> LocalizedName:
    return localized_names.service_title(submission, reader_language())


@register.simple_tag
def agency_name(submission: Submission) -> LocalizedName:
    return localized_names.agency_name(submission, reader_language())
