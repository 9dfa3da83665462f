"""Notices in lists: the current ones, newest first, in the reader's language where translated."""

from dataclasses import dataclass
from datetime import date
from typing import Any, cast

from django.conf import settings
from django.http import HttpRequest

from core.links import Link, link_to, pairs
from core.paging import Steps, page_of, steps_of
from departments.department_cache import department_cache
from home.models import NoticeIndexPage, NoticePage
from home.models.notice import NoticeQuerySet


@dataclass(frozen=True)
class News:
    """One notice in a list."""

    link: Link
    dated: date
    summary: str


@dataclass(frozen=True)
class Archive:
    """One page of the list of notices."""

    news: list[News]
    steps: Steps | None


def index_context(page: NoticeIndexPage, request: HttpRequest) -> dict[str, Any]:
    """Return what the template of the list shows besides its own fields."""
    return {"archive": archive(request)}


def page_context(page: NoticePage, request: HttpRequest) -> dict[str, Any]:
    """Return what the template of a notice shows besides its own fields."""
    return {"department": department_of(page, request)}


def archive(request: HttpRequest) -> Archive:
    """Return the page of current notices that the request asks for."""
    page = page_of(_current(), request)
    return Archive(_news(cast(NoticeQuerySet, page.object_list), request), steps_of(page))


def latest(request: HttpRequest, count: int) -> list[News]:
    """Return the newest current notices."""
    return _news(_current()[:count], request)


def department_of(notice: NoticePage, request: HttpRequest | None) -> Link | None:
    """Return the department a notice comes from, where anybody may see it."""
    return department_cache(request).link(notice.department.translation_key) if notice.department else None


def _current() -> NoticeQuerySet:
    return NoticePage.objects.current().filter(locale__language_code=settings.LANGUAGE_CODE).select_related("locale")


def _news(notices: NoticeQuerySet, request: HttpRequest) -> list[News]:
    return [_item(shown, request) for _notice, shown in pairs(notices)]


def _item(notice: NoticePage, request: HttpRequest) -> News:
    return News(link_to(notice, request), notice.dated, notice.summary)
