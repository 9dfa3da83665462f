"""Services by the thousand, straight into the tables: what a province has when every procedure is on its portal."""

import random
import uuid
from collections.abc import Sequence
from copy import copy
from datetime import date, timedelta
from itertools import count

from django.contrib.contenttypes.models import ContentType
from django.core.management.color import no_style
from django.db import connection, models, transaction
from django.utils import timezone
from wagtail.models import Page
from wagtail.search.backends import get_search_backend

from core import text
from core.models import Field
from departments.models import DepartmentPage
from services.catalogue.recount import recount_completeness
from services.models import Fee, HandlingAgency, ServiceCase, ServicePage
from services.models.addresses import unique_keys
from tests.builders import make_department, make_field

TODAY = 106
"""Services of the demo."""
WHOLE_PROVINCE = 4_300
"""About what province and wards publish together, drafts and former ones included."""

DEPARTMENTS = ("Sở Xây dựng", "Sở Y tế", "Sở Tư pháp", "Sở Công Thương", "Sở Nội vụ", "Sở Tài chính")
ACTS = ("Cấp", "Cấp lại", "Điều chỉnh", "Gia hạn", "Thu hồi", "Đăng ký", "Xác nhận", "Công nhận", "Thẩm định")
THINGS = ("giấy phép", "chứng chỉ hành nghề", "giấy chứng nhận", "hồ sơ", "quyết định", "phương án", "kế hoạch")
SUBJECTS = ("xây dựng", "khám bệnh", "bán lẻ rượu", "hộ tịch", "đất đai", "lưu trú", "đường thủy", "ong mật", "ấp nở")
FIELDS = ("Hộ tịch", "Xây dựng", "Khám bệnh", "Lưu thông hàng hóa", "Đất đai")
LEVELS = (None, 1, 2, 3, 4, 4)
AT_ONCE = 500


@transaction.atomic
def make_catalogue(
    services: int, *, first: int = 0, departments: Sequence[DepartmentPage] = (), indexed: bool = False
) -> None:
    """Make that many services spread over departments, with fees, handling agencies and a stand-in in English.

    `first` counts on where another call ended, so that codes stay one's own. `indexed` also tells the search of the
    admin, which takes longer than all the rest.
    """
    chance = random.Random(services)  # noqa: S311 (no secret depends on it)
    offices = list(departments) or [make_department(title) for title in DEPARTMENTS]
    fields = [make_field(name, text.slug(name)) for name in FIELDS]
    made = []
    for position, office in enumerate(offices):
        numbers = range(first + position, first + services, len(offices))
        made += [_service(number, chance, chance.choice(fields)) for number in numbers]
        _place(made[-len(numbers) :] if numbers else [], office)
    _write(made)
    _write_stand_ins(made, offices)
    _write_rows(made, chance)
    recount_completeness()
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")  # as databases do by themselves a while after so much was written
    if indexed:
        get_search_backend().add_bulk(ServicePage, made)


def _service(number: int, chance: random.Random, field: Field) -> ServicePage:
    """Return a service that is nowhere yet: nine of ten are public, one of twelve has changes nobody published."""
    title = f"{chance.choice(ACTS)} {chance.choice(THINGS)} {chance.choice(SUBJECTS)} {number + 1}"
    is_live, code = number % 10 != 9, f"3.{number + 1:06d}"
    return ServicePage(
        title=title,
        draft_title=title,
        slug=text.slug(title),
        live=is_live,
        has_unpublished_changes=not is_live or number % 12 == 0,
        official_name=f"Thủ tục {title.lower()}",
        procedure_code=code,
        legacy_code=f"{code}.000.00.00.H56",
        field=field,
        level=chance.choice(LEVELS),
        reviewed_on=date(2026, 1, 1),
        review_due=date(2026, 6, 1) + timedelta(days=chance.randrange(720)),
        latest_revision_created_at=timezone.now() - timedelta(hours=number),
        content_type=ContentType.objects.get_for_model(ServicePage),
        translation_key=uuid.uuid4(),
    )


