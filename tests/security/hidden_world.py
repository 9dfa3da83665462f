"""A portal in which every public page points at something nobody may see, and a stranger who reads all of it."""

import json
import re
from collections.abc import Iterator
from datetime import date
from html import unescape
from typing import Any
from uuid import uuid4

from django.conf import settings
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation
from wagtail.models import Page, PageViewRestriction

from departments.models import Succession
from home.models import PopularService
from services.forms.models import Tally, TallyCount
from services.models import RelatedService
from tests.api.world import make_image, private_collection, stored
from tests.builders import (
    make_complete_service,
    make_department,
    make_field,
    make_guide,
    make_notice,
    make_template,
    publish,
    translate,
    trunk,
)

VIEWS = (
    "levels", "forms", "services_feed", "field_list", "audience_list", "life_event_list", "sitemap_page",
    "notices_feed", "feedback", "statistics", "statistics_csv", "tracking", "account_login",
)  # fmt: skip
"""Public places without a page of their own."""
SIGNS = ("priv", "draft")
LINK = re.compile(r'(?:href|src|action)="([^"#]+)|<loc>([^<]+)|"(?:detail_url|html_url)": ?"([^"]+)"')


class Hidden:
    """The pages and files of a small portal, by what becomes of them."""

    def __init__(self) -> None:
        self.private: list[Page] = []
        self.drafts: list[Page] = []
        self.files: list[Any] = []

    def hide(self) -> None:
        """Close everything that is to be closed, each page with a restriction of its own or by taking it back."""
        for page, kind in zip(self.private, _kinds(), strict=False):
            PageViewRestriction.objects.create(page=page, restriction_type=kind, password="x" * 12)
        for page in self.drafts:
            for version in page.get_translations(inclusive=True):  # as the admin does (core/companions.py)
                version.specific.unpublish()
        collection = private_collection()
        for file in self.files:
            file.collection = collection
            file.save()


def _kinds() -> Iterator[str]:
    while True:
        yield from (PageViewRestriction.LOGIN, PageViewRestriction.PASSWORD)


def build() -> Hidden:
    """What is hidden later has "Zqzqz" in its name, nothing else has; what becomes private is in English too."""
    found = Hidden()
    open_department = make_department("Sở Tư pháp", unit_code="H56.15")
    offices = [make_department(f"Sở Zqzqz {sign}dept", unit_code=f"H56.{sign}") for sign in SIGNS]
    for office in offices:
        _hand_over(office, open_department)
        _hand_over(open_department, office)
        _tally(office)
    below = make_complete_service("Zqzqz below", department=offices[0], field=make_field("Zqzqz field", "zqzqz-field"))
    services = [make_complete_service(f"Zqzqz {sign}service", department=open_department) for sign in SIGNS]
    guides = [make_guide(f"Zqzqz {sign}guide") for sign in SIGNS]
    make_guide("Zqzqz part", parent=guides[0])
    files = [make_template("Zqzqz form"), make_image("Zqzqz picture")]
    notices = [make_notice(f"Zqzqz {sign}notice", dated=date(2026, 7, 1)) for sign in SIGNS]
    for page, title in ((offices[0], "office"), (services[0], "servant"), (guides[0], "manual")):
        _english(page, f"Zqzqz {title}")
    for at in (1, 0):
        _open_pages(at, offices[at], open_department, [*services, below], guides[at], files)
    _english(open_department, "Department of Justice")
    found.private = [offices[0], services[0], guides[0], notices[0]]
    found.drafts = [offices[1], services[1], guides[1], notices[1]]
    found.files = files
    make_complete_service("Mồ côi", department=offices[1], level=4)
    return found


