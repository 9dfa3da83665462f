"""manage.py workflow_page > docs/workflow.md: the table of the workflow for people, as the code has it."""

from collections.abc import Iterator
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import translation

from services.forms.rules.workflow import AFTER_ACCEPTANCE, ENDED, MOVES, Move, State
from services.forms.submissions.default_texts import CITIZEN_EVENT_TEXT, NEXT_STEP_TEXT

HEAD = """\
# Các trạng thái của hồ sơ và các bước chuyển

Trang này do `manage.py workflow_page` viết ra từ
`services/forms/rules/workflow.py`; một kiểm thử giữ cho hai nơi khớp nhau.
"""
WHEN = {False: "chỉ trước khi tiếp nhận", True: "chỉ sau khi tiếp nhận"}


def page() -> str:
    """The page in Vietnamese, as Markdown."""
    with translation.override("vi"):
        return "\n".join([HEAD, *_states(), "", *_moves(), ""])


def _states() -> Iterator[str]:
    yield "## Trạng thái\n"
    yield "| mã | trạng thái | người nộp đọc thấy | kết thúc |"
    yield "|---|---|---|---|"
    for state in State:
        yield f"| {state.value} | {state.label} | {NEXT_STEP_TEXT[state]} | {'có' if state in ENDED else ''} |"


def _moves() -> Iterator[str]:
    yield "## Bước chuyển\n"
    yield "| bước | từ | đến | ai | lý do | người nộp đọc thấy |"
    yield "|---|---|---|---|---|---|"
    yield from (_row(move) for move in MOVES)


def _row(move: Move) -> str:
    from_ = ", ".join(str(state.value) for state in sorted(move.from_))
    if move.name in AFTER_ACCEPTANCE:
        from_ += f" (từ {State.SUPPLEMENT.value}: {WHEN[AFTER_ACCEPTANCE[move.name]]})"
    who = ", ".join(str(actor.label) for actor in sorted(move.by))
    reason = "bắt buộc" if move.needs_reason else ""
    return f"| `{move.name}` | {from_} | {move.to.value} | {who} | {reason} | {CITIZEN_EVENT_TEXT[move.name]} |"


class Command(BaseCommand):
    help = "Write the table of the workflow as a page (docs/workflow.md)."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(page(), ending="")
