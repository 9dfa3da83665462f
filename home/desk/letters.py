"""What came in and nobody has looked at: feedback of visitors, and deliveries that could not be made."""

from django.db.models import Q
from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from home.desk.lines import LATE, Block, Line, block, moment_in_words, sentence
from home.models import Feedback
from home.models.feedback import FeedbackKind
from outbox.admin import kind_in_words
from outbox.models import Delivery

LONGEST = 80


def unread_feedback() -> Block:
    """Return what visitors said in words, or reported as wrong, the newest first."""
    said = Feedback.objects.filter(~Q(comment="") | Q(kind=FeedbackKind.ERROR), handled=False)
    more = f"{reverse('wagtailsnippets_home_feedback:list')}?handled=false"
    return block("feedback", _("Feedback nobody has read"), said, _said, more=more)


def _said(feedback: Feedback) -> Line:
    words = feedback.comment.strip()
    title = f"“{Truncator(words).chars(LONGEST)}”" if words else feedback.get_kind_display()
    where = sentence([feedback.path, moment_in_words(feedback.created_at)])
    return Line(title, reverse("wagtailsnippets_home_feedback:edit", args=[feedback.pk]), where, _("new"))


def dead_letters() -> Block:
    """Return the deliveries nobody tries any more, the last that failed first."""
    more = reverse("dead_letters:index")
    letters = Delivery.objects.dead().order_by("-failed_at", "-pk")
    return block("dead_letters", _("Not delivered"), letters, _letter, more=more)


def _letter(letter: Delivery) -> Line:
    failed = moment_in_words(letter.failed_at) if letter.failed_at else ""
    return Line(
        kind_in_words(letter.kind),
        reverse("dead_letters:index"),
        sentence([failed, letter.last_error]),
        _("failed"),
        LATE,
    )
