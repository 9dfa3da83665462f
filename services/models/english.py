"""English in short: what a service is called and asks for, while it has no page of its own in English."""

from django.db import models
from django.utils.translation import gettext_lazy as _

ENGLISH_IN_SHORT = ("english_title", "english_summary", "english_alt_names", "english_facts")


class EnglishInShort(models.Model):
    """Words in English on the Vietnamese page, for lists, search and partners; readers are told they are unofficial."""

    english_title = models.CharField(_("title in English"), max_length=150, blank=True, default="")
    english_summary = models.CharField(_("summary in English"), max_length=300, blank=True, default="")
    english_alt_names = models.TextField(
        _("other names in English"), blank=True, default="", help_text=_("One name a line.")
    )
    english_facts = models.TextField(
        _("papers, fees, results and cases in English"),
        blank=True,
        default="",
        help_text=_("One kind a line: the kind, a colon, its names parted by semicolons."),
    )

    class Meta:
        abstract = True

    def english_names(self) -> list[str]:
        """Return every name in English: of the service, then of what its page speaks of."""
        facts = "; ".join(line.partition(": ")[2] for line in self.english_facts.splitlines())
        names = (self.english_title, *self.english_alt_names.splitlines(), *facts.split("; "))
        return [name for name in names if name]
