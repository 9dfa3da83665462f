"""Makes people, forms, drafts and dossiers in every state, through the actions a real one goes through."""

from collections.abc import Iterable
from itertools import count
from typing import Any

from accounts.models import User
from departments.models import DepartmentPage
from services.forms import actions
from services.forms.definition.conditions import Test
from services.forms.definition.questions import (
    Choice,
    Form,
    Kind,
    Question,
    Step,
    digest,
    form_to_json,
    structure_digest,
)
from services.forms.form_versions.communes import at_commune
from services.forms.form_versions.routing import snapshot_of_service
from services.forms.models import Attachment, AttachmentState, FormVersion, Officer, OfficerRole, Submission
from services.forms.rules.workflow import Actor, State
from services.models import ServicePage
from tests.builders import make_audience, make_department, make_service
from tests.recorded_rows import recorded

_numbers = count(1)

PAPER = "paper-00000001"
SECOND_PAPER = "paper-00000002"
HIDDEN_PAPER = "paper-00000003"

FORM = Form(
    (
        Step(
            "owner",
            "Người nộp",
            questions=(
                Question("full_name", Kind.TEXT.value, "Họ và tên", sensitive=True),
                Question(
                    "case", Kind.ONE.value, "Trường hợp", choices=(Choice("new", "Cấp mới"), Choice("again", "Cấp lại"))
                ),
                Question(
                    "why", Kind.TEXT.value, "Lý do cấp lại", required=False, shown_when=Test("case", "is", "again")
                ),
            ),
        ),
        Step(
            "papers",
            "Giấy tờ",
            questions=(
                Question(PAPER, Kind.FILES.value, "Tờ khai"),
                Question(SECOND_PAPER, Kind.FILES.value, "Bản sao hộ chiếu", required=False),
                Question(HIDDEN_PAPER, Kind.FILES.value, "Bản cũ", shown_when=Test("case", "is", "again")),
            ),
        ),
        Step("delivery", "Nhận kết quả", questions=(Question("note", Kind.TEXT.value, "Ghi chú", required=False),)),
    )
)
ANSWERS = {"full_name": "Nguyễn Thị Hoa", "case": "new"}
STEPS = ("owner", "papers", "delivery")

HISTORIES: dict[State, tuple[tuple[str, dict[str, Any]], ...]] = {
    State.FILED: (),
    State.ACCEPTED: (("accept", {}),),
    State.NOT_ACCEPTED: (("refuse", {"reason": "Không đúng thẩm quyền"}),),
    State.IN_PROGRESS: (("accept", {}), ("begin", {})),
    State.SUPPLEMENT: (
        ("accept", {}),
        ("ask_for_papers", {"detail": {"papers": [{"question": PAPER, "reason": "Ảnh bị mờ, khó đọc"}]}}),
    ),
    State.PAYMENT: (("accept", {}), ("ask_for_payment", {"detail": {"amount": 150_000}})),
    State.STOPPED: (("accept", {}), ("stop", {"reason": "Quá thời hạn bổ sung"})),
    State.RESOLVED: (("accept", {}), ("begin", {}), ("resolve", {"detail": {"outcome": "granted"}})),
    State.HANDED_OVER: (
        ("accept", {}),
        ("begin", {}),
        ("resolve", {"detail": {"outcome": "granted"}}),
        ("hand_over", {}),
    ),
}
"""State → the transitions by the office that lead there from a new filing."""


def make_citizen(name: str = "") -> User:
    name = name or f"cong-dan-{next(_numbers)}"
    return User.objects.create_user(f"{name}@example.vn", "mat-khau")


def make_officer(name: str = "", *, role: str = OfficerRole.HEAD, departments: Iterable[Any] | None = None) -> User:
    """Somebody who works on dossiers of these departments (pages), by default of all there are."""
    officer = make_citizen(name or f"can-bo-{next(_numbers)}")
    if role == OfficerRole.SUPERVISOR:
        Officer.objects.create(user=officer, role=role)
        return officer
    if departments is None:
        departments = list(DepartmentPage.objects.all()) or [make_open_service().get_parent()]
    for key in {department.translation_key for department in departments}:
        Officer.objects.create(user=officer, role=role, department_key=key)
    return officer


