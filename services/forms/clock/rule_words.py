"""What a rule means for one dossier, in sentences, in the language in force."""

from django.utils.translation import gettext as _

from services.forms.clock.data import Due
from services.forms.clock.day_words import on_day, when
from services.forms.clock.rule import ClockRule


def rule_lines(due: Due) -> list[str]:
    """Return until when a first request has the limit run anew, and until when the date may be put off."""
    found = []
    if due.rule and due.request_until is not None:
        words = _(
            "If documents are asked for by %(time)s, %(day)s, the whole time limit runs anew once they are complete"
        )
        found.append(f"{words % when(due.request_until)}{source_text(due.rule, 'resume')}.")
    if due.rule and due.extend_until is not None:
        words = _("The return date may be put off once, until the end of %(day)s, with an apology and a reason")
        found.append(f"{words % {'day': on_day(due.extend_until.date())}}{source_text(due.rule, 'extensions')}.")
    return found


def source_text(rule: ClockRule, about: str) -> str:
    """Return article and act behind one number of the rule, in brackets; "" where none is named."""
    source = next((one for one in rule.sources if one.about == about), None)
    named = ", ".join(part for part in (source.article, source.law) if part) if source else ""
    return f" ({named})" if named else ""
