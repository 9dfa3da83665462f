"""Dossiers by the ten thousand for `make bench-desk`: straight into the tables, spread as an office has them."""

import random
import uuid
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from accounts.models import User
from home.demo.answers import answers_to
from services.forms.form_versions.routing import rows_at_filing, snapshot_of_service
from services.forms.form_versions.versions import freeze
from services.forms.models import Attachment, AttachmentState, Event, FormVersion, Submission
from services.forms.rules.references import code_of, unit_of
from services.forms.rules.transitions import STATE_CHANGES
from services.forms.rules.workflow import ENDED, WORKED_ON, Actor, State
from services.forms.submissions.search_keys import search_keys
from tests.builders import make_department
from tests.builders_submissions import HISTORIES, make_citizen, make_officer, make_open_service

DEPARTMENTS = {
    "Sở Xây dựng": ("H56.17", ("Cấp giấy phép xây dựng", "Cấp chứng chỉ hành nghề xây dựng")),
    "Sở Y tế": ("H56.21", ("Cấp chứng chỉ hành nghề dược", "Cấp giấy phép hoạt động khám bệnh")),
    "Sở Tư pháp": ("H56.19", ("Cấp phiếu lý lịch tư pháp", "Đăng ký hành nghề luật sư")),
    "Sở Công Thương": ("H56.08", ("Cấp giấy phép bán lẻ rượu", "Thông báo hoạt động khuyến mại")),
}
SHARES = {
    State.FILED: 3,
    State.ACCEPTED: 2,
    State.IN_PROGRESS: 6,
    State.SUPPLEMENT: 2,
    State.PAYMENT: 1,
    State.RESOLVED: 2,
    State.NOT_ACCEPTED: 4,
    State.WITHDRAWN: 2,
    State.STOPPED: 1,
    State.HANDED_OVER: 77,
}
"""Of a hundred dossiers, how many stand where: most are done, as after some years of work."""

FAMILIES = ("Nguyễn", "Lê", "Trần", "Phạm", "Hoàng", "Vũ", "Đỗ", "Bùi", "Đặng", "Lương", "Trịnh", "Hà", "Mai")
MIDDLES = ("Thị", "Văn", "Minh", "Ngọc", "Thanh", "Đức", "Thu", "Quang", "Hữu", "Kim")
GIVEN = ("Hoa", "Ước", "Dũng", "Nhi", "Sơn", "Lan", "Đạt", "Hưng", "Thảo", "Yến", "Quân", "Phượng", "Khánh")
YEARS, OPEN_DAYS, LIMIT_DAYS, PEOPLE, AT_ONCE = 3, 20, 14, 300, 2_000
NOW = datetime.now(UTC)
WITHDRAWN = (("withdraw", {}),)


@dataclass
class Office:
    """A department, what it handles, who works there."""

    department: Any
    officers: list[User]
    head: User
    services: list[tuple[dict[str, Any], FormVersion]] = field(default_factory=list)


