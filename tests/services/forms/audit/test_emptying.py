"""Somebody at the database empties or shortens the audit: what stands elsewhere gives it away."""

import io
import json

import pytest
from django.core.management import CommandError, call_command

from services.forms.audit import audit_log, sealing
from services.forms.audit.gaps import Gap
from services.forms.audit.verification import verify
from services.forms.models import AuditEntry, AuditSeal
from tests.audit_lock import unlocked_audit
from tests.builders_submissions import make_submission
from tests.services.forms.audit.test_chain import rows

pytestmark = pytest.mark.django_db


@pytest.fixture
def heads(settings, tmp_path, monkeypatch, django_capture_on_commit_callbacks):
    """The folder of the heads of a chain of four seals."""
    settings.AUDIT_HEAD_FOLDER = str(tmp_path / "heads")
    monkeypatch.setattr(sealing, "BATCH", 4)
    for number in range(14):
        audit_log.record(actor=None, action="some.deed", detail={"number": number})
    with django_capture_on_commit_callbacks(execute=True):
        sealing.seal()
    return tmp_path / "heads"


def faults():
    return [fault.what for fault in verify().faults]


def empty():
    with unlocked_audit():
        rows(AuditSeal).delete()
        rows(AuditEntry).delete()


def test_every_head_is_kept_where_only_the_portal_reads_it(heads):
    (file,) = heads.iterdir()
    seals = AuditSeal.objects.order_by("number")
    assert [line.split()[:2] for line in file.read_text().splitlines()] == [[str(s.number), s.sha256] for s in seals]
    assert (file.stat().st_mode & 0o777, heads.stat().st_mode & 0o777) == (0o600, 0o700)
    assert (verify().heads, faults()) == (len(seals), [])


def test_an_emptied_audit_fails(heads):
    empty()
    assert faults() == ["4 of 4 heads kept outside the database are not in the chain"]


def test_an_audit_shortened_without_a_trace_in_the_chain_fails(heads):
    last = rows(AuditSeal).order_by("number").last()
    with unlocked_audit():
        rows(AuditEntry).filter(action=sealing.SEALED, detail__number=last.number).delete()
        rows(AuditSeal).filter(pk=last.pk).delete()
    assert [(fault.what, fault.seal) for fault in verify().faults] == [
        ("1 of 4 heads kept outside the database are not in the chain", last.number)
    ]


def test_a_chain_made_anew_fails(heads):
    empty()
    audit_log.record(actor=None, action="nothing.happened")
    sealing.seal()
    assert faults() == ["4 of 4 heads kept outside the database are not in the chain"]


def test_a_head_that_was_rewritten_is_no_head(heads):
    (file,) = heads.iterdir()
    file.write_text("nothing to see\n")
    assert faults() == [f"a head kept outside the database cannot be read: {file.name}, line 1"]


def test_where_heads_cannot_be_kept_the_routine_fails(settings, tmp_path, django_capture_on_commit_callbacks):
    (tmp_path / "file").write_text("")
    settings.AUDIT_HEAD_FOLDER = str(tmp_path / "file")
    audit_log.record(actor=None, action="some.deed")
    with pytest.raises(OSError, match="file"), django_capture_on_commit_callbacks(execute=True):
        sealing.seal()


def test_dossiers_without_a_line_give_an_emptied_audit_away_where_no_head_was_kept():
    make_submission()
    assert faults() == []
    empty()
    assert faults() == ["there are dossiers, and not one line of the audit"]
    with pytest.raises(CommandError):
        call_command("verify_audit", stdout=io.StringIO())


def test_numbers_without_a_line_are_named(heads, capsys):
    middle, tail = rows(AuditEntry).filter(action="some.deed")[5].pk, rows(AuditEntry).order_by("pk").last().pk
    with unlocked_audit():
        rows(AuditEntry).filter(pk__in=[middle, middle + 1, tail]).delete()
    assert [gap for gap in verify().gaps if gap.first >= middle] == [Gap(middle, middle + 1), Gap(tail, tail)]
    with pytest.raises(CommandError):
        call_command("verify_audit")
    assert f"{middle}–{middle + 1}, {tail}–{tail}" in capsys.readouterr().out
    with pytest.raises(CommandError):
        call_command("verify_audit", "--json", stdout=(out := io.StringIO()))
    assert {"first": tail, "last": tail} in json.loads(out.getvalue())["gaps"]
