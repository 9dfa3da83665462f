"""Seals the audit: every minute the worker closes what was added since into batches, each chained to the one before."""

import logging

from django.db import OperationalError, connection, transaction
from django.utils import timezone

from services.forms.audit import audit_log
from services.forms.audit.chain import Head, digest
from services.forms.audit.database_guards import has_guards
from services.forms.audit.heads import keep_head
from services.forms.models import AuditEntry, AuditSeal

log = logging.getLogger(__name__)

BATCH = 1_000
SEALED = "audit.seal"
"""The line that tells of a seal; the next seal holds it, so that no seal can go without a trace."""


def seal() -> int:
    """Seal all there is; how many lines. A routine of the worker.

    Where lines are being added all the time by a transaction that does not end, they wait for the next turn.
    """
    total = 0
    try:
        while count := _seal_batch():
            total += count
    except OperationalError:
        if connection.vendor != "postgresql":
            raise
        log.warning("the audit was busy, sealing again at the next turn")
    return total


@transaction.atomic
def _seal_batch() -> int:
    """Close one batch; the number of its lines, 0 when there was nothing but the line about the last one."""
    _wait_for_writers()
    last = AuditSeal.objects.order_by("-number").first()
    lines = list(AuditEntry.objects.filter(pk__gt=last.last_id if last else 0).order_by("pk")[:BATCH])
    if all(line.action == SEALED for line in lines):
        return 0
    head = Head(
        number=last.number + 1 if last else 1,
        first_id=lines[0].pk,
        last_id=lines[-1].pk,
        count=len(lines),
        previous=last.sha256 if last else "",
        sealed_at=timezone.now(),
    )
    sha256 = digest(head, lines)
    AuditSeal(**vars(head), sha256=sha256).save()
    audit_log.record(actor=None, action=SEALED, detail={"number": head.number, "sha256": sha256})
    transaction.on_commit(lambda: _tell(head, sha256))
    return len(lines)


def _tell(head: Head, sha256: str) -> None:
    """Where the database cannot reach: in the log and in a file. A file that cannot be written fails the routine."""
    log.info("audit sealed: %d %s", head.number, sha256)
    keep_head(head.number, sha256, head.sealed_at)


def _wait_for_writers() -> None:
    """Until no transaction is left that has drawn a number below those to be sealed and not committed it.

    SQLite has one writer at a time, and that is this transaction. Others wait behind the lock, so not for long. A role
    that may only add and read may not lock the table itself: a function of its owner does it.
    """
    if has_guards():
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL lock_timeout = '2s'")
            cursor.execute("SELECT audit_wait_for_writers()")
