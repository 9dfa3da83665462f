"""The case of a dossier among the fees and time limits it keeps, by words as they were or by keys as they are."""

from datetime import UTC, datetime
from types import SimpleNamespace

import pytest

from services.forms.submissions.due_dates import offered_limits
from services.forms.submissions.fees import certain_fee, fee_lines
from services.forms.submissions.stored_cases import case_keys

WORDS = [{"case": "Cấp mới"}, {"case": "Cấp lại"}]
KEYS = [{"case": "Cấp lần đầu", "case_key": "cap-moi"}, {"case": "Cấp lại", "case_key": "cap-lai"}]
LIMIT = {"unit": "working_day", "channel": "", "counted_from": "acceptance", "note": ""}
FEE = {"kind": "le_phi", "name": "Lệ phí", "status": "amount", "unit": "", "channel": "", "note": "", "exemption": ""}


def test_words_have_the_keys_they_had_in_forms_and_keys_stay():
    assert case_keys([{"case": ""}, *WORDS, {}]) == ["", "cap-moi", "cap-lai", ""]
    assert case_keys(KEYS) == ["cap-moi", "cap-lai"]


@pytest.mark.parametrize("told", [WORDS, KEYS])
def test_an_answered_case_finds_its_limit_and_its_fee(told):
    row = SimpleNamespace(
        answers={"case": "cap-moi"},
        filed_at=datetime(2026, 11, 20, tzinfo=UTC),
        durations=[{**LIMIT, "value": value, **case} for value, case in zip((5, 10), told, strict=True)],
        fees=[{**FEE, "amount": amount, **case} for amount, case in zip((50_000, 90_000), told, strict=True)],
    )
    assert [(one.row["value"], one.case) for one in offered_limits(row)] == [(5, told[0]["case"])]
    assert certain_fee(row, []).startswith("50.000")
    assert fee_lines(row.fees)[0].startswith(f"Lệ phí ({told[0]['case']}): 50.000")
