"""Makes forms for tests: a service with papers and cases, and pages on which a form was designed."""

from collections.abc import Sequence
from typing import Any
from uuid import uuid4

from services.forms.definition.block_values import stored_steps
from services.forms.models import ServiceFormPage
from services.models import ServicePage
from tests.builders import make_complete_service, make_department, publish
from tests.recorded_rows import recorded

LAND = {
    "key": "land",
    "heading": "Thửa đất",
    "help": "Xem ở Giấy chứng nhận.",
    "questions": [
        {"kind": "text", "key": "plot", "label": "Thửa đất số", "hint": "Ghi ở trang 2"},
        {"kind": "one", "key": "wish", "label": "Đề nghị", "choices": [["split", "Tách thửa"], ["merge", "Hợp thửa"]]},
        {
            "kind": "number",
            "key": "parts",
            "label": "Số thửa sau khi tách",
            "least": 2,
            "shown_when": ["wish", "is", "split"],
        },
        {
            "kind": "group",
            "key": "owners",
            "label": "Người cùng sử dụng đất",
            "required": False,
            "most": 5,
            "questions": [{"kind": "text", "key": "name", "label": "Họ và tên"}],
        },
    ],
}
"""A designed step with several kinds of questions."""

CASES = [
    {"name": "Đơn đề nghị", "originals": 1},
    {"name": "Bản sao giấy chứng nhận", "case": "Trường hợp bị mất", "copies": 1},
    {"name": "Bản gốc giấy chứng nhận", "case": "Trường hợp bị hỏng", "originals": 1},
]
"""Papers of two cases."""


@recorded
def make_fileable_service(title: str = "Tách thửa đất", **fields: Any) -> ServicePage:
    """A level-3 service that its own department takes on this portal."""
    department = fields.pop("department", None) or make_department()
    url = "https://dichvucong.gov.vn/x"
    agency = {"department": department, "apply_mode": "site_form", "external_url": url, **fields.pop("agency", {})}
    return make_complete_service(title, department=department, **{"handling_agencies": [agency], **fields})


def make_form_page(service: ServicePage, steps: Sequence[Any] = (LAND,), *, live: bool = True) -> ServiceFormPage:
    """The designed form of a service."""
    page = ServiceFormPage(title=f"Biểu mẫu {service.title}", live=live, steps=stored_steps(steps, seed=uuid4()))
    service.refresh_from_db(fields=["numchild"])
    service.add_child(instance=page)
    return publish(page) if live else page
