"""Pages that were not published on their day: what the history of a page says of it, and the list of those still not.

A refusal is an entry of the page's own history; it has done its work when a later entry says that the page was
published or got another day.
"""

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.log_actions import LogFormatter, log
from wagtail.models import Page, PageLogEntry, Revision

REFUSED = "portal.publish.refused"
SCHEDULE = "wagtail.publish.schedule"
SCHEDULED = "wagtail.publish.scheduled"
"""What Wagtail calls a publication whose day is set, and one whose day has come."""
SETTLED_BY = (REFUSED, SCHEDULE, SCHEDULED, "wagtail.publish")
SHOWN = 20


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


def still_refused(user: AbstractBaseUser | AnonymousUser) -> list[tuple[Page, PageLogEntry]]:
    """Return the pages this person may edit that were refused and not settled since, the latest first."""
    later = PageLogEntry.objects.filter(page=OuterRef("page"), pk__gt=OuterRef("pk"), action__in=SETTLED_BY)
    entries = PageLogEntry.objects.filter(~Exists(later), action=REFUSED).order_by("-pk")[:SHOWN]
    pages = Page.objects.in_bulk([entry.page_id for entry in entries])
    found = [(pages[entry.page_id], entry) for entry in entries if entry.page_id in pages]
    return [(page, entry) for page, entry in found if page.permissions_for_user(user).can_edit()]
