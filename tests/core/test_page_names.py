"""What page types name without importing it: every name leads somewhere, and `manage.py check` says so beforehand."""

import pytest
from django.core.checks import run_checks

from core.dotted_path import DottedPath
from departments.directory import page_context
from departments.models import DepartmentPage
from services.models import ServicePage


def told() -> list[str]:
    return [f"{error.id} {error.msg}" for error in run_checks() if error.id == "core.E001"]


def test_every_name_of_a_page_type_leads_somewhere():
    assert told() == []


@pytest.mark.parametrize(
    ("path", "problem"),
    [
        ("services.nowhere.page_context", "No module named 'services.nowhere'"),
        ("services.pages.service_page.nothing", 'does not define a "nothing" attribute'),
        ("services.rules.wording.not_published", "too many positional arguments"),
    ],
)
def test_a_presenter_that_cannot_be_called_is_told_before_anybody_meets_the_page(monkeypatch, path, problem):
    monkeypatch.setattr(ServicePage, "presenter", DottedPath(path))
    (error,) = told()
    assert error.startswith(f"core.E001 services.ServicePage.presenter names {path}: ")
    assert problem in error


def test_whatever_else_a_page_type_names_must_exist_too(monkeypatch):
    monkeypatch.setattr(DepartmentPage, "api_fields", DottedPath("departments.serializers.GONE"))
    assert "departments.DepartmentPage.api_fields" in told()[0]


def test_what_is_named_is_handed_out_as_it_is():
    class Named:
        presenter = DottedPath("departments.directory.page_context")

    assert Named.presenter is Named().presenter is page_context
