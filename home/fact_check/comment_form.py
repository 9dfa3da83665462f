"""The form of a reader: a name, and a comment beside each part of the draft, blank where there is nothing to say."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from core.forms.fields import LineField, TextField
from home.fact_check.mails import queue_mail
from home.fact_check.parts import Part
from home.models import FactCheck, FactCheckComment
from home.models.fact_check import LONGEST_COMMENT, LONGEST_NAME

MOST = 300
"""Comments that one link takes in all."""
TOO_LONG = {"max_length": _("A comment may have at most %(limit_value)d characters.")}


class CommentForm(forms.Form):
    """Fields named `name`, `website` (which people never see) and `part-<key>`."""

    name = LineField(
        label=_("Your name and office"),
        max_length=LONGEST_NAME,
        error_messages={"required": _("Write your name, so that the editors know whom to ask.")},
    )
    website = forms.CharField(required=False)

    def __init__(self, link: FactCheck, parts: list[Part], data: Any = None) -> None:  # noqa: ANN401 (what was posted)
        super().__init__(data)
        self.link, self.parts = link, parts
        for part in parts:
            field = TextField(label=part.label, required=False, max_length=LONGEST_COMMENT, error_messages=TOO_LONG)
            self.fields[f"part-{part.key}"] = field

    def rows(self) -> Iterator[tuple[Part, forms.BoundField]]:
        """Yield each part with its field."""
        return ((part, self[f"part-{part.key}"]) for part in self.parts)

    @property
    def is_from_a_machine(self) -> bool:
        """Whether something was written where people see no field."""
        return bool(self.data.get("website"))

    def clean(self) -> None:
        written = self._written()
        if not written and not self.errors:
            raise ValidationError(_("Write a comment beside at least one part."))
        if self.link.comments.count() + len(written) > MOST:
            raise ValidationError(_("This link takes no more comments. Please ask the editors for another one."))

    def _written(self) -> list[tuple[Part, str]]:
        found = ((part, self.cleaned_data.get(f"part-{part.key}", "")) for part in self.parts)
        return [(part, text) for part, text in found if text]

    @transaction.atomic
    def save(self) -> int:
        """Keep the comments and have who asked told; how many there were."""
        comments = [
            FactCheckComment.objects.create(
                fact_check=self.link, part=part.label[:255], text=text, name=self.cleaned_data["name"]
            )
            for part, text in self._written()
        ]
        queue_mail(self.link, comments)
        return len(comments)
