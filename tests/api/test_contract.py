"""The whole answer of every endpoint, as partners rely on it."""

from pathlib import Path

import pytest
from django.test import override_settings

from departments.models import DepartmentPage
from home.models import GuidancePage, NoticePage
from services.api.viewsets import ServicesViewSet
from services.models import ServicePage
from tests.api.golden import check
from tests.api.world import build_world, fetch

pytestmark = pytest.mark.django_db

ANSWERS = {
    "services-list": "services/",
    "services-list-full": "services/?fields=*&code=1.001193",
    "services-detail": "services/{world.service.pk}/",
    "services-detail-en": "services/{world.english.pk}/",
    "departments-list": "departments/",
    "departments-detail": "departments/{world.department.pk}/",
    "departments-detail-former": "departments/{world.former.pk}/",
    "pages-list": "pages/?limit=100",
    "pages-guidance": "pages/?type=home.GuidancePage&fields=*",
    "pages-notices": "pages/?type=home.NoticePage&fields=*",
    "images-list": "images/",
    "images-detail": "images/{world.image.pk}/",
    "documents-list": "documents/",
    "problem-400": "services/?levl=3&colour=red",
    "problem-404": "services/999999/",
}


@override_settings(WAGTAILAPI_BASE_URL="https://portal.example")
def test_answers_are_the_golden_ones(pytestconfig):
    world = build_world()
    rewrite = pytestconfig.getoption("rewrite_contract")
    for name, address in ANSWERS.items():
        check(name, fetch(address.format(world=world)).json(), rewrite)


def test_the_documentation_names_every_field_and_filter():
    told = (Path(__file__).parents[2] / "docs" / "api.md").read_text(encoding="utf-8")
    models = (ServicePage, DepartmentPage, GuidancePage, NoticePage)
    names = {field.name for model in models for field in model.api_fields} | set(ServicesViewSet.own_filters)
    assert [name for name in sorted(names) if f"`{name}" not in told] == []
