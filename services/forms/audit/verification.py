"""Checks the audit: computes every seal again and says where something was changed, removed or slipped in.

The chain shows what was done to a part of it. That all of it is there is shown by what stands elsewhere: the heads kept
outside the database, and the dossiers, none of which comes about without a line.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from services.forms.audit.chain import Head, digest
from services.forms.audit.database_guards import missing_guards
from services.forms.audit.gaps import Gap, gaps
from services.forms.audit.heads import UnreadableHead, kept_heads
from services.forms.audit.sealing import SEALED
from services.forms.models import AuditEntry, AuditSeal, Submission, Tombstone


@dataclass(frozen=True)
class AuditFault:
    """Something that is not as it was sealed; `seal` is the number of the seal, `line` of the line, where known."""

    what: str
    seal: int | None = None
    line: int | None = None


@dataclass
class Finding:
    """What a check has found. `head` is the digest of the last seal: noted elsewhere, it stands for all before it.

    `heads` are those kept outside the database; `gaps` are numbers without a line, which prove nothing by themselves.
    """

    seals: int = 0
    lines: int = 0
    unsealed: int = 0
    oldest_unsealed: datetime | None = None
    head: str = ""
    heads: int = 0
    gaps: list[Gap] = field(default_factory=list)
    faults: list[AuditFault] = field(default_factory=list)


def verify(expected: str = "") -> Finding:
    """Check the whole chain, seal by seal. `expected`: a digest that was noted earlier and must be among them."""
    finding = Finding()
    known: dict[int, str] = {}
    last_id = 0
    for row in AuditSeal.objects.order_by("number").iterator():
        finding.faults += _faults_of(row, number=len(known) + 1, after=last_id, previous=finding.head)
        known[row.number] = finding.head = row.sha256
        finding.lines += row.count
        last_id = max(last_id, row.last_id)
    finding.seals = len(known)
    finding.faults += _told_otherwise(known)
    tail = AuditEntry.objects.filter(pk__gt=last_id)
    finding.unsealed = tail.count()
    finding.oldest_unsealed = tail.order_by("pk").values_list("at", flat=True).first()
    finding.gaps = gaps()
    if expected and expected not in known.values():
        finding.faults.append(AuditFault("the digest noted earlier is not in the chain"))
    finding.heads, faults = _compared_with_heads(known)
    finding.faults += [
        *faults,
        *_empty(finding),
        *(AuditFault(f"the database lacks the {name}") for name in missing_guards()),
    ]
    return finding


def _compared_with_heads(known: dict[int, str]) -> tuple[int, list[AuditFault]]:
    """Return how many heads are kept outside the database, and whether each is the digest of its seal."""
    count, lost = 0, []
    try:
        for number, sha256 in kept_heads():
            count += 1
            if known.get(number) != sha256:
                lost.append(number)
    except UnreadableHead as error:
        return count, [AuditFault(f"a head kept outside the database cannot be read: {error}")]
    if not lost:
        return count, []
    return count, [
        AuditFault(f"{len(lost)} of {count} heads kept outside the database are not in the chain", seal=lost[0])
    ]


def _empty(finding: Finding) -> Iterator[AuditFault]:
    """Yield what is wrong with an empty audit beside rows that cannot have come about without a line."""
    is_empty = not finding.seals and not finding.unsealed
    if is_empty and (Submission.objects.exists() or Tombstone.objects.exists()):
        yield AuditFault("there are dossiers, and not one line of the audit")


def _faults_of(row: AuditSeal, *, number: int, after: int, previous: str) -> Iterator[AuditFault]:
    """Yield what is wrong with one seal and its lines; `after` is the last line, `previous` the digest of the one
    before.
    """
    if row.number != number:
        yield AuditFault(f"seal {number} is missing", seal=row.number)
    if row.previous != previous:
        yield AuditFault("it does not follow the seal before it", seal=row.number)
    if row.first_id <= after:
        yield AuditFault("it begins before the seal before it ends", seal=row.number, line=row.first_id)
    for stray in AuditEntry.objects.filter(pk__gt=after, pk__lt=row.first_id):
        yield AuditFault("a line stands between two seals", seal=row.number, line=stray.pk)
    lines = list(AuditEntry.objects.filter(pk__gte=row.first_id, pk__lte=row.last_id).order_by("pk"))
    if len(lines) != row.count:
        yield AuditFault(f"{row.count} lines were sealed, {len(lines)} are there", seal=row.number, line=row.first_id)
    head = Head(row.number, row.first_id, row.last_id, row.count, row.previous, row.sealed_at)
    if digest(head, lines) != row.sha256:
        yield AuditFault("its lines or figures are not those that were sealed", seal=row.number, line=row.first_id)


def _told_otherwise(known: dict[int, str]) -> Iterator[AuditFault]:
    """Yield the lines about seals must speak of seals that are there, and every seal have its line.

    One that was set while we were reading is there by now.
    """
    told: dict[int, str] = {}
    for line in AuditEntry.objects.filter(action=SEALED).order_by("pk").iterator():
        number, sha256 = _named(line)
        told[number] = sha256
        if known.get(number) != sha256 and not AuditSeal.objects.filter(number=number, sha256=sha256).exists():
            yield AuditFault("it tells of a seal that is not there", seal=number, line=line.pk)
    for number in sorted(known.keys() - told.keys()):
        yield AuditFault("no line tells of this seal", seal=number)


def _named(line: AuditEntry) -> tuple[int, str]:
    """Return the seal a line tells of, (0, "") when it does not say."""
    told = line.detail if isinstance(line.detail, dict) else {}
    number, sha256 = told.get("number"), told.get("sha256")
    return (number, sha256) if isinstance(number, int) and isinstance(sha256, str) else (0, "")
