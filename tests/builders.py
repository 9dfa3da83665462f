"""Makes pages for tests: plain functions that know Wagtail's traps (locale, order, rows saved with their page)."""

from collections.abc import Iterable
from datetime import date
from itertools import count
from typing import Any

from django.core.files.base import ContentFile
from wagtail.models import Locale, Page
from wagtail_localize.models import StringTranslation, Translation, TranslationSource
from wagtail_localize.operations import translate_object

from core.models import Audience, Field, LegalDocument, PortalDocument
from departments.models import DepartmentPage
from home.models import GuidancePage, GuidanceService, NoticePage
from home.setup import Trunk, ensure_trunk
from services.models import ServicePage
from services.models.row_kinds import KINDS
from services.rules.cases import keys_of_names, names_in_order
from tests.recorded_rows import recorded

_numbers = count(1)

DOCX = b"PK\x03\x04 not a real file, only bytes for a link"


def trunk() -> Trunk:
    return ensure_trunk()


def publish(page: Page) -> Page:
    page.save_revision().publish()
    return page


def make_field(name: str = "Hộ tịch", slug: str = "ho-tich") -> Field:
    found = Field.objects.filter(slug=slug, locale__language_code="vi").first()
    return found or Field.objects.create(name=name, slug=slug, locale=Locale.objects.get(language_code="vi"))


def make_audience(name: str = "Công dân Việt Nam", slug: str = "cong-dan-viet-nam", group: str = "citizen") -> Audience:
    found = Audience.objects.filter(slug=slug, locale__language_code="vi").first()
    return found or Audience.objects.create(
        name=name, slug=slug, group=group, locale=Locale.objects.get(language_code="vi")
    )


def make_legal_document(number: str = "60/2014/QH13", title: str = "Luật Hộ tịch") -> LegalDocument:
    return LegalDocument.objects.get_or_create(
        number=number, issuer="Quốc hội", defaults={"title": title, "kind": "law"}
    )[0]


def make_template(title: str = "Tờ khai đăng ký khai sinh") -> PortalDocument:
    return PortalDocument.objects.create(title=title, file=ContentFile(DOCX, name="to-khai.docx"))


@recorded
def make_department(title: str = "Sở Tư pháp", *, kind: str = "so", live: bool = True, **fields: Any) -> DepartmentPage:
    """A department below the list; an existing one of the same title is answered as it is."""
    found = DepartmentPage.objects.filter(title=title, locale__language_code="vi").first()
    if found:
        return found
    page = DepartmentPage(title=title, kind=kind, live=live, **fields)
    trunk().departments.add_child(instance=page)
    return publish(page) if live else page


Rows = dict[str, list[dict[str, Any]]]


def with_cases(rows: Rows) -> Rows:
    """Rows that name cases by their keys, with these cases."""
    parts = [rows.get(kind, []) for kind in ("documents", "fees", "durations")]
    keys = keys_of_names(names_in_order(*([row.get("case", "") for row in part] for part in parts)))
    if not keys:
        return rows
    named = {kind: [in_case(row, keys) for row in own] for kind, own in rows.items()}
    return {"cases": [{"key": key, "name": name} for name, key in keys.items()]} | named


def in_case(row: dict[str, Any], keys: dict[str, str]) -> dict[str, Any]:
    if "case" not in row:
        return row
    return {name: value for name, value in row.items() if name != "case"} | {"case_key": keys.get(row["case"], "")}


@recorded
def make_service(
    title: str = "Đăng ký khai sinh",
    *,
    department: DepartmentPage | None = None,
    live: bool = True,
    audiences: Iterable[Audience] = (),
    **fields: Any,
) -> ServicePage:
    """A service of `department`; rows are given as lists of dictionaries, e.g. `fees=[{"name": "Lệ phí", …}]`.

    A row may tell its `case` by its name; the page gets those cases.
    """
    rows = with_cases({name: fields.pop(name) for name in KINDS if name in fields})
    fields.setdefault("official_name", f"Thủ tục {title.lower()}")
    fields.setdefault("procedure_code", f"1.{next(_numbers):06d}")
    page = ServicePage(title=title, live=live, **fields)
    locale = Locale.objects.get(language_code="vi")
    for name, values in rows.items():
        for order, value in enumerate(values):
            getattr(page, name).add(KINDS[name](locale=locale, sort_order=order, **value))
    page.audiences = list(audiences)
    (department or make_department()).add_child(instance=page)
    return publish(page) if live else page


