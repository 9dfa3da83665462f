"""Pages of the demo by language."""

from departments.models import DepartmentPage
from services.models import ServicePage

COMMUNE = "14797"
"""The code of the commune that stands for all where every page is walked."""

OLD_PORTAL = {"Sở Xây dựng": 7, "Sở Thông tin truyền thông": 1, "Sở Y tế": 22, "Sở Tài nguyên & Môi trường": 9}
"""Level 3 services per department, as the page of the old portal counted them."""


def vietnamese(model):
    return model.objects.filter(locale__language_code="vi")


def english(model):
    """Pages translated into English, without the aliases that only stand in."""
    return model.objects.filter(locale__language_code="en", alias_of__isnull=True)


def without_most_communes(pages):
    """These pages with one commune for all: the others are made by the same rule."""
    others = DepartmentPage.objects.communes().exclude(area_code=COMMUNE)
    return pages.exclude(pk__in=others.values("pk"))


def service(slug: str) -> ServicePage:
    return vietnamese(ServicePage).get(slug=slug)
