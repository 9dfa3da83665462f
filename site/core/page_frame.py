"""What stands around every page: navigation, the other language, where the reader is, whom to ask."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import reverse, translate_url
from django.utils import timezone, translation
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.blocks import StreamValue
from wagtail.models import Page

from core import kept_posts
from core.addresses import absolute
from core.i18n import reader_language
from core.links import Link, foreign, link_to
from core.menu_blocks import PARTS
from core.menus import MenuLinks
from core.models import PortalSettings
from core.page_tree import SECTION_DEPTH, live_sections, translations_of_top
from core.theme import Brand, brand_of
from core.url_zones import is_public

PARTS_IN_MENU = frozenset({"forms", "tracking"})
"""Those that stand in the menu while no editor filled one."""
TERRITORIES = {"vi": "vi_VN", "en": "en_GB"}


def home_url(language: str) -> str:
    """Return the address of the home page in that language."""
    with translation.override(language):
        return reverse("wagtail_serve", args=[""])


@dataclass(frozen=True)
class Section:
    """A main part of the site."""

    link: Link
    in_menu: bool
    is_current: bool


@dataclass(frozen=True)
class Version:
    """The same page in a language, or that language's home page when there is no such page."""

    code: str
    name: str
    url: str
    is_same_page: bool
    is_current: bool

    @property
    def full_url(self) -> str:
        return absolute(self.url)


@dataclass(frozen=True)
class Contact:
    """Who runs the portal; an empty line is unknown and not shown."""

    organisation: str
    organisation_lang: str
    address: str
    hotline: str
    hotline_note: str
    email: str


@dataclass(frozen=True)
class Menus:
    """The menu and the two columns of the footer; a heading is "" where the portal's own stands."""

    main: list[Section]
    first: list[Link]
    second: list[Link]
    first_heading: str
    second_heading: str


def _entries(menu: StreamValue) -> list[dict[str, Any]]:
    """Return what is stored of the entries; to build them as blocks would ask for their pages one menu at a time."""
    return [entry["value"] for entry in menu.raw_data]


def _links(sections: list[Section]) -> list[Link]:
    return [section.link for section in sections]


