"""What a page says to programs (schema.org as JSON-LD): how it is written into a page, and what every page says."""

import json
from collections.abc import Iterable
from typing import Any

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from core.addresses import absolute
from core.links import Link
from core.page_frame import Contact

Data = dict[str, Any]

CONTEXT = "https://schema.org"
NOTHING: tuple[Any, ...] = (None, "", [], {})
ESCAPES = str.maketrans({sign: f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"})
"""Inside a JSON text these signs stand in strings alone, and there their number means the same."""


def known(**facts: Any) -> Data:
    """Return the facts without those that are unknown; a name beginning with `at_` stands for one with @, as @type."""
    named = {f"@{name[3:]}" if name.startswith("at_") else name: fact for name, fact in facts.items()}
    return {name: fact for name, fact in named.items() if fact not in NOTHING}


def script(data: Data) -> SafeString:
    """Return the element of the page head that holds the data; nothing in them can end it or begin another."""
    text = json.dumps({"@context": CONTEXT, **data}, ensure_ascii=False, separators=(",", ":")).translate(ESCAPES)
    return mark_safe(f'<script type="application/ld+json">{text}</script>')  # noqa: S308 (escaped in the line above)


def province() -> Data:
    """Return where the portal's services are offered; VN-21 is its number in ISO 3166-2."""
    return known(at_type="AdministrativeArea", name=_("Thanh Hóa province"), identifier="VN-21")


def organisation(link: Link | None) -> Data | None:
    """Return an agency by its name, with the address of its page where it has one."""
    if link is None:
        return None
    url = absolute(link.url) if link.url else ""
    return known(at_type="GovernmentOrganization", at_id=url and organisation_id(url), name=link.text, url=url)


def organisation_id(url: str) -> str:
    """Return the name under which all pages speak of the organisation whose page this is."""
    return f"{url}#organisation"


def breadcrumb_list(links: Iterable[Link]) -> Data:
    """Return the way down to a page, the page itself last."""
    steps = [
        known(at_type="ListItem", position=position, name=link.text, item=absolute(link.url) if link.url else "")
        for position, link in enumerate(links, start=1)
    ]
    return known(at_type="BreadcrumbList", itemListElement=steps)


def website(*, name: str, url: str, language: str, search_url: str, contact: Contact) -> Data:
    """Return the portal as a whole, with the address that answers a question: `search_url` and the words as `q`."""
    search = known(
        at_type="SearchAction",
        target=known(at_type="EntryPoint", urlTemplate=f"{search_url}?q={{search_term_string}}"),
        **{"query-input": "required name=search_term_string"},
    )
    publisher = known(name=contact.organisation, telephone=contact.hotline, email=contact.email)
    return known(
        at_type="WebSite",
        at_id=f"{url}#website",
        name=name,
        url=url,
        inLanguage=language,
        publisher=publisher and {"@type": "GovernmentOrganization", **publisher},
        potentialAction=search,
    )
