"""What a department offers: its services and how many it has at each level, counted from the pages."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest

from core.i18n import reader_language
from departments.models import DepartmentPage
from services.choices import Level
from services.listing import Listing, paged
from services.models import ServicePage


@dataclass(frozen=True)
class LevelCount:
    """How many services have one level."""

    level: int
    name: str
    count: int


@dataclass(frozen=True)
class Offer:
    """The number of services of a department, in all and level by level; levels without services are left out."""

    total: int
    levels: list[LevelCount]


def counts_by_owner() -> dict[str, Offer]:
    """What every department offers, by the tree path of its Vietnamese page, in one query."""
    rows = ServicePage.objects.on_site(settings.LANGUAGE_CODE).with_owner_path().values_list("owner_path", "level")
    counted: dict[str, Counter[int | None]] = {}
    for path, level in rows.order_by("pk"):
        counted.setdefault(path, Counter())[level] += 1
    return {path: _offer(levels) for path, levels in counted.items()}


def _offer(levels: Counter) -> Offer:
    return Offer(
        levels.total(), [LevelCount(int(level), str(level.label), levels[level]) for level in Level if levels[level]]
    )


def services_of(department: Any, request: HttpRequest) -> Listing:
    """The services a department handles today, one page of them."""
    return paged(_owned(department), request)


def formerly_of(department: Any, request: HttpRequest) -> Listing:
    """The services a former department handled on the old portal; today's owner stands on each card."""
    services = ServicePage.objects.on_site(settings.LANGUAGE_CODE)
    return paged(services.filter(former_department__translation_key=department.translation_key), request)


def _owned(department: Any) -> Any:
    """Vietnamese services under this department, whatever the language of the page."""
    services = ServicePage.objects.on_site(settings.LANGUAGE_CODE)
    if reader_language() == settings.LANGUAGE_CODE:
        return services.owned_by([department])
    sources = DepartmentPage.objects.filter(
        translation_key=department.translation_key, locale__language_code=settings.LANGUAGE_CODE
    )
    return services.owned_by(sources)
