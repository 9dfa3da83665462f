"""Pages of the demo by language."""

from services.models import ServicePage

OLD_PORTAL = {"Sở Xây dựng": 7, "Sở Thông tin truyền thông": 1, "Sở Y tế": 22, "Sở Tài nguyên & Môi trường": 9}
"""Level 3 services per department, as the page of the old portal counted them."""


def vietnamese(model):
    return model.objects.filter(locale__language_code="vi")


def english(model):
    """Pages translated into English, without the aliases that only stand in."""
    return model.objects.filter(locale__language_code="en", alias_of__isnull=True)


def service(slug: str) -> ServicePage:
    return vietnamese(ServicePage).get(slug=slug)
