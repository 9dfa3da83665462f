"""What editors type as the words of a letter; refused in sentences where a placeholder is missing or unknown."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.text import clean, clean_lines
from outbox.letters.placeholders import faults, missing, names_in
from outbox.letters.registry import LetterInLanguage
from outbox.letters.short_messages import ShortMessageInLanguage
from outbox.letters.sms_size import ONE_PART

LONGEST_IN_SUBJECT = 60
"""Longer facts, and those of several lines, stand in the text alone."""


class WordsForm(forms.Form):
    """Plain text, in which placeholders are the only thing that is not taken as it stands."""

    def __init__(self, *args: Any, letter: LetterInLanguage | ShortMessageInLanguage, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.letter = letter

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        texts = [cleaned.get(name, "") for name in self.fields]
        for name in missing(texts, self.letter.needed) if all(texts) else ():
            self.add_error("text", _("{%(name)s} is missing: without it the reader cannot act.") % {"name": name})
        return cleaned

    def refuse(self, field: str, text: str) -> None:
        """Say what is wrong with words as they are stored: nothing may be left of them, or a placeholder unknown."""
        if not text:
            self.add_error(field, self.fields[field].error_messages["required"])
        for fault in faults(text, known=self.letter.placeholders):
            self.add_error(field, str(fault))


class LetterForm(WordsForm):
    """Subject and text of a mail."""

    subject = forms.CharField(label=gettext_lazy("Subject"), max_length=150)
    text = forms.CharField(
        label=gettext_lazy("Words of the letter"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 18}),
        strip=True,
    )

    def clean_subject(self) -> str:
        subject = clean(self.cleaned_data["subject"])
        self.refuse("subject", subject)
        for name in names_in(subject):
            value = self.letter.placeholders.get(name, "")
            if "\n" in value or len(value) > LONGEST_IN_SUBJECT:
                words = _("{%(name)s} is too long for a subject. Put it into the text.")
                self.add_error("subject", words % {"name": name})
        return subject

    def clean_text(self) -> str:
        text = clean_lines(self.cleaned_data["text"])
        self.refuse("text", text)
        return text


class ShortMessageForm(WordsForm):
    """The line of a short message; it has to fit into one SMS with the longest that can be put into it."""

    letter: ShortMessageInLanguage

    text = forms.CharField(
        label=gettext_lazy("Words of the message"),
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy(
            "One line. An SMS is sent without tone marks and holds 160 characters; with marks it would hold 70. "
            "Characters such as [ ] ~ count twice."
        ),
    )

    def clean_text(self) -> str:
        text = clean(self.cleaned_data["text"])
        self.refuse("text", text)
        signs = self.letter.sizes(text)[0].signs
        if signs > ONE_PART:
            words = _("With the longest that can be put in, this has %(count)d characters; one SMS holds %(most)d.")
            self.add_error("text", words % {"count": signs, "most": ONE_PART})
        return text

    def clean(self) -> dict[str, Any]:
        return {**super().clean(), "subject": ""}
