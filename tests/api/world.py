"""A small portal with one of everything a partner can read, and what a partner does: ask, cold or warm."""

import io
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.cache import cache
from django.core.files.base import ContentFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from PIL import Image
from wagtail.models import Collection, CollectionViewRestriction, Locale, PageViewRestriction, Site

from core.models import LifeEvent, PortalImage
from departments.models import DepartmentPage, Leader, OpeningHours, Succession
from home.models import GuidancePage, NoticePage
from services.models import RelatedService, ServicePage
from tests.builders import (
    make_complete_service,
    make_department,
    make_field,
    make_guide,
    make_legal_document,
    make_notice,
    make_service,
    make_template,
    publish,
    translate,
)

WORDS = {
    "Đăng ký khai sinh": "Birth registration",
    "dang-ky-khai-sinh": "birth-registration",
    "Lệ phí hộ tịch": "Civil status charge",
    "Giấy chứng sinh": "Notification of birth",
    "Người khác nộp thay": "Someone else files",
}


@dataclass(frozen=True)
class World:
    """What the golden answers are made from."""

    department: DepartmentPage
    former: DepartmentPage
    service: ServicePage
    english: ServicePage
    guide: GuidancePage
    notice: NoticePage
    image: PortalImage


def fetch(address: str, **headers: str) -> Any:
    """A GET to the API; `headers` as Django's test client takes them (HTTP_…)."""
    return Client().get(f"/api/v2/{address}", **headers)


def items(address: str) -> list[dict[str, Any]]:
    """The objects of a list."""
    answer = fetch(address)
    assert answer.status_code == 200, answer.content.decode()
    return answer.json()["items"]


def titles(address: str) -> list[str]:
    return [item["title"] for item in items(address)]


def cold_queries(address: str) -> int:
    """Queries of one answer when nothing was remembered before: no cache, no site, no content type."""
    cache.clear()
    Site.clear_site_root_paths_cache()
    ContentType.objects.clear_cache()
    assert connection.features.supports_json_field  # SQLite is asked once per process
    with CaptureQueriesContext(connection) as queries:
        answer = fetch(address)
    assert answer.status_code == 200, answer.content.decode()
    return len(queries)


def restrict(page: Any) -> None:
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)


def private_collection() -> Collection:
    """A collection only for those who are logged in."""
    collection = Collection.get_first_root_node().add_child(name="Nội bộ")
    CollectionViewRestriction.objects.create(collection=collection, restriction_type=CollectionViewRestriction.LOGIN)
    return collection


def make_image(title: str = "Trụ sở", **fields: Any) -> PortalImage:
    data = io.BytesIO()
    Image.new("RGB", (8, 4)).save(data, "PNG")
    return PortalImage.objects.create(title=title, file=ContentFile(data.getvalue(), name="tru-so.png"), **fields)


def make_former_department(successor: DepartmentPage) -> DepartmentPage:
    """A department that became part of `successor`, with a leader and hours."""
    page = make_department(
        "Ban Cải cách tư pháp",
        kind="ban",
        is_former=True,
        valid_to=date(2025, 2, 28),
        latitude="19.806700",
        longitude="105.776000",
        unit_code="H56.99",
        functions=f'<p>Xem <a linktype="page" id="{successor.pk}">Sở Tư pháp</a>.</p>',
    )
    locale = page.locale
    page.leaders.add(Leader(locale=locale, sort_order=0, name="Lê Văn A", position="Trưởng ban"))
    page.opening_hours.add(OpeningHours(locale=locale, sort_order=0, weekday=1, opens=time(7, 30), closes=time(11, 30)))
    page.successions.add(
        Succession(
            locale=locale, sort_order=0, successor=successor, field=make_field(), work="hộ tịch", is_confirmed=True
        )
    )
    return publish(page)


def make_body(service: ServicePage, image: PortalImage) -> list[tuple[str, Any]]:
    """A body with every kind of block."""
    return [
        ("heading", "Chuẩn bị"),
        ("text", f'<p>Đọc <a linktype="page" id="{service.pk}">thủ tục</a> và <a href="/muc-do/">mức độ</a>.</p>'),
        ("steps", ["<p>Điền tờ khai</p>", "<p>Nộp</p>"]),
        ("callout", {"kind": "warning", "text": "<p>Mang bản chính.</p>"}),
        ("image", {"image": image.pk, "alt": "Cổng trụ sở", "caption": ""}),
        ("file", {"document": make_template("Mẫu đơn").pk}),
        ("service", {"service": service.pk}),
    ]


def stored(body: list[tuple[str, Any]]) -> list[dict[str, Any]]:
    """Blocks as a page stores them."""
    return [
        {"type": kind, "value": value, "id": f"00000000-0000-4000-8000-{at:012d}"}
        for at, (kind, value) in enumerate(body)
    ]


def build_world() -> World:
    department = make_department("Sở Tư pháp", short_name="STP", unit_code="H56.15")
    former = make_former_department(department)
    marriage = make_service("Đăng ký kết hôn", department=department, procedure_code="1.000894", level=2)
    event = LifeEvent.objects.create(name="Sinh con", slug="sinh-con", locale=Locale.get_default())
    decree = make_legal_document("85/2019/NQ-HĐND", "Nghị quyết về mức thu lệ phí")
    service = make_complete_service(
        department=department,
        procedure_code="1.001193",
        legacy_code="1.001193.000.00.00.H56",
        former_department=former,
        conditions=f'<p>Xem <a linktype="page" id="{marriage.pk}">kết hôn</a>.</p>',
        fees=[
            {"name": "Lệ phí hộ tịch", "kind": "le_phi", "status": "amount", "amount": 8000, "channel": "in_person",
             "unit": "việc", "legal_document": decree, "exemption": "Hộ nghèo"},
            {"name": "Lệ phí hộ tịch", "kind": "le_phi", "status": "free", "channel": "online",
             "valid_from": date(2025, 7, 1), "valid_to": date(2026, 12, 31)},
        ],
    )  # fmt: skip
    service.life_events = [event]
    service.related_services.add(RelatedService(service=marriage, sort_order=0))
    publish(service)
    english = translate(service, WORDS)
    image = make_image(description="Nhà hai tầng", credit="Ảnh của cổng")
    guide = make_guide(services=[service], summary="Ba bước", body=stored(make_body(service, image)))
    notice = make_notice(department=department, dated=date(2026, 7, 20), body=stored([("text", "<p>Nghỉ lễ.</p>")]))
    return World(department, former, service, english, guide, notice, image)
