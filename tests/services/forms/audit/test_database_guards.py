"""PostgreSQL itself guards the audit, against the role the portal runs as and, short of a deliberate act, its owner."""

from importlib import import_module

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction

from services.forms import actions
from services.forms.audit import audit_log, sealing
from services.forms.audit.database_guards import missing_guards
from services.forms.audit.verification import verify
from services.forms.models import AuditEntry, AuditSeal
from services.forms.rules.workflow import State
from tests.audit_lock import unlocked_audit
from tests.builders_submissions import make_submission

pytestmark = pytest.mark.django_db
on_postgresql = pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has neither triggers nor roles")

ENTRY, SEAL = AuditEntry._meta.db_table, AuditSeal._meta.db_table
ACTS = [
    "UPDATE service_forms_auditentry SET action = 'x'",
    "DELETE FROM service_forms_auditentry",
    "TRUNCATE service_forms_auditentry",
    "TRUNCATE service_forms_auditentry, service_forms_auditseal RESTART IDENTITY CASCADE",
    "UPDATE service_forms_auditseal SET number = number + 1",
    "DELETE FROM service_forms_auditseal",
    "TRUNCATE service_forms_auditseal",
    "WITH gone AS (DELETE FROM service_forms_auditentry RETURNING id) SELECT * FROM gone",
    "INSERT INTO service_forms_auditseal SELECT * FROM service_forms_auditseal"
    " ON CONFLICT (number) DO UPDATE SET sha256 = 'x'",
]


def run(*statements):
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


@pytest.fixture
def lines(db):
    """Sealed lines and one that is not sealed yet."""
    audit_log.record(actor=None, action="some.deed")
    sealing.seal()
    audit_log.record(actor=None, action="after.seal")


@pytest.fixture
def as_application(db, capsys):
    """The test goes on as the role the portal runs as, with the rights the command prints."""
    run("CREATE ROLE portal_app")
    call_command("database_grants", "portal_app")
    grants = capsys.readouterr().out.replace("BEGIN;", "").replace("COMMIT;", "")
    run(grants, "SET LOCAL ROLE portal_app")


@on_postgresql
@pytest.mark.parametrize("act", ACTS)
def test_nobody_changes_or_empties_the_audit_by_the_way(lines, act):
    with pytest.raises(DatabaseError, match="the audit is only ever added to"), transaction.atomic():
        run(act)
    assert verify().faults == []


@on_postgresql
@pytest.mark.parametrize("value", ["on", "1", "0"])
def test_a_setting_that_does_not_name_this_transaction_lifts_nothing(lines, value):
    run(f"SET portal.audit_unlocked_in = '{value}'")
    with pytest.raises(DatabaseError, match="only ever added"), transaction.atomic():
        run(f"TRUNCATE {ENTRY}")


@on_postgresql
def test_switching_the_triggers_of_a_session_off_lifts_nothing(lines):
    with pytest.raises(DatabaseError, match="only ever added"), transaction.atomic():
        run("SET LOCAL session_replication_role = replica", f"TRUNCATE {ENTRY}")


@on_postgresql
def test_a_table_of_ones_own_that_pretends_to_be_postgresqls_lifts_nothing(lines, as_application):
    run(
        "RESET ROLE",
        "GRANT TRUNCATE ON service_forms_auditentry TO portal_app",
        "SET LOCAL ROLE portal_app",
        "CREATE TEMPORARY TABLE pg_class AS SELECT oid, 'portal_app'::regrole::oid AS relowner"
        " FROM pg_catalog.pg_class",
        "SELECT set_config('portal.audit_unlocked_in', txid_current()::text, true)",
    )
    with pytest.raises(DatabaseError, match="only ever added"), transaction.atomic():
        run("TRUNCATE service_forms_auditentry")


@on_postgresql
def test_the_owner_can_on_purpose(lines):
    with unlocked_audit():
        run(f"TRUNCATE {ENTRY}, {SEAL}")
    assert not AuditEntry.objects.exists()


@on_postgresql
@pytest.mark.parametrize("act", ["DISABLE TRIGGER audit_truncate_guard", "ENABLE TRIGGER audit_row_guard"])
def test_a_guard_that_was_switched_off_is_told(lines, act):
    run("SET CONSTRAINTS ALL IMMEDIATE", f"ALTER TABLE {SEAL} {act}")
    assert [fault.what for fault in verify().faults] == [f"the database lacks the {act.split()[-1]} of {SEAL}"]


@on_postgresql
def test_the_migration_can_be_taken_back_and_done_again(lines):
    guards = import_module("services.forms.migrations.0015_audit_guards")
    with connection.schema_editor() as editor:
        guards.no_guard(None, editor)
        assert len(missing_guards()) == 4
        guards.guard(None, editor)
    assert missing_guards() == []


@on_postgresql
def test_the_application_adds_seals_and_reads(lines, as_application):
    dossier = make_submission(State.FILED)
    actions.withdraw(submission=dossier, by=dossier.owner, revision=dossier.revision)
    assert sealing.seal() > 2
    assert (verify().faults, verify().unsealed) == ([], 1)


@on_postgresql
@pytest.mark.parametrize(
    "act",
    [
        *ACTS,
        f"LOCK TABLE {ENTRY} IN EXCLUSIVE MODE",
        f"ALTER TABLE {ENTRY} DISABLE TRIGGER ALL",
        f"DROP TRIGGER audit_row_guard ON {ENTRY}",
        f"DROP TABLE {ENTRY}",
        "DROP FUNCTION audit_guard() CASCADE",
        "DELETE FROM django_migrations",
    ],
)
def test_the_application_has_no_right_to_anything_else(lines, as_application, act):
    with transaction.atomic():
        run("SELECT set_config('portal.audit_unlocked_in', txid_current()::text, true)")
        with pytest.raises(DatabaseError, match=r"permission denied|must be owner"), transaction.atomic():
            run(act)


@on_postgresql
@pytest.mark.parametrize("role", ["", "a b", 'x"; DROP TABLE', "Portal"])
def test_what_is_no_role_is_refused(role):
    with pytest.raises(CommandError):
        call_command("database_grants", role)


@pytest.mark.skipif(connection.vendor == "postgresql", reason="PostgreSQL has both")
def test_sqlite_says_that_it_has_neither_triggers_nor_roles(capsys):
    call_command("verify_audit")
    assert "this database has no triggers" in capsys.readouterr().out
    with pytest.raises(CommandError):
        call_command("database_grants", "portal_app")
