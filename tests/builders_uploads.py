"""Makes people, drafts and the files they send, for the tests of uploads."""

from itertools import count
from pathlib import Path
from typing import Any
from uuid import uuid4

from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile

from accounts.models import User
from services.forms.definition.questions import (
    Form,
    Kind,
    Limits,
    Question,
    Step,
    digest,
    form_to_json,
    structure_digest,
)
from services.forms.models import FormVersion, Submission

_numbers = count(1)

PAPER, OTHER_PAPER, SINGLE_PAPER = "paper-0000000a", "paper-0000000b", "paper-0000000c"


def make_citizen() -> User:
    return User.objects.create_user(f"nguoi-gui-tep-{next(_numbers)}@example.vn", "mat-khau")


def file_form(*keys: str) -> Form:
    """A form that asks for one file question per key; the single paper takes one file."""
    questions = [
        Question(key, Kind.FILES.value, "Giấy tờ", limits=Limits(most=1 if key == SINGLE_PAPER else None))
        for key in keys
    ]
    name = Question("full_name", Kind.TEXT.value, "Họ và tên")
    return Form((Step("owner", "Người nộp", questions=(name,)), Step("papers", "Giấy tờ", questions=tuple(questions))))


def make_version(form: Form | None = None) -> FormVersion:
    form = form or file_form(PAPER, OTHER_PAPER, SINGLE_PAPER)
    return FormVersion.objects.create(
        service_key=uuid4(),
        number=1,
        definition=form_to_json(form),
        sha256=digest(form),
        structure_sha256=structure_digest(form),
    )


def make_draft(owner: User | None = None, **fields: Any) -> Submission:
    """A draft of a form with three papers."""
    version = fields.pop("version", None) or make_version()
    return Submission.objects.create(
        owner=owner or make_citizen(),
        service_key=version.service_key,
        service_title="Cấp lý lịch tư pháp",
        agency_name="Sở Tư pháp",
        version=version,
        language="vi",
        **fields,
    )


def upload(data: bytes, name: str = "to-khai.pdf") -> SimpleUploadedFile:
    """A posted file as a view gets it, under exactly this name."""
    file = SimpleUploadedFile("x", data)
    file._name = name  # the setter would already cut folders off
    return file


def kept_files() -> list[Path]:
    """Every file in private storage, whole or half."""
    return sorted(path for path in Path(settings.PRIVATE_ROOT).rglob("*") if path.is_file())