def _open_pages(at: int, office: Any, department: Any, services: list[Any], guide: Any, files: list[Any]) -> None:
    """A service, an article, a notice and the home page, all public, that name what will be hidden."""
    agencies = [{"department": one, "apply_mode": "site_form", "level": 3} for one in (office, department)]
    service = make_complete_service(
        f"Cấp phép {at}",
        department=department,
        former_department=office,
        handling_agencies=agencies,
        documents=[{"name": "Tờ khai", "template": files[0]}],
        replaced_by=services[at],
    )
    for order, other in enumerate(services):
        service.related_services.add(RelatedService(service=other, sort_order=order))
    publish(service)
    body = stored([("file", {"document": files[0].pk}), ("image", {"image": files[1].pk, "alt": "", "caption": ""}),
                   *(("service", {"service": other.pk}) for other in services)])  # fmt: skip
    guide_to_it = make_guide(f"Bài {at}", services=[*services, service], body=body)
    if at == 0:
        _english(service, "Permit")
        _english(guide_to_it, "Article")
    make_notice(f"Tin {at}", department=office, dated=date(2026, 7, 2), body=body)
    home = trunk().home
    home.introduction_page = guide
    for order, one in enumerate([*services, service]):
        home.popular_services.add(PopularService(service=one, sort_order=order))
    publish(home)


def _english(page: Any, title: str) -> Any:
    translate(page, {page.title: title, page.slug: title.lower().replace(" ", "-")})
    return page


def _hand_over(old: Any, new: Any) -> None:
    old = type(old).objects.get(pk=old.pk)  # one in memory does not know which of its rows are stored
    old.successions.add(Succession(locale=old.locale, sort_order=0, successor=new, work="hộ tịch"))
    publish(old)


def _tally(office: Any) -> None:
    TallyCount.objects.get_or_create(defaults={"counted_at": timezone.now()})
    Tally.objects.create(month=date(2026, 7, 1), agency_key=office.translation_key, agency_name=office.title,
                         service_key=uuid4(), service_title="Zqzqz told", received=3)  # fmt: skip


def crawl(words: str, *, follows: bool = True) -> dict[str, str]:
    """Public answers by their address: the places everybody knows and the lists of the API, both also asked for the
    words, then all that links lead to.
    """
    client, seen, todo = Client(), {}, list(_starts(words))
    while todo:
        address = todo.pop()
        if address in seen or not is_public_place(address):
            continue
        answer = client.get(address)
        seen[address] = _text(answer) if answer.status_code == 200 else ""
        todo += [link for link in _links(seen[address]) if follows and link not in seen]
    return seen


def _starts(words: str) -> Iterator[str]:
    yield from ("/sitemap.xml", "/robots.txt")
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            yield reverse("wagtail_serve", args=[""])
            yield from (reverse(name) for name in VIEWS)
            yield from (f"{reverse(name)}?q={words}" for name in ("search", "forms"))
    for name in ("services", "departments", "pages", "images", "documents"):
        everywhere = "&locale=*" if name in ("services", "departments", "pages") else ""
        yield f"/api/v2/{name}/?fields=*&limit=100{everywhere}"
        if name != "images":
            yield f"/api/v2/{name}/?search={words}{everywhere}"


def is_public_place(address: str) -> bool:
    """Files are not read, nor are pictures and files of the API one by one; of the filters one alone is asked."""
    path, _mark, query = address.partition("?")
    if "&" in query and not path.startswith("/api/"):
        return False
    if path.startswith(("/api/v2/images/", "/api/v2/documents/")) and not query:
        return False
    return path.startswith("/") and not path.startswith(("/static/", "/media/", "/tai-lieu/", "/quan-tri/"))


def _links(text: str) -> Iterator[str]:
    for found in LINK.findall(text):
        link = unescape(next(part for part in found if part))
        yield link.removeprefix("http://testserver").removeprefix(settings.WAGTAILADMIN_BASE_URL)


def _text(answer: Any) -> str:
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    if "json" in answer.headers["Content-Type"]:
        return json.dumps(json.loads(body), ensure_ascii=False)
    return body.decode()
