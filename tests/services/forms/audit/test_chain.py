"""The chain of seals: whatever is changed in it, removed from it or slipped into it is found, with its place."""

import io
import json
from datetime import timedelta
from threading import Event, Thread

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, models, transaction
from hypothesis import HealthCheck, given
from hypothesis import settings as examples
from hypothesis import strategies as st

from services.forms.audit import audit_log, sealing
from services.forms.audit.verification import verify
from services.forms.models import AuditEntry, AuditSeal
from tests.audit_lock import unlocked_audit
from tests.builders_submissions import make_submission

LINES = 14


@pytest.fixture
def chain(db, monkeypatch):
    """Lines in four batches, with numbers left out as rolled back transactions leave them out, and one not sealed."""
    monkeypatch.setattr(sealing, "BATCH", 4)
    dossier = make_submission()
    for number in range(LINES):
        audit_log.record(actor=dossier.owner, action="submission.read", submission=dossier, detail={"number": number})
        if number % 3 == 0:
            audit_log.record(actor=None, action="rolled.back")
            with unlocked_audit():
                rows(AuditEntry).filter(action="rolled.back").delete()
    sealing.seal()
    audit_log.record(actor=None, action="after.seal")


def rows(model):
    """The table past the guards of the model, as somebody at the database has it."""
    return models.QuerySet(model)


def test_nothing_was_touched(chain):
    finding = verify()
    assert (finding.faults, finding.seals) == ([], AuditSeal.objects.count())
    assert finding.seals >= 4
    assert finding.lines + finding.unsealed == AuditEntry.objects.count()
    assert finding.oldest_unsealed is not None
    assert finding.head == AuditSeal.objects.order_by("number").last().sha256


def test_sealing_again_adds_nothing(chain):
    sealing.seal()
    seals = AuditSeal.objects.count()
    assert sealing.seal() == 0
    assert (AuditSeal.objects.count(), verify().faults) == (seals, [])


def test_an_empty_audit_is_in_order(db):
    finding = verify()
    assert (finding.faults, finding.seals, finding.unsealed, finding.head) == ([], 0, 0, "")
    assert sealing.seal() == 0


def other(value):
    """Another value of the same kind."""
    match value:
        case int():
            return value + 1
        case None:
            return 4_711
        case dict():
            return {**value, "number": 99}
        case str() if value:
            return ("0" if value[0] != "0" else "1") + value[1:]
        case str():
            return "x"
    return value + timedelta(microseconds=1)


def change(model, nth, field):
    row = sealed(model)[nth % len(sealed(model))]
    column = field % len(model._meta.fields)
    name = model._meta.fields[column].attname
    old = getattr(row, name)
    new = None if name == "submission_id" else other(old)
    if model._meta.fields[column].primary_key:
        new = old + 100_000
    rows(model).filter(pk=row.pk).update(**{name: new})
    return new != old


def remove(model, nth, _field):
    row = sealed(model)[nth % len(sealed(model))]
    rows(model).filter(pk=row.pk).delete()
    return True


def slip_in(_model, nth, _field):
    """A line in one of the numbers left out among sealed ones."""
    taken = [row.pk for row in sealed(AuditEntry)]
    free = sorted(set(range(1, taken[-1])) - set(taken))
    line = sealed(AuditEntry)[0]
    rows(AuditEntry).bulk_create([AuditEntry(pk=free[nth % len(free)], at=line.at, action="slipped.in")])
    return True


def swap(_model, nth, _field):
    """Two lines change places."""
    lines = [line for line in sealed(AuditEntry) if line.action == "submission.read"]
    one, two = lines[nth % len(lines)], lines[(nth + 1) % len(lines)]
    rows(AuditEntry).filter(pk=one.pk).update(detail=two.detail)
    rows(AuditEntry).filter(pk=two.pk).update(detail=one.detail)
    return True


def sealed(model):
    found = list(rows(model).order_by("pk"))
    last = rows(AuditSeal).order_by("number").last().last_id
    return [row for row in found if row.pk <= last] if model is AuditEntry else found


@examples(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    act=st.sampled_from([change, change, change, remove, slip_in, swap]),
    model=st.sampled_from([AuditEntry, AuditSeal]),
    nth=st.integers(0, 99),
    field=st.integers(0, 99),
)
def test_any_single_change_is_found(chain, act, model, nth, field):
    with transaction.atomic():
        with unlocked_audit():
            was_changed = act(model, nth, field)
        if was_changed:
            assert verify().faults
        transaction.set_rollback(True)


def test_a_changed_line_is_named(chain):
    line = sealed(AuditEntry)[2]
    with unlocked_audit():
        rows(AuditEntry).filter(pk=line.pk).update(action="something.else")
    with pytest.raises(CommandError, match="1 faults") as failed:
        call_command("verify_audit", "--json", stdout=(out := io.StringIO()))
    assert failed.value.returncode == 1
    fault = json.loads(out.getvalue())["faults"][0]
    seal = AuditSeal.objects.get(first_id__lte=line.pk, last_id__gte=line.pk)
    assert (fault["seal"], fault["line"]) == (seal.number, seal.first_id)


def test_a_head_noted_elsewhere_shows_a_chain_that_was_made_anew(chain, capsys):
    noted = verify().head
    call_command("verify_audit", "--expect", noted)
    assert f"head: {noted}" in capsys.readouterr().out
    last = AuditSeal.objects.order_by("number").last()
    with unlocked_audit():
        rows(AuditEntry).filter(pk__gte=last.first_id).delete()
        rows(AuditSeal).filter(pk=last.pk).delete()
    with pytest.raises(CommandError):
        call_command("verify_audit", "--expect", noted)
    assert "the digest noted earlier is not in the chain" in capsys.readouterr().out


on_postgresql = pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has one writer, and no triggers")


@pytest.fixture
def truly_written(django_db_setup, django_db_blocker):
    """Rows that other connections see; both tables are emptied afterwards, past the triggers."""
    with django_db_blocker.unblock():
        try:
            yield
        finally:
            with unlocked_audit(), connection.cursor() as cursor:
                cursor.execute("TRUNCATE service_forms_auditentry, service_forms_auditseal")


@on_postgresql
def test_a_line_that_is_committed_late_is_sealed_in_its_place(truly_written):
    drawn, finish = Event(), Event()

    def slow():
        try:
            with transaction.atomic():
                audit_log.record(actor=None, action="slow.deed")
                drawn.set()
                finish.wait(30)
        finally:
            connection.close()

    thread = Thread(target=slow)
    thread.start()
    drawn.wait(30)
    audit_log.record(actor=None, action="fast.deed")
    assert sealing.seal() == 0  # the slow one has drawn the lower number
    finish.set()
    thread.join(30)
    assert sealing.seal() == 2
    assert (verify().faults, verify().lines) == ([], 2)