def _place(services: Sequence[ServicePage], office: Page) -> None:
    """Put them below a department, behind the pages that are there."""
    below = Page.objects.filter(path__startswith=office.path, depth=office.depth + 1)
    last = below.order_by("path").last()
    first = 1 + (int(last.path[-Page.steplen :], 36) if last else 0)
    for place, service in enumerate(services, first):
        service.depth, service.locale = office.depth + 1, office.locale
        service.path = Page._get_path(office.path, service.depth, place)
        service.url_path = f"{office.url_path}{service.slug}/"
        service.unique_slug, service.unique_code = unique_keys(service)
    Page.objects.filter(pk=office.pk).update(numchild=models.F("numchild") + len(services))


def _write(services: Sequence[ServicePage]) -> None:
    """Write both tables of each page; Django's bulk_create refuses models that stand on another."""
    numbers = count((Page.objects.aggregate(last=models.Max("pk"))["last"] or 0) + 1)
    for service, number in zip(services, numbers, strict=False):
        service.pk = service.id = service.page_ptr_id = number
    names = [field.attname for field in Page._meta.concrete_fields]
    parents = [Page(**{name: getattr(service, name) for name in names}) for service in services]
    Page.objects.bulk_create(parents, batch_size=AT_ONCE)
    fields = ServicePage._meta.local_concrete_fields
    with connection.cursor() as cursor:
        cursor.executemany(
            insertion(fields),
            [[field.get_db_prep_save(field.pre_save(one, True), connection) for field in fields] for one in services],
        )
        for statement in connection.ops.sequence_reset_sql(no_style(), [Page]):
            cursor.execute(statement)


def insertion(fields: Sequence[models.Field]) -> str:
    """Return the statement that writes one row of a service's own table."""
    quote = connection.ops.quote_name
    columns = ", ".join(quote(field.column) for field in fields)
    gaps = ", ".join(["%s"] * len(fields))
    return f"INSERT INTO {quote(ServicePage._meta.db_table)} ({columns}) VALUES ({gaps})"  # noqa: S608 (our columns)


def _write_stand_ins(services: Sequence[ServicePage], offices: Sequence[Page]) -> None:
    """Every service stands in for its English page, as the synchronised trees have it."""
    for office in offices:
        english = office.get_translations().filter(locale__language_code="en").first()
        own = [service for service in services if service.path.startswith(office.path)]
        if english and own:
            stand_ins = [copy(service) for service in own]
            for stand_in, service in zip(stand_ins, own, strict=True):
                stand_in.alias_of_id = service.pk
            _place(stand_ins, english)
            _write(stand_ins)


def _write_rows(services: Sequence[ServicePage], chance: random.Random) -> None:
    """Two cases with a fee and the competent agency each; one of forty fees ends soon."""
    today = timezone.localdate()
    agencies, cases, fees = [], [], []
    for service in services:
        stem = {"page_id": service.pk, "locale_id": service.locale_id}
        agencies.append(HandlingAgency(agency_name="Ủy ban nhân dân cấp xã", sort_order=0, **stem))
        for order, (name, case) in enumerate((("Phí thẩm định", "Cấp mới"), ("Lệ phí", "Cấp lại"))):
            cases.append(ServiceCase(key=text.slug(case), name=case, sort_order=order, **stem))
            ends = today + timedelta(days=30) if chance.randrange(40) == 0 else None
            row = {"case_key": text.slug(case), "valid_to": ends, "sort_order": order, **stem}
            fees.append(Fee(name=name, status="amount", amount=150_000, **row))
    HandlingAgency.objects.bulk_create(agencies, batch_size=AT_ONCE)
    ServiceCase.objects.bulk_create(cases, batch_size=AT_ONCE)
    Fee.objects.bulk_create(fees, batch_size=AT_ONCE)