class PageChrome:
    """The surroundings of one answer; each part is read from the database when the template asks for it."""

    def __init__(
        self,
        request: HttpRequest,
        page: Page | None = None,
        *,
        addresses: Mapping[str, str] | None = None,
        is_error: bool = False,
    ) -> None:
        """`addresses` say where a page that stands in no tree is read, by language; without them, its own is turned."""
        self.request = request
        self.page = page
        self.addresses = addresses
        self.is_error = is_error
        self.language = reader_language()

    @property
    def home(self) -> Link:
        return Link(_("Home page"), home_url(self.language))

    @property
    def is_home(self) -> bool:
        return not self.is_error and self.request.path == self.home.url

    @cached_property
    def sections(self) -> list[Section]:
        """The pages below the home page, in the reader's language where translated, then those without an editor."""
        sections = [
            self._section(link_to(shown, self.request), in_menu=page.show_in_menus)
            for page, shown in live_sections(self.request)
        ]
        return sections + [
            self._section(Link(str(text), reverse(name)), in_menu=name in PARTS_IN_MENU) for name, text in PARTS
        ]

    def _section(self, link: Link, *, in_menu: bool) -> Section:
        path = self.request.path
        is_inside = path == link.url or (path.startswith(link.url) and link.url not in ("", self.home.url))
        return Section(link, in_menu, is_inside and not self.is_error)

    @property
    def is_personal(self) -> bool:
        """Whether this page may differ from person to person; public pages are the same for everybody."""
        return not is_public(self.request.path_info)

    @property
    def person(self) -> str:
        """The e-mail address of who is logged in, "" for nobody and on every public page."""
        user = getattr(self.request, "user", None) if self.is_personal else None
        return user.email if user is not None and user.is_authenticated else ""

    @property
    def main_sections(self) -> list[Section]:
        """What the portal has, as it stands in the menu while no editor filled one."""
        return [section for section in self.sections if section.in_menu]

    @property
    def other_sections(self) -> list[Section]:
        """What stands in no menu by itself: contact, statements, the sitemap."""
        return [section for section in self.sections if section.link.url and not section.in_menu]

    @cached_property
    def menus(self) -> Menus:
        """The menu and the footer's columns: the editors' entries, where there are any."""
        known = PortalSettings.load(request_or_site=self.request)
        kept = [_entries(known.main_menu), _entries(known.first_column), _entries(known.second_column)]
        links = MenuLinks(self.request, self.home, *kept)
        main, first, second = (links.links(menu) if menu else None for menu in kept)
        is_english = self.language == "en"
        return Menus(
            main=self.main_sections if main is None else [self._section(link, in_menu=True) for link in main],
            first=_links(self.main_sections) if first is None else first,
            second=_links(self.other_sections) if second is None else second,
            first_heading=known.first_heading_en if is_english else known.first_heading,
            second_heading=known.second_heading_en if is_english else known.second_heading,
        )

    @property
    def trail(self) -> list[Link]:
        """The way down to this page, without the page itself."""
        above = [
            section.link for section in self.sections if section.is_current and section.link.url != self.request.path
        ]
        return [self.home, *above]

    @cached_property
    def versions(self) -> list[Version]:
        """One entry per language, Vietnamese first."""
        own = self._addresses()
        return [
            Version(code, name, own.get(code) or home_url(code), code in own, code == self.language)
            for code, name in settings.LANGUAGES
        ]

    @property
    def what_is_kept(self) -> str:
        """The parameter that the page in the other language shows again what was typed by; "" on any other page."""
        token = self.request.GET.get(kept_posts.PARAMETER, "")
        return f"?{urlencode({kept_posts.PARAMETER: token})}" if token else ""

    @property
    def alternates(self) -> list[Version]:
        """The real translations of this page, itself among them; empty when it has none."""
        same = [version for version in self.versions if version.is_same_page]
        return same if len(same) > 1 else []

    @property
    def canonical(self) -> str:
        """The full address of this page without parameters; "" for an error."""
        return next((v.full_url for v in self.versions if v.is_current and v.is_same_page), "")

    def _addresses(self) -> dict[str, str]:
        """Return where this page is read, by language."""
        if self.is_error:
            return {}
        if self.page is None and self.addresses is not None:
            return {**self.addresses, self.language: self.request.path}
        if self.page is None:
            path = self.request.path
            return {
                code: path if code == self.language else translate_url(path, code) for code, _name in settings.LANGUAGES
            }
        return {self.language: self.page.get_url(self.request), **self._translations(self.page)}

    def _translations(self, page: Page) -> dict[str, str]:
        is_top = page.depth is not None and page.depth <= SECTION_DEPTH
        known = translations_of_top(page.translation_key, self.request) if is_top else None
        versions = page.published_versions(self.request) if known is None else known
        others = (version for version in versions if version.locale_id != page.locale_id)
        return {other.locale.language_code: other.get_url(self.request) for other in others}

    @cached_property
    def brand(self) -> Brand:
        """Whose portal this is."""
        return brand_of(PortalSettings.load(request_or_site=self.request), self.language)

    @property
    def share_image(self) -> str:
        """The full address of the picture that stands beside a link to this portal elsewhere."""
        return absolute(static("share.png"))

    @property
    def territory(self) -> str:
        """The language with its country, as Open Graph writes it."""
        return TERRITORIES[self.language]

    @property
    def other_territories(self) -> list[str]:
        """The same of the languages this page is translated into."""
        return [TERRITORIES[version.code] for version in self.alternates if not version.is_current]

    @property
    def today(self) -> date:
        return timezone.localdate()

    @cached_property
    def contact(self) -> Contact:
        known = PortalSettings.load(request_or_site=self.request)
        words = known.in_language(self.language)
        is_translated = words.organisation != known.organisation
        return Contact(
            organisation=words.organisation,
            organisation_lang="" if is_translated else foreign(settings.LANGUAGE_CODE),
            address=known.address,
            hotline=known.hotline,
            hotline_note=words.hotline_note,
            email=known.email,
        )
