"""What an answer costs does not grow with what is in it."""

import pytest

from search.index.living import index_of
from services.models import RelatedService
from tests.api.world import cold_queries
from tests.builders import (
    make_audience,
    make_complete_service,
    make_department,
    make_guide,
    make_legal_document,
    make_template,
    publish,
    translate,
)

pytestmark = [pytest.mark.django_db, pytest.mark.once, pytest.mark.walk]

MOST = 15


def make_services(count: int, rows: int) -> list:
    """Services of several departments, each with that many fees, papers and agencies, and links to one another."""
    made: list = []
    for number in range(count):
        department = make_department(f"Sở số {number % 4}")
        service = make_complete_service(
            f"Dịch vụ {number}",
            department=department,
            former_department=make_department("Sở cũ"),
            audiences=[make_audience(), make_audience("Tổ chức", "to-chuc", "business")],
            fees=[
                {"name": f"Phí {row}", "status": "amount", "amount": 1000 + row, "case": f"Trường hợp {row}",
                 "legal_document": make_legal_document(f"{row}/2020/TT")}
                for row in range(rows)
            ],
            documents=[{"name": f"Giấy {row}", "template": make_template()} for row in range(rows)],
            handling_agencies=[{"department": make_department(f"Sở số {row % 4}")} for row in range(rows)],
            conditions=f'<p><a linktype="page" id="{department.pk}">Cơ quan</a></p>',
        )  # fmt: skip
        if made:
            service.related_services.add(RelatedService(service=made[0], sort_order=0))
            publish(service)
        made.append(service)
    make_guide(services=made)
    return made


def test_a_list_of_services_costs_the_same_whatever_is_in_it():
    make_services(5, rows=2)
    few = cold_queries("services/?fields=*&limit=20")
    make_services(20, rows=2)
    many = cold_queries("services/?fields=*&limit=20")
    type(make_services(1, rows=20)[0]).objects.all()
    full = cold_queries("services/?fields=*&limit=100&order=-id")
    assert few == many == full <= MOST


def test_every_language_at_once_costs_no_more():
    for service in make_services(3, rows=2):
        title, slug = service.title, service.slug
        translate(service, {title: f"Service {title[-1]}", slug: f"service-{title[-1]}"})
    assert cold_queries("services/?fields=*&locale=*") <= MOST


def test_details_are_cheap():
    service = make_services(3, rows=20)[-1]
    assert cold_queries(f"services/{service.pk}/") <= MOST
    assert cold_queries(f"pages/{service.pk}/") <= MOST
    assert cold_queries(f"departments/{service.get_parent().pk}/") <= MOST


def test_other_lists_are_cheap(settings):
    make_services(6, rows=2)
    index_of("vi")  # whoever searches first after a publication reads what is searched, once for this process
    settings.SEARCH_FRESH_SECONDS = 60  # and asks no more often what was published
    for address in (
        "services/",
        "services/?level=3&department=so-so-1&audience=citizen&search=dich+vu&fields=*",
        "pages/?type=services.ServicePage&level=3&fields=*",
        "pages/?limit=100",
        "pages/?type=home.GuidancePage&fields=*",
        "departments/?fields=*",
        "documents/?limit=100",
    ):
        assert cold_queries(address) <= MOST, address
