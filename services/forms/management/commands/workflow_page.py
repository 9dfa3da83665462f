"""manage.py workflow_page > docs/workflow.md: the table of the workflow for people, as the code has it."""

from collections.abc import Iterator
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import translation

from services.forms.rules.transition_spec import TransitionSpec
from services.forms.rules.transitions import STATE_CHANGES
from services.forms.rules.workflow import ENDED, NEXT_STEP_TEXT, State

HEAD = """\
# Các trạng thái của hồ sơ và các bước chuyển

Trang này do `manage.py workflow_page` viết ra từ
`services/forms/rules/state_changes.py`; một kiểm thử giữ cho hai nơi khớp nhau.
"""
WHEN = {False: "chỉ trước khi tiếp nhận", True: "chỉ sau khi tiếp nhận"}


def page() -> str:
    """Return the page in Vietnamese, as Markdown."""
    with translation.override("vi"):
        return "\n".join([HEAD, *_states(), "", *_transitions(), ""])


def _states() -> Iterator[str]:
    yield "## Trạng thái\n"
    yield "| mã | trạng thái | người nộp đọc thấy | kết thúc |"
    yield "|---|---|---|---|"
    for state in State:
        yield f"| {state.value} | {state.label} | {NEXT_STEP_TEXT[state]} | {'có' if state in ENDED else ''} |"


def _transitions() -> Iterator[str]:
    yield "## Bước chuyển\n"
    yield "| bước | từ | đến | ai | lý do | người nộp đọc thấy |"
    yield "|---|---|---|---|---|---|"
    yield from (_row(spec) for spec in STATE_CHANGES.values())


def _row(spec: TransitionSpec) -> str:
    from_ = ", ".join(str(state.value) for state in sorted(spec.from_))
    if spec.when_accepted is not None:
        from_ += f" (từ {State.SUPPLEMENT.value}: {WHEN[spec.when_accepted]})"
    who = ", ".join(str(actor.label) for actor in sorted(spec.by))
    reason = "bắt buộc" if spec.needs_reason else ""
    return f"| `{spec.name}` | {from_} | {spec.to} | {who} | {reason} | {spec.citizen_text} |"


class Command(BaseCommand):
    help = "Write the table of the workflow as a page (docs/workflow.md)."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(page(), ending="")