@recorded
def make_open_service(title: str = "Cấp giấy phép xây dựng", **fields: Any) -> ServicePage:
    """A service at level 3 that takes dossiers here."""
    department = fields.pop("department", None) or make_department("Sở Xây dựng", unit_code="H56.17")
    row = {"department": department, "apply_mode": "site_form"}
    fields.setdefault("channels", [{"kind": "online"}])
    fields.setdefault("audiences", [make_audience()])
    return make_service(title, department=department, level=3, handling_agencies=[row], **fields)


def make_version(service: ServicePage, form: Form = FORM) -> FormVersion:
    known = FormVersion.objects.filter(service_key=service.translation_key)
    return known.filter(sha256=digest(form)).first() or FormVersion.objects.create(
        service_key=service.translation_key,
        number=known.count() + 1,
        definition=form_to_json(form),
        sha256=digest(form),
        structure_sha256=structure_digest(form),
    )


def make_draft(
    owner: User | None = None,
    *,
    service: ServicePage | None = None,
    language: str = "vi",
    form: Form = FORM,
    commune: DepartmentPage | None = None,
) -> Submission:
    """A draft in which nothing was answered yet; `commune`: that one of the many that handle the service."""
    service = service or ServicePage.objects.filter(title="Cấp giấy phép xây dựng").first() or make_open_service()
    row = service.handling_agencies.get()
    return actions.begin(
        owner=owner or make_citizen(),
        service=service,
        agency=at_commune(row, commune) if commune else row,
        version=make_version(service, form),
        language=language,
        privacy_version="1",
    )


def make_filled_draft(owner: User | None = None, **fields: Any) -> Submission:
    """A draft that can be sent."""
    return fill(make_draft(owner, **fields))


def fill(draft: Submission) -> Submission:
    """Answer everything, so that it can be sent."""
    for step in STEPS:
        answers = ANSWERS if step == "owner" else {}
        draft = actions.save_step(submission=draft, by=draft.owner, step=step, answers=answers, revision=draft.revision)
    make_file(draft)
    return draft


def make_file(
    submission: Submission, question: str = PAPER, *, state: AttachmentState = AttachmentState.CLEAN
) -> Attachment:
    """A row of a file; there are no bytes behind it."""
    number = next(_numbers)
    return Attachment.objects.create(
        submission=submission,
        question=question,
        name=f"to-khai-{number}.pdf",
        kind="pdf",
        size=1_000,
        sha256=f"{number:064d}",
        path=f"aa/{number:08d}",
        state=state,
        uploaded_by=submission.owner,
    )


def make_submission(state: State = State.FILED, *, officer: User | None = None, **fields: Any) -> Submission:
    """A dossier in that state, with the history that leads there."""
    if state == State.DRAFT:
        return make_filled_draft(**fields)
    draft = make_filled_draft(**fields)
    filed = actions.submit(submission=draft, by=draft.owner, revision=draft.revision, declared=True)
    if state == State.WITHDRAWN:
        return actions.withdraw(submission=filed, by=filed.owner, revision=filed.revision)
    officer = officer or make_officer()
    for name, told in HISTORIES[state]:
        filed = actions.perform_transition(
            submission=filed, name=name, by=officer, role=Actor.OFFICER, revision=filed.revision, **told
        )
    return filed


def make_filled_drafts(number: int, *, service: ServicePage) -> list[Submission]:
    """Many drafts that can be sent, written straight into the tables."""
    owner, version, agency = make_citizen(), make_version(service), service.handling_agencies.get()
    drafts = Submission.objects.bulk_create(
        Submission(
            owner=owner,
            version=version,
            language="vi",
            answers=ANSWERS,
            saved_steps=list(STEPS),
            **snapshot_of_service(service, agency),
        )
        for _ in range(number)
    )
    Attachment.objects.bulk_create(
        Attachment(
            submission=draft,
            question=PAPER,
            name="to-khai.pdf",
            kind="pdf",
            size=1,
            sha256="0" * 64,
            path=f"bulk/{draft.pk}",
            state=AttachmentState.CLEAN,
            uploaded_by=owner,
        )
        for draft in drafts
    )
    return list(drafts)
