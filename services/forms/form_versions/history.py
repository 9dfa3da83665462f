"""The history of a service's form for its editors: versions, what changed, what open drafts would lose."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count

from services.forms.definition.questions import Form
from services.forms.form_versions.comparison import changes, misfits
from services.forms.form_versions.versions import open_version, versions_of
from services.forms.models import FormVersion, Submission
from services.models import ServicePage

LOOKED_AT = 500
"""Drafts of one version that are compared; the newest come first."""


@dataclass(frozen=True)
class VersionEntry:
    """One version. `lost` are the questions whose answers no longer fit today's form, with the number of drafts."""

    number: int
    sha256: str
    at: datetime
    by: str
    languages: list[str]
    changes: list[str]
    drafts: int
    lost: list[tuple[str, int]]
    is_open: bool


def version_history(service: ServicePage) -> list[VersionEntry]:
    """Return every frozen version, the newest first. Nothing in it names a person who files or what was answered."""
    versions = list(versions_of(service))
    today = open_version(service)
    counts = _drafts(versions)
    older: list[FormVersion | None] = [*versions[1:], None]
    return [_entry(version, before, today, counts) for version, before in zip(versions, older, strict=True)]


def _entry(
    version: FormVersion, before: FormVersion | None, today: FormVersion, counts: dict[int, int]
) -> VersionEntry:
    form = version.form()
    is_open = version.sha256 == today.sha256
    drafts = counts.get(version.pk, 0)
    return VersionEntry(
        number=version.number,
        sha256=version.sha256,
        at=version.created_at,
        by=str(version.frozen_by or ""),
        languages=["vi", *(words.language for words in version.words.all())],
        changes=changes(before.form(), form) if before else [],
        drafts=drafts,
        lost=_lost(version, form, today.form()) if drafts and not is_open else [],
        is_open=is_open,
    )


def _drafts(versions: list[FormVersion]) -> dict[int, int]:
    rows = Submission.objects.drafts().filter(version__in=versions).order_by()
    return dict(rows.values_list("version").annotate(Count("pk")))


def _lost(version: FormVersion, form: Form, today: Form) -> list[tuple[str, int]]:
    """Return how many drafts would lose the answer to which question."""
    found: dict[str, int] = {}
    drafts = Submission.objects.drafts().filter(version=version).order_by("-changed_at")
    for answers in drafts.values_list("answers", flat=True)[:LOOKED_AT]:
        for key in misfits(form, today, answers):
            found[key] = found.get(key, 0) + 1
    labels = {question.key: question.label for question in form.questions()}
    return [(labels.get(key, key), count) for key, count in found.items()]
