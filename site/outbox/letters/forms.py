"""What editors type as the words of a letter; refused in sentences where a placeholder is missing or unknown."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.text import clean, clean_lines
from outbox.letters.placeholders import faults, missing, names_in
from outbox.letters.registry import LetterInLanguage

LONGEST_IN_SUBJECT = 60
"""Longer facts, and those of several lines, stand in the text alone."""


class LetterForm(forms.Form):
    """Subject and text; plain text, in which placeholders are the only thing that is not taken as it stands."""

    subject = forms.CharField(label=gettext_lazy("Subject"), max_length=150)
    text = forms.CharField(
        label=gettext_lazy("Words of the letter"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 18}),
        strip=True,
    )

    def __init__(self, *args: Any, letter: LetterInLanguage, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.letter = letter

    def clean_subject(self) -> str:
        subject = clean(self.cleaned_data["subject"])
        self._refuse("subject", subject)
        for name in names_in(subject):
            value = self.letter.placeholders.get(name, "")
            if "\n" in value or len(value) > LONGEST_IN_SUBJECT:
                words = _("{%(name)s} is too long for a subject. Put it into the text.")
                self.add_error("subject", words % {"name": name})
        return subject

    def clean_text(self) -> str:
        text = clean_lines(self.cleaned_data["text"])
        self._refuse("text", text)
        return text

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        texts = [cleaned.get("subject", ""), cleaned.get("text", "")]
        for name in missing(texts, self.letter.needed) if all(texts) else ():
            self.add_error("text", _("{%(name)s} is missing: without it the reader cannot act.") % {"name": name})
        return cleaned

    def _refuse(self, field: str, text: str) -> None:
        for fault in faults(text, known=self.letter.placeholders):
            self.add_error(field, str(fault))
