"""The trunk of the page tree that every installation needs: languages, home page, lists. Safe to run again."""

from dataclasses import dataclass

from django.conf import settings
from django.db import transaction
from wagtail.models import Locale, Page, Site
from wagtail_localize.models import LocaleSynchronization

from core.models import PortalSettings
from departments.models import DepartmentIndexPage
from home.models import GuidanceIndexPage, HomePage, HomeSection, NoticeIndexPage, Role, SectionKind, StandardPage
from services.models import ServiceIndexPage


@dataclass(frozen=True)
class Trunk:
    """The pages everything else grows from, in Vietnamese."""

    home: HomePage
    services: ServiceIndexPage
    departments: DepartmentIndexPage
    guidance: GuidanceIndexPage
    notices: NoticeIndexPage
    standing: dict[str, StandardPage]


LISTS = (
    (ServiceIndexPage, "Dịch vụ công", "dich-vu"),
    (DepartmentIndexPage, "Sở, ban, ngành", "co-quan"),
    (GuidanceIndexPage, "Hướng dẫn", "huong-dan"),
    (NoticeIndexPage, "Thông báo", "thong-bao"),
)

STANDING = (
    (Role.CONTACT, "Liên hệ", "lien-he"),
    (Role.ACCESSIBILITY, "Tuyên bố về khả năng truy cập", "kha-nang-tiep-can"),
    (Role.PRIVACY, "Bảo vệ dữ liệu cá nhân", "du-lieu-ca-nhan"),
    (Role.OPEN_DATA, "Dữ liệu mở và API", "du-lieu-mo"),
    (Role.TERMS, "Điều khoản sử dụng", "dieu-khoan-su-dung"),
)
"""Made as drafts: what they say must be true of this portal before anyone reads it."""


def _ensure_english(vietnamese: Locale) -> None:
    """English, kept in step with Vietnamese: pages without a translation get an alias there."""
    english, _created = Locale.objects.get_or_create(language_code="en")
    LocaleSynchronization.objects.get_or_create(locale=english, defaults={"sync_from": vietnamese})


def _ensure_home(vietnamese: Locale) -> HomePage:
    home = HomePage.objects.filter(locale=vietnamese).first()
    if home is None:
        root = Page.get_first_root_node()
        home = HomePage(title=settings.WAGTAIL_SITE_NAME, slug="trang-chu", locale=vietnamese)
        home.sections.add(
            *(HomeSection(kind=kind, sort_order=order, locale=vietnamese) for order, kind in enumerate(SectionKind))
        )
        root.add_child(instance=home)
        home.save_revision().publish()
    Site.objects.update_or_create(
        is_default_site=True,
        defaults={"hostname": "localhost", "port": 80, "site_name": settings.WAGTAIL_SITE_NAME, "root_page": home},
    )
    Page.objects.filter(depth=2, slug="home", content_type__model="page").delete()  # Wagtail's own welcome page
    return home


def _ensure_list(home: HomePage, model, title: str, slug: str):
    page = model.objects.filter(locale=home.locale).first()
    if page is None:
        page = model(title=title, slug=slug, locale=home.locale, show_in_menus=True)
        home.add_child(instance=page)
        page.save_revision().publish()
    return page


def _ensure_standing(home: HomePage, role: Role, title: str, slug: str) -> StandardPage:
    page = StandardPage.objects.filter(role=role, locale=home.locale).first()
    if page is None:
        page = StandardPage(role=role, title=title, slug=slug, locale=home.locale, live=False)
        home.add_child(instance=page)
        page.save_revision()
    return page


@transaction.atomic
def ensure_trunk() -> Trunk:
    """Make what is missing of the trunk; what an editor changed stays as it is."""
    vietnamese, _created = Locale.objects.get_or_create(language_code="vi")
    home = _ensure_home(vietnamese)
    services, departments, guidance, notices = (_ensure_list(home, *row) for row in LISTS)
    standing = {row[0].value: _ensure_standing(home, *row) for row in STANDING}
    _ensure_english(vietnamese)
    PortalSettings.load()  # makes the row, which a visitor's GET would otherwise write
    return Trunk(home, services, departments, guidance, notices, standing)
