"""What a rule means for one dossier, in sentences, in the language in force."""

from collections.abc import Callable

from django.utils.translation import gettext as _

from services.forms.clock.data import Due
from services.forms.clock.day_words import on_day, when
from services.forms.clock.rule import ClockRule

Cite = Callable[[str, str], object]
"""Names an act as readers know it, by its key and an article; core.law.cite asks the rows for it."""


def rule_lines(due: Due, cite: Cite) -> list[str]:
    """Return until when a first request has the limit run anew, and until when the date may be put off."""
    found = []
    if due.rule and due.request_until is not None:
        words = _(
            "If documents are asked for by %(time)s, %(day)s, the whole time limit runs anew once they are complete"
        )
        found.append(f"{words % when(due.request_until)}{source_text(due.rule, 'resume', cite)}.")
    if due.rule and due.extend_until is not None:
        words = _("The return date may be put off once, until the end of %(day)s, with an apology and a reason")
        found.append(f"{words % {'day': on_day(due.extend_until.date())}}{source_text(due.rule, 'extensions', cite)}.")
    return found


def source_text(rule: ClockRule, about: str, cite: Cite) -> str:
    """Return act and article behind one number of the rule, in brackets; "" where none is named."""
    source = next((one for one in rule.sources if one.about == about and one.law), None)
    return f" ({cite(source.law, source.article)})" if source else ""
