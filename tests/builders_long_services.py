"""Makes the kind of service that is hard to edit: as many rows as real ones have."""

from services.models import ServicePage
from tests.builders import make_complete_service, make_legal_document

PAPERS = 33


def make_long_service(title: str = "Cấp chứng chỉ hành nghề xây dựng") -> ServicePage:
    """A service with 33 papers, 12 fees, 8 steps and the rest of what long real ones have."""
    cases = ["Cấp lần đầu", "Điều chỉnh, bổ sung", "Người nước ngoài"]
    law = make_legal_document()
    return make_complete_service(
        title,
        documents=[
            {"name": f"Giấy tờ thứ {number} theo quy định", "case": cases[number % 3], "originals": 1, "copies": 2}
            for number in range(1, PAPERS + 1)
        ],
        fees=[
            {
                "name": f"Lệ phí hạng {number}",
                "kind": "le_phi",
                "status": "amount",
                "amount": 150_000 * number,
                "case": f"Hạng {number}",
                "legal_document": law,
            }
            for number in range(1, 13)
        ],
        durations=[{"value": number, "unit": "working_day", "case": f"Hạng {number}"} for number in range(1, 7)],
        legal_bases=[{"legal_document": law, "note": f"Điều {number}"} for number in range(1, 9)],
        steps=[{"heading": f"Bước {number}", "text": "Cơ quan xem hồ sơ."} for number in range(1, 9)],
    )
