"""The page about the workflow says what the table says."""

from pathlib import Path

from django.core.management import call_command

from services.forms.rules.transitions import STATE_CHANGES
from services.forms.rules.workflow import State

PAGE = Path(__file__).resolve().parents[4] / "docs" / "workflow.md"


def test_page_is_what_the_table_gives(capsys):
    call_command("workflow_page")
    assert capsys.readouterr().out == PAGE.read_text(encoding="utf-8")


def test_page_names_every_state_and_transition():
    text = PAGE.read_text(encoding="utf-8")
    assert all(f"| {state.value} |" in text for state in State)
    assert all(f"`{spec.name}`" in text for spec in STATE_CHANGES.values())
