"""What stands around the pages: the home page's own words, introductions, quick links, banners, contact."""

from wagtail.models import Page

from core.models import PortalSettings
from departments.models import ReceptionPlace
from home.demo.content import Record, key, read
from home.demo.files import picture
from home.demo.guidance import Services
from home.demo.locales import english, vietnamese
from home.demo.saving import add
from home.models import Banner, GuidancePage, HomePage, PopularService, QuickLink
from home.setup import Trunk


def load_front(trunk: Trunk, articles: dict[str, GuidancePage], services: Services) -> None:
    content = read("front")
    _fill_home(trunk.home, content["home"], articles, services)
    for name, introduction in content["introductions"].items():
        _introduce(getattr(trunk, name), introduction)
    for record in content["quick_links"]:
        _ensure_link(record)
    for record in content["banners"]:
        _ensure_banner(record)
    _fill_settings(content["settings"])
    if not ReceptionPlace.objects.exists():
        add(ReceptionPlace(**content["reception_centre"]))
    _fill_menus(trunk)


def _fill_home(home: HomePage, record: Record, articles: dict[str, GuidancePage], services: Services) -> None:
    """Words of a home page that has none yet; what an editor wrote stays."""
    if home.lead or home.filing_guide or home.popular_services.exists():
        return
    home.lead = record["lead"]
    home.filing_guide = record["filing_guide"]
    home.introduction_page = articles[record["introduction_page"]]
    for order, slug in enumerate(record["popular_services"]):
        home.popular_services.add(PopularService(service=services[slug], sort_order=order))
    home.save()  # gives the new rows their keys before a revision remembers them
    home.save_revision().publish()


def _introduce(page, introduction: str) -> None:
    if not page.introduction:
        page.introduction = introduction
        page.save_revision().publish()


def _ensure_link(record: Record) -> None:
    values = {name: record[name] for name in ("title", "url", "position")}
    _ensure(QuickLink, key("links", record["slug"]), values, record["english"])


def _ensure_banner(record: Record) -> None:
    values = {name: record[name] for name in ("title", "alt", "url", "position")}
    values |= {"image": picture(record["file"], record["title"]), "starts_on": None}
    _ensure(Banner, key("banners", record["slug"]), values, record["english"])


def _ensure(model: type[QuickLink] | type[Banner], translation_key, values: Record, words: Record) -> None:
    for locale, found in ((vietnamese(), values), (english(), {**values, **words})):
        if not model.objects.filter(translation_key=translation_key, locale=locale).exists():
            add(model(translation_key=translation_key, locale=locale, **found))


def _fill_settings(record: Record) -> None:
    settings = PortalSettings.load()
    if not settings.organisation:
        for name, value in record.items():
            setattr(settings, name, value)
        add(settings)


def _fill_menus(trunk: Trunk) -> None:
    """The menu and the footer as they stand without an editor, so that there is something to change."""
    settings = PortalSettings.load()
    if settings.main_menu:
        return
    lists = [trunk.services, trunk.departments, trunk.guidance, trunk.notices]
    main = [*(_page(page) for page in lists), *(_part(name) for name in ("forms", "tracking"))]
    settings.main_menu = settings.first_column = main
    others = ("levels", "statistics", "account_overview", "sitemap_page")
    settings.second_column = [*(_page(page) for page in trunk.standing.values()), *(_part(name) for name in others)]
    settings.save()


def _page(page: Page) -> tuple[str, dict[str, object]]:
    return ("entry", {"is_shown": True, "page": page})


def _part(name: str) -> tuple[str, dict[str, object]]:
    return ("entry", {"is_shown": True, "part": name})
