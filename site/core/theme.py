"""The look of the portal: whose name and mark it carries, and the small stylesheet of the colours a province chose."""

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from core.contrast import DARK_GROUND, lightened
from core.models import PortalSettings

if TYPE_CHECKING:
    from core.models import PortalImage, PortalSettings

BRAND_COLOUR = "#8e1a2d"
"""The portal's own brand colour, as site/styles/_colours.scss has it."""

YEAR = 31_536_000


@dataclass(frozen=True)
class Brand:
    """What a page shows of the brand. `stylesheet_url` is "" while the portal's own colours are in use."""

    name: str
    logo: "PortalImage | None"
    colour: str
    stylesheet_url: str


def own_brand() -> Brand:
    """Return the brand of a portal nobody has changed anything of."""
    return Brand(_("Thanh Hóa Public Service Portal"), None, BRAND_COLOUR, "")


def brand_of(chosen: "PortalSettings", language: str) -> Brand:
    """Return the brand as the settings `chosen` make it, in the reader's language."""
    own = own_brand()
    text = stylesheet(brand=chosen.brand_colour, link=chosen.link_colour, banner=chosen.banner_colour)
    return Brand(
        name=(chosen.name_en if language == "en" else chosen.name) or own.name,
        logo=chosen.logo,
        colour=chosen.brand_colour or own.colour,
        stylesheet_url=f"{reverse('brand')}?v={fingerprint(text)}" if text else "",
    )


def stylesheet(*, brand: str, link: str, banner: str) -> str:
    """Return the custom properties of the chosen colours ("" = not chosen), with lighter tones for dark pages."""
    light = {"--portal-brand": brand, "--portal-link": link, "--portal-banner": banner}
    dark = {"--portal-brand-ink": brand, "--portal-link": link}
    light = {name: colour for name, colour in light.items() if colour}
    dark = {name: lightened(colour, DARK_GROUND) for name, colour in dark.items() if colour}
    text = f":root{{{_declarations(light)}}}\n" if light else ""
    return text + (f"@media screen and (prefers-color-scheme:dark){{:root{{{_declarations(dark)}}}}}\n" if dark else "")


def _declarations(properties: dict[str, str]) -> str:
    return ";".join(f"{name}:{colour}" for name, colour in properties.items())


def fingerprint(text: str) -> str:
    """Return a short name that changes with the text, so that a browser may keep it for good."""
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def stylesheet_view(request: HttpRequest) -> HttpResponse:
    """Return the stylesheet of the chosen colours; asked for by its fingerprint it never changes."""
    chosen = PortalSettings.load(request_or_site=request)
    text = stylesheet(brand=chosen.brand_colour, link=chosen.link_colour, banner=chosen.banner_colour)
    response = HttpResponse(text, content_type="text/css; charset=utf-8")
    if request.GET.get("v") == fingerprint(text):
        response.headers["Cache-Control"] = f"public, max-age={YEAR}, immutable"
    return response
