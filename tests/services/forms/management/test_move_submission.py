"""The command that stands in for the officers' desk."""

import pytest
from django.core.management import CommandError, call_command

from services.forms.models import Submission
from services.forms.rules.workflow import State
from services.forms.submissions.paper_requests import open_requests
from tests.builders_submissions import PAPER, make_citizen, make_officer, make_submission

pytestmark = pytest.mark.django_db


def run(code, name, *options, by=None):
    call_command("move_submission", code, name, "--by", (by or make_officer()).email, *options)


def test_a_dossier_goes_from_the_first_to_the_last_state(capsys):
    code = make_submission().code
    run(code.lower(), "accept")
    run(code, "begin")
    run(code, "ask_for_payment", "--amount", "150000", "--reason", "Nộp tại quầy")
    run(code, "pay")
    run(code, "resolve", "--outcome", "granted")
    run(code, "hand_over")
    assert Submission.objects.get().state == State.HANDED_OVER
    assert capsys.readouterr().out.splitlines()[-1] == f"{code}: HANDED_OVER (10)"


def test_papers_are_asked_for_with_a_reason_each():
    filed = make_submission()
    run(
        filed.code,
        "ask_for_papers",
        "--paper",
        f"{PAPER}=Ảnh bị mờ, khó đọc",
        "--other",
        "Giấy ủy quyền=Còn thiếu, cần nộp",
    )
    asked = open_requests(Submission.objects.get())
    assert [(paper.name, paper.reason) for paper in asked] == [
        ("Tờ khai", "Ảnh bị mờ, khó đọc"),
        ("Giấy ủy quyền", "Còn thiếu, cần nộp"),
    ]


@pytest.mark.parametrize(
    ("name", "options", "words"),
    [
        ("ask_for_papers", [], "Incomplete"),
        ("ask_for_papers", ["--paper", f"{PAPER}="], "ReasonMissing"),
        ("ask_for_papers", ["--paper", "gone=x"], "Incomplete"),
        ("ask_for_papers", ["--paper", f"{PAPER}=."], "at least 10 letters|ít nhất 10 chữ cái"),
        ("refuse", [], "ReasonMissing"),
        ("refuse", ["--reason", "."], "at least 10 letters|ít nhất 10 chữ cái"),
        ("hand_over", [], "IllegalTransition"),
    ],
)
def test_what_cannot_be_is_said_and_nothing_is_changed(name, options, words):
    filed = make_submission()
    with pytest.raises(CommandError, match=words):
        run(filed.code, name, *options)
    assert Submission.objects.get().revision == filed.revision


def test_it_needs_a_dossier_and_somebody_who_may():
    filed = make_submission()
    with pytest.raises(CommandError, match="no such dossier"):
        run("H56-000000-0001", "accept")
    with pytest.raises(CommandError, match="NotAllowed"):
        run(filed.code, "accept", by=make_citizen())
    with pytest.raises(CommandError, match="no such account"):
        call_command("move_submission", filed.code, "accept", "--by", "nobody@example.vn")