class Province:
    """Four departments, a one-stop officer for all of them, and as many dossiers as are asked for."""

    def __init__(self) -> None:
        self.chance = random.Random(20261122)  # noqa: S311 (the same dossiers in every run)
        self.numbers: Counter[tuple[str, Any]] = Counter()
        self.count = 0
        self.people = [make_citizen() for _ in range(PEOPLE)]
        self.offices = [self._office(*row) for row in DEPARTMENTS.items()]
        self.supervisor = make_officer("giam-sat", role="supervisor")
        self.one_stop = make_officer("mot-cua", role="one_stop", departments=[one.department for one in self.offices])

    def _office(self, name: str, told: tuple[str, tuple[str, ...]]) -> Office:
        code, titles = told
        department = make_department(name, unit_code=code)
        stem = code.lower().replace(".", "-")
        officers = [make_officer(f"can-bo-{n}-{stem}", role="officer", departments=[department]) for n in range(3)]
        office = Office(department, officers, make_officer(f"lanh-dao-{stem}", role="head", departments=[department]))
        for title in titles:
            service = make_open_service(
                title,
                department=department,
                durations=[{"value": 10, "unit": "working_day"}],
                documents=[{"name": "Đơn đề nghị", "originals": 1}, {"name": "Bản sao giấy tờ", "copies": 1}],
            )
            kept = snapshot_of_service(service, service.handling_agencies.get()) | rows_at_filing(service)
            office.services.append((kept, freeze(service)))
        return office

    def grow_to(self, total: int) -> None:
        """Add dossiers until there are `total`."""
        while self.count < total:
            made = [self._dossier() for _ in range(min(AT_ONCE, total - self.count))]
            self.count += len(made)
            Submission.objects.bulk_create(one for one, _office in made)
            Event.objects.bulk_create(event for one, office in made for event in self._events(one, office))
            Attachment.objects.bulk_create(_attachment(one) for one, _office in made)

    def _dossier(self) -> tuple[Submission, Office]:
        office = self.chance.choice(self.offices)
        kept, version = self.chance.choice(office.services)
        state = self.chance.choices(list(SHARES), list(SHARES.values()))[0]
        days = YEARS * 365 if state in ENDED else OPEN_DAYS
        filed_at = NOW - timedelta(minutes=self.chance.randrange(60, days * 24 * 60))
        accepted = state not in (State.FILED, State.NOT_ACCEPTED, State.WITHDRAWN)
        answers = self._answers(version)
        return Submission(
            id=uuid.UUID(int=self.chance.getrandbits(128), version=4),
            owner=self.chance.choice(self.people),
            version=version,
            language="vi",
            state=state,
            revision=5,
            answers=answers,
            lookup=search_keys(answers),
            code=self._code(kept["agency_code"], filed_at),
            filed_at=filed_at,
            accepted_at=filed_at + timedelta(minutes=30) if accepted else None,
            closed_at=filed_at + timedelta(minutes=50) if state in ENDED else None,
            assigned_to=self.chance.choice(office.officers) if accepted else None,
            **_dates(state, filed_at, kept["durations"][0] if accepted else None),
            **kept,
        ), office

    def _answers(self, version: FormVersion) -> dict[str, Any]:
        name = " ".join(map(self.chance.choice, (FAMILIES, MIDDLES, GIVEN)))
        known = {"full_name": name, "phone": f"09{self.chance.randrange(10**8):08d}"}
        steps, _papers = answers_to(version.form(), known)
        return {key: value for answers in steps.values() for key, value in answers.items()}

    def _code(self, agency_code: str, filed_at: datetime) -> str:
        unit, day = unit_of(agency_code, province="H56"), filed_at.date()
        self.numbers[unit, day] += 1
        return code_of(unit, day, self.numbers[unit, day])

    def _events(self, dossier: Submission, office: Office) -> Iterator[Event]:
        """The history that leads to its state."""
        steps = WITHDRAWN if dossier.state == State.WITHDRAWN else HISTORIES[State(dossier.state)]
        state, officer = State.DRAFT, dossier.assigned_to or office.head
        for number, (name, told) in enumerate((("file", {}), *steps)):
            spec = STATE_CHANGES[name]
            role = Actor.OFFICER if Actor.OFFICER in spec.by else Actor.CITIZEN
            yield Event(
                submission=dossier,
                at=dossier.filed_at + timedelta(minutes=10 * number),
                move=name,
                from_state=state,
                to_state=spec.to,
                actor=officer if role == Actor.OFFICER else dossier.owner,
                role=role,
                **_spoken(told),
            )
            state = spec.to


def _dates(state: State, filed_at: datetime, limit: dict[str, Any] | None) -> dict[str, Any]:
    """What the clock wrote: a date while it is worked on and after, none while it waits for the citizen."""
    dates: dict[str, Any] = {"limit": limit}
    if state == State.FILED:
        dates["intake_due_at"] = filed_at + timedelta(days=1)
    if state in {*WORKED_ON, State.RESOLVED, State.HANDED_OVER}:
        dates["due_at"] = filed_at + timedelta(days=LIMIT_DAYS)
    if state == State.SUPPLEMENT:
        dates |= {"reply_due_at": filed_at + timedelta(days=30), "supplement_count": 1}
    if state in (State.RESOLVED, State.HANDED_OVER):
        dates |= {"resolved_at": filed_at + timedelta(days=10), "outcome": "granted"}
    return dates


def _spoken(told: dict[str, Any]) -> dict[str, Any]:
    """What the transition says, with the papers named as the action names them."""
    papers = told.get("detail", {}).get("papers")
    return {**told, "detail": {"papers": [{"name": "Tờ khai", **paper} for paper in papers]}} if papers else told


def _attachment(dossier: Submission) -> Attachment:
    return Attachment(
        submission=dossier,
        question="paper-1",
        name="don-de-nghi.pdf",
        kind="pdf",
        size=120_000,
        sha256=dossier.pk.hex * 2,
        path=f"{dossier.pk.hex[:2]}/{dossier.pk.hex}",
        state=AttachmentState.CLEAN,
        uploaded_by=dossier.owner,
        claimed_at=dossier.filed_at,
    )