@recorded
def make_complete_service(title: str = "Đăng ký khai sinh", **fields: Any) -> ServicePage:
    """A service with every part filled in, at level 3."""
    department = fields.pop("department", None) or make_department()
    defaults: dict[str, Any] = {
        "level": 3,
        "online_scope": "partial",
        "summary": "Xin giấy khai sinh cho con mới sinh.",
        "field": make_field(),
        "alt_names": "làm giấy khai sinh\nkhai sinh cho con",
        "audiences": [make_audience()],
        "handling_agencies": [
            {"department": department, "apply_mode": "external", "external_url": "https://dichvucong.gov.vn/x"},
            {"agency_name": "Cơ quan đại diện", "role": "cooperating"},
        ],
        "channels": [{"kind": "in_person"}, {"kind": "online"}],
        "durations": [
            {"value": 3, "unit": "working_day"},
            {"value": 13, "unit": "working_day", "case": "Xã miền núi", "channel": "in_person"},
        ],
        "fees": [
            {"name": "Lệ phí hộ tịch", "kind": "le_phi", "status": "amount", "amount": 8000, "channel": "in_person"},
            {
                "name": "Lệ phí hộ tịch",
                "kind": "le_phi",
                "status": "free",
                "channel": "online",
                "valid_from": date(2025, 7, 1),
            },
        ],
        "documents": [
            {"name": "Tờ khai đăng ký khai sinh", "template": make_template(), "originals": 1},
            {"name": "Giấy chứng sinh", "originals": 1},
            {"name": "Văn bản ủy quyền", "case": "Người khác nộp thay", "copies": 1},
        ],
        "results": [{"name": "Giấy khai sinh", "medium": "both"}],
        "legal_bases": [{"legal_document": make_legal_document(), "note": "Điều 13"}],
        "steps": [
            {"heading": "Nộp hồ sơ", "text": "Người yêu cầu nộp hồ sơ.", "actor": "Người nộp"},
            {"text": "Cơ quan trả kết quả."},
        ],
        "decision_number": "1872/QĐ-BTP",
        "decision_date": date(2020, 9, 4),
        "source_url": "https://dichvucong.gov.vn/x",
        "source_captured_on": date(2026, 7, 18),
    }
    return make_service(title, department=department, **{**defaults, **fields})


@recorded
def make_guide(
    title: str = "Nộp hồ sơ trực tuyến", *, parent: Page | None = None, services=(), live: bool = True, **fields: Any
) -> GuidancePage:
    page = GuidancePage(title=title, live=live, **fields)
    for order, service in enumerate(services):
        page.related_services.add(GuidanceService(service=service, sort_order=order))
    (parent or trunk().guidance).add_child(instance=page)
    return publish(page) if live else page


@recorded
def make_notice(title: str = "Lịch tiếp nhận hồ sơ", *, live: bool = True, **fields: Any) -> NoticePage:
    page = NoticePage(title=title, live=live, **fields)
    trunk().notices.add_child(instance=page)
    return publish(page) if live else page


@recorded
def translate(page: Page, words: dict[str, str], *, live: bool = True) -> Page:
    """Translate `page` into English: `words` maps Vietnamese texts (and the slug) to English ones."""
    english = Locale.objects.get(language_code="en")
    translate_object(page, [english])
    source = TranslationSource.objects.get_for_instance(page)
    for segment in source.stringsegment_set.select_related("string"):
        text = words.get(segment.string.data)
        if text is not None:
            StringTranslation.objects.create(
                translation_of=segment.string, locale=english, context=segment.context, data=text
            )
    return save_translation(page, live=live)


def save_translation(page: Page, *, live: bool = True) -> Page:
    """Bring the English page up to date; wagtail-localize itself would publish it only after the transaction."""
    english = Locale.objects.get(language_code="en")
    source, _created = TranslationSource.update_or_create_from_instance(page)
    Translation.objects.get(source=source, target_locale=english).save_target(publish=False)
    translation = page.get_translation(english)
    if live:
        translation.get_latest_revision().publish()
    return page.get_translation(english).specific
