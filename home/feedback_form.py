"""The form under every page: did it help, what is wrong."""

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from core.forms import TextField
from core.i18n import reader_language
from core.page_frame import home_url
from home.feedback_pages import FeedbackPage, feedback_page_at
from home.models import Feedback
from home.models.feedback import LONGEST_COMMENT, FeedbackKind

USEFUL = {"yes": True, "no": False}


class FeedbackForm(forms.Form):
    """Buttons named `useful` and `kind`, a comment, the page it is about, and a field that people never see."""

    page = forms.CharField(required=False)
    useful = forms.ChoiceField(choices=[("yes", _("Yes")), ("no", _("No"))], required=False)
    kind = forms.ChoiceField(choices=[("comment", ""), ("error", "")], required=False)
    comment = TextField(
        max_length=LONGEST_COMMENT,
        required=False,
        error_messages={"max_length": _("The comment may have at most %(limit_value)d characters.")},
    )
    website = forms.CharField(required=False)

    def __init__(self, request: HttpRequest) -> None:
        super().__init__(request.POST)
        self.request = request

    def clean_page(self) -> FeedbackPage:
        place = feedback_page_at(self.cleaned_data["page"] or home_url(reader_language()), self.request)
        if place is None:
            raise ValidationError(_("There is no page with this address on the portal."))
        return place

    def clean(self) -> None:
        data = self.cleaned_data
        if "comment" in data and not data["comment"] and not data.get("useful"):
            self.add_error("comment", _("Write what you want to tell us."))

    @property
    def is_from_a_machine(self) -> bool:
        """Whether something was written where people see no field."""
        return bool(self.data.get("website"))

    def save(self) -> Feedback:
        data = self.cleaned_data
        place: FeedbackPage = data["page"]
        usual = FeedbackKind.ANSWER if data["useful"] else FeedbackKind.COMMENT
        return Feedback.objects.create(
            page_id=place.page_id,
            path=place.path,
            language=place.language,
            kind=data["kind"] or usual,
            useful=USEFUL.get(data["useful"]),
            comment=data["comment"],
        )
