"""Pages that were not published on their day: what the history of a page says of it, and the list of those still not.

A refusal is an entry of the page's own history; it has done its work when a later entry says that the page was
published or got another day.
"""

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.log_actions import LogFormatter, log
from wagtail.models import PageLogEntry, PageQuerySet, Revision

REFUSED = "portal.publish.refused"
SCHEDULE = "wagtail.publish.schedule"
SCHEDULED = "wagtail.publish.scheduled"
"""What Wagtail calls a publication whose day is set, and one whose day has come."""
SETTLED_BY = (REFUSED, SCHEDULE, SCHEDULED, "wagtail.publish")


class RefusedFormatter(LogFormatter):
    """How the history tells it."""

    label = gettext_lazy("Not published on its day")

    def format_message(self, log_entry: PageLogEntry) -> str:
        return _("Not published on its day: %(problems)s") % {"problems": " ".join(problems_of(log_entry))}


def record_refusal(revision: Revision, problems: list[str]) -> PageLogEntry:
    """Write down that the clock could not publish it; the clock does not try again, a person does."""
    Revision.objects.filter(pk=revision.pk).update(approved_go_live_at=None)
    entry: PageLogEntry = log(
        instance=revision.content_object, action=REFUSED, revision=revision, data={"problems": problems}
    )
    return entry


def problems_of(entry: PageLogEntry) -> list[str]:
    """Return what stood in the way, in words."""
    problems: list[str] = entry.data.get("problems", [])
    return problems


def still_refused(pages: PageQuerySet) -> QuerySet[PageLogEntry]:
    """Return the refusals of these pages that are not settled since, the latest first."""
    later = PageLogEntry.objects.filter(page=OuterRef("page"), pk__gt=OuterRef("pk"), action__in=SETTLED_BY)
    entries = PageLogEntry.objects.filter(~Exists(later), action=REFUSED, page__in=pages.values("pk"))
    return entries.order_by("-pk")
