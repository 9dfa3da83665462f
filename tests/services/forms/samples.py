"""A small form with one of everything that makes forms difficult."""

from typing import Any

from services.forms.definition.conditions import AllOf, AnyOf, Test
from services.forms.definition.questions import Choice, Form, Kind, Limits, Question, Step

CASES = (Choice("new", "Cấp mới"), Choice("again", "Cấp lại"))


def question(key: str, kind: Kind = Kind.TEXT, label: str = "", **more: Any) -> Question:
    return Question(key, kind.value, label or key.replace("_", " ").capitalize(), **more)


def form(*questions: Question, key: str = "page") -> Form:
    """A form of one page."""
    return Form((Step(key, "Trang", questions=questions),))


IS_AGAIN = Test("case", "is", "again")
CHILD = (
    question("child_name", label="Họ và tên con"),
    question("in_school", Kind.YES_NO, "Đang đi học"),
    question("school", label="Trường", shown_when=Test("in_school", "is", True)),
    question(
        "old_school", label="Trường cũ", required=False, shown_when=AllOf((IS_AGAIN, Test("in_school", "is", True)))
    ),
)
FAMILY = Form(
    (
        Step(
            "who",
            "Người nộp",
            questions=(
                question("full_name", label="Họ và tên", prefill="full_name"),
                question("birth", Kind.DATE, "Ngày sinh", limits=Limits(most="today")),
                question("home", Kind.ADDRESS, "Nơi ở"),
                question("case", Kind.ONE, "Trường hợp", choices=CASES),
                question("reason", Kind.LONG_TEXT, "Lý do cấp lại", shown_when=IS_AGAIN),
                question("lost", Kind.YES_NO, "Bị mất", shown_when=AnyOf((Test("reason", "contains", "mất"),))),
            ),
        ),
        Step(
            "family",
            "Gia đình",
            questions=(
                question("note", Kind.INFORMATION, "Lưu ý", hint="Ghi theo giấy khai sinh."),
                question("children", Kind.GROUP, "Con", required=False, limits=Limits(most=3), questions=CHILD),
                question("income", Kind.AMOUNT, "Thu nhập", sensitive=True, required=False),
            ),
        ),
        Step(
            "papers",
            "Giấy tờ",
            shown_when=IS_AGAIN,
            questions=(question("paper-0a1b2c3d", Kind.FILES, "Bản cũ", document="0a1b2c3d"),),
        ),
    )
)

NEW = {
    "full_name": "Nguyễn Văn An",
    "birth": "1990-05-31",
    "home": {"province": "Thanh Hóa", "ward": "Xã Nga Sơn", "street": "Thôn 3"},
    "case": "new",
    "children": [{"child_name": "Nguyễn Bình", "in_school": True, "school": "Tiểu học Nga Sơn"}],
    "income": 5_250_000,
}
AGAIN = NEW | {"case": "again", "reason": "Giấy cũ bị mất", "lost": True, "paper-0a1b2c3d": ["f1"]}
