"""PostgreSQL lets nobody change, remove or empty what the audit holds; its owner alone may, in one transaction."""

from importlib import import_module

from django.db import migrations

GUARD = """
CREATE FUNCTION audit_guard() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $guard$
BEGIN
    IF current_user = (SELECT pg_get_userbyid(relowner) FROM pg_class WHERE oid = TG_RELID)
       AND current_setting('portal.audit_unlocked_in', true) = txid_current()::text THEN
        IF TG_OP = 'DELETE' THEN
            RETURN OLD;
        END IF;
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'the audit is only ever added to: no % of %', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'insufficient_privilege';
END
$guard$;
CREATE FUNCTION audit_wait_for_writers() RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $wait$
BEGIN
    LOCK TABLE {schema}.service_forms_auditentry IN SHARE ROW EXCLUSIVE MODE;
END
$wait$;
"""

TRIGGERS = """
CREATE TRIGGER audit_row_guard BEFORE UPDATE OR DELETE ON {table} FOR EACH ROW EXECUTE FUNCTION audit_guard();
CREATE TRIGGER audit_truncate_guard BEFORE TRUNCATE ON {table} FOR EACH STATEMENT EXECUTE FUNCTION audit_guard();
ALTER TABLE {table} ENABLE ALWAYS TRIGGER audit_row_guard;
ALTER TABLE {table} ENABLE ALWAYS TRIGGER audit_truncate_guard;
"""

NO_GUARD = """
DROP TRIGGER audit_row_guard ON service_forms_auditentry;
DROP TRIGGER audit_truncate_guard ON service_forms_auditentry;
DROP TRIGGER audit_row_guard ON service_forms_auditseal;
DROP TRIGGER audit_truncate_guard ON service_forms_auditseal;
DROP FUNCTION audit_guard();
DROP FUNCTION audit_wait_for_writers();
"""

TABLES = ("service_forms_auditentry", "service_forms_auditseal")
BEFORE = import_module("services.forms.migrations.0005_audit")


def guard(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        with schema_editor.connection.cursor() as cursor:
            cursor.execute("SELECT quote_ident(current_schema())")
            schema = cursor.fetchone()[0]
        triggers = [TRIGGERS.format(table=table) for table in TABLES]
        for statement in (BEFORE.NO_GUARD, GUARD.format(schema=schema), *triggers):
            schema_editor.execute(statement, params=None)


def no_guard(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        for statement in (NO_GUARD, BEFORE.GUARD):
            schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = [
        ("service_forms", "0014_intake_and_codes"),
    ]

    operations = [
        migrations.RunPython(guard, no_guard),
    ]
