"""Guidance articles with their parts, and notices."""

from uuid import uuid5

from wagtail.models import Page

from core.json_types import JSON
from core.models import Audience
from home.demo.content import NAMESPACE, Record, day, key, read
from home.demo.law_links import rows_by_key, with_rows
from home.demo.terms import Directory
from home.models import GuidanceIndexPage, GuidancePage, GuidanceService, NoticeIndexPage, NoticePage
from services.models import ServicePage


class Services:
    """Finds the services that articles speak of, by the slug of the content."""

    def __init__(self) -> None:
        self._by_key = {page.translation_key: page for page in ServicePage.objects.filter(locale__language_code="vi")}

    def __getitem__(self, slug: str) -> ServicePage:
        return self._by_key[key("services", slug)]


def load_guidance(index: GuidanceIndexPage, directory: Directory, services: Services) -> dict[str, GuidancePage]:
    """Make the missing articles and parts; answers the articles by slug."""
    articles = {}
    for record in read("guidance"):
        audiences = [directory.terms("audiences")[slug] for slug in record["audiences"]]
        article = _ensure_article(index, record, record["slug"], audiences, services)
        for part in record.get("parts", []):
            _ensure_article(article, part, f"{record['slug']}/{part['slug']}", audiences, services)
        articles[record["slug"]] = article
    return articles


def _ensure_article(
    parent: Page, record: Record, name: str, audiences: list[Audience], services: Services
) -> GuidancePage:
    found = GuidancePage.objects.filter(translation_key=key("guidance", name), locale=parent.locale).first()
    if found:
        return found
    page = GuidancePage(
        locale=parent.locale,
        translation_key=key("guidance", name),
        title=record["title"],
        slug=record["slug"],
        summary=record["summary"],
        sources="\n".join(record["sources"]),
        body=body(record["body"], name, services),
    )
    page.audiences = audiences
    for order, slug in enumerate(record["services"]):
        page.related_services.add(GuidanceService(service=services[slug], sort_order=order))
    parent.add_child(instance=page)
    page.save_revision().publish()
    return page


def load_notices(index: NoticeIndexPage, services: Services) -> None:
    known = set(NoticePage.objects.values_list("translation_key", flat=True))
    for record in read("notices"):
        translation_key = key("notices", record["slug"])
        if translation_key in known:
            continue
        values = {**record, "dated": day(record["dated"]), "shown_until": day(record.get("shown_until"))}
        values["body"] = body(record["body"], f"notices/{record['slug']}", services)
        page = NoticePage(locale=index.locale, translation_key=translation_key, **values)
        index.add_child(instance=page)
        page.save_revision().publish()


def body(blocks: list[Record], name: str, services: Services) -> list[Record]:
    """Blocks of the content as a StreamField stores them, each with an id that is the same in every run."""
    rows = rows_by_key()
    return [
        {
            "type": block["type"],
            "id": str(uuid5(NAMESPACE, f"{name}/{number}")),
            "value": with_rows(_value(block, f"{name}/{number}", services), rows),
        }
        for number, block in enumerate(blocks)
    ]


def _value(block: Record, name: str, services: Services) -> JSON:
    value = block["value"]
    if block["type"] == "service":
        return {"service": services[value["service"]].pk}
    if block["type"] == "steps":
        return [
            {"type": "item", "id": str(uuid5(NAMESPACE, f"{name}/{number}")), "value": step}
            for number, step in enumerate(value)
        ]
    return value
