"""One page of every type, each published; and a draft of each that the gate of publishing refuses."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from django.utils import timezone
from wagtail.models import Page, get_page_models

from services.forms.definition.block_values import stored_steps
from tests.builders import make_department, make_guide, make_notice, publish, translate, trunk
from tests.builders_forms import LAND, make_fileable_service, make_form_page


def one_of_each() -> dict[str, Page]:
    """By the name of the type; the service with a form and in English."""
    ensured = trunk()
    make_department("Sở Nội vụ")
    service = make_fileable_service("Tách thửa đất", procedure_code="1.014100")
    translate(service, {"Tách thửa đất": "Land split"})
    standard = ensured.standing["contact"]
    standard.summary = "Liên hệ"
    pages = [
        *(ensured.home, ensured.services, ensured.departments, ensured.guidance, ensured.notices),
        *(make_department(), service, make_form_page(service), publish(standard)),
        *(make_guide(services=[service]), make_notice()),
    ]
    assert {type(page) for page in pages} == {model for model in get_page_models() if model is not Page}
    return {type(page).__name__: page for page in pages}


def _expired(page: Any) -> None:
    page.expire_at = timezone.now() - timedelta(days=1)


def _empty_block(page: Any) -> None:
    page.body = [("heading", "")]


def _contradicting_service(page: Any) -> None:
    amount = {"name": "Lệ phí", "status": "amount", "amount": 8000}
    page.fees.set([page.fees.model(locale=page.locale, sort_order=order, **amount) for order in range(2)])
    page.title = "x" * 121
    page.procedure_code = "abc"


def _reversed_department(page: Any) -> None:
    page.valid_from, page.valid_to = date(2026, 2, 1), date(2026, 1, 1)


def _reversed_notice(page: Any) -> None:
    page.dated, page.shown_until = date(2026, 2, 1), date(2026, 1, 1)


def _form_about_nothing(page: Any) -> None:
    page.steps = stored_steps([{**LAND, "shown_when": ["nobody", "is", "x"]}], seed=page.translation_key)


BREAKS: dict[str, tuple[str, Callable[[Any], None]]] = {
    "HomePage": ("expire_at", _expired),
    "ServiceIndexPage": ("expire_at", _expired),
    "DepartmentIndexPage": ("expire_at", _expired),
    "GuidanceIndexPage": ("expire_at", _expired),
    "NoticeIndexPage": ("expire_at", _expired),
    "StandardPage": ("body", _empty_block),
    "GuidancePage": ("body", _empty_block),
    "NoticePage": ("shown_until", _reversed_notice),
    "DepartmentPage": ("valid_to", _reversed_department),
    "ServicePage": ("fees", _contradicting_service),
    "ServiceFormPage": ("steps", _form_about_nothing),
}
"""What can be wrong with a page of each type: the field the gate names, and how it comes to be so."""


def broken(page: Page) -> Page:
    """The page as its editor left it in the form, not saved."""
    draft = type(page).objects.get(pk=page.pk).get_latest_revision_as_object()
    BREAKS[type(page).__name__][1](draft)
    return draft
