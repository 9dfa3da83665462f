"""What a person has begun: drafts not sent yet, versions that missed their day, pages this person locked."""

from django.utils.translation import gettext as _
from wagtail.models import Page, PageLogEntry, PageQuerySet

from accounts.models import User
from core.editing_states import in_approval
from core.problem_words import editor_address
from core.refused_publications import problems_of, still_refused
from home.desk.lines import LATE, SHOWN_OF_ONES_OWN, Block, Line, block, edit_url, moment_in_words, name_of, sentence


def drafts(user: User, own: PageQuerySet) -> Block:
    """Return the pages whose last version is this person's, and neither published, nor sent, nor to be published."""
    pages = own.filter(has_unpublished_changes=True, latest_revision__user=user)
    pages = pages.filter(~in_approval(), latest_revision__approved_go_live_at=None)
    pages = pages.exclude(pk__in=still_refused(own).order_by().values("page"))
    pages = pages.select_related("locale").order_by("-latest_revision_created_at", "-pk")
    return block("drafts", _("Begun, not sent yet"), pages, _draft, most=SHOWN_OF_ONES_OWN)


def _draft(page: Page) -> Line:
    saved = ""
    if page.latest_revision_created_at:
        saved = _("Saved on %(moment)s") % {"moment": moment_in_words(page.latest_revision_created_at)}
    return Line(name_of(page), edit_url(page), saved, _("changed") if page.live else _("new draft"))


def refused(own: PageQuerySet) -> Block:
    """Return the pages that were to be published by themselves, with what kept them from it."""
    entries = still_refused(own).select_related("page__locale")
    return block("refused", _("Not published on their day"), entries, _refused, most=SHOWN_OF_ONES_OWN * 2)


def _refused(entry: PageLogEntry) -> Line:
    page: Page = entry.page
    return Line(
        name_of(page),
        editor_address(page),
        sentence([moment_in_words(entry.timestamp), " ".join(problems_of(entry))]),
        _("not published"),
        LATE,
    )


def locked(user: User, own: PageQuerySet) -> Block:
    """Return the pages this person keeps others from editing."""
    pages = own.filter(locked=True, locked_by=user).select_related("locale").order_by("-locked_at", "-pk")
    return block("locked", _("Locked by me"), pages, _locked, most=SHOWN_OF_ONES_OWN)


def _locked(page: Page) -> Line:
    since = _("Since %(moment)s") % {"moment": moment_in_words(page.locked_at)} if page.locked_at else ""
    return Line(name_of(page), edit_url(page), since, _("locked"))
