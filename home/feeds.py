"""The feed of notices."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from core import atom
from core.links import only_page, pairs
from home.models import NoticeIndexPage, NoticePage


def notices_feed(request: HttpRequest) -> HttpResponse:
    """Return the current notices, newest first, in the reader's language where translated."""
    notices = NoticePage.objects.current().filter(
        locale__language_code=settings.LANGUAGE_CODE, last_published_at__isnull=False
    )
    found = pairs(notices[: atom.LONGEST])
    entries = [atom.entry_of(original, shown, request) for original, shown in found]
    home = only_page(NoticeIndexPage, request)
    return atom.answer(request, title=_("Notices"), home=home, entries=entries)
