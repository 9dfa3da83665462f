"""Dossiers to try the desk with: filed and worked on by the demo's people, through the actions real ones go through."""

from itertools import count
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import translation

from accounts.models import Profile, User
from home.demo.answers import NUMBER, answers_to, paper
from home.demo.content import key
from home.demo.locales import vietnamese
from services.forms import actions
from services.forms.definition.confirmations import CONFIRMED
from services.forms.form_versions.versions import freeze
from services.forms.models import Submission
from services.forms.rules.transition_spec import Transition
from services.forms.rules.workflow import Actor
from services.forms.uploads.taking import take
from services.forms.views.privacy_notice import PRIVACY_VERSION
from services.models import ServicePage

SERVICES = {
    "canbo1.xaydung@example.vn": (
        "cap-lai-chung-chi-hanh-nghe-hoat-dong-xay-dung",
        "cung-cap-thong-tin-quy-hoach-do-thi-va-nong-thon",
    ),
    "canbo1.yte@example.vn": ("cap-lai-chung-chi-hanh-nghe-duoc-bi-mat-hoac-hu-hong",),
}
"""Officer → services of the department whose submissions they work on."""

Step = tuple[Transition, dict[str, Any]]
ACCEPT: Step = (Transition.ACCEPT, {})
BEGIN: Step = (Transition.BEGIN, {})
ASK: Step = (
    Transition.ASK_FOR_PAPERS,
    {"detail": {"papers": [{"name": "Bản sao giấy tờ tùy thân", "reason": "Ảnh chụp bị mờ."}]}},
)
GRANT: Step = (Transition.RESOLVE, {"detail": {"outcome": "granted"}})
HISTORIES: tuple[tuple[Step, ...], ...] = (
    (),
    (ACCEPT,),
    (ACCEPT, BEGIN),
    (ACCEPT, ASK),
    (ACCEPT, BEGIN, GRANT),
    (ACCEPT, BEGIN, GRANT, (Transition.HAND_OVER, {})),
    ((Transition.REFUSE, {"reason": "Hồ sơ minh họa: không thuộc thẩm quyền."}),),
)
"""What happened to each dossier after it was filed; for each officer once."""
CITIZENS = ("congdan1@example.vn", "congdan2@example.vn", "congdan3@example.vn")

_papers = count(1)


def load_dossiers() -> None:
    """File them and work on them, unless any dossier exists already."""
    if Submission.objects.exists():
        return
    for email, slugs in SERVICES.items():
        officer = User.objects.get(email=email)
        for number, steps in enumerate(HISTORIES):
            owner = User.objects.get(email=CITIZENS[number % len(CITIZENS)])
            service = ServicePage.objects.get(
                translation_key=key("services", slugs[number % len(slugs)]), locale=vietnamese()
            )
            with translation.override(vietnamese().language_code):
                _perform(_filed(owner, service), steps, officer)


def _filed(owner: User, service: ServicePage) -> Submission:
    version = freeze(service)
    agency = next(row for row in service.handling_agencies.select_related("department") if row.department)
    draft = actions.begin(
        owner=owner,
        service=service,
        agency=agency,
        version=version,
        language="vi",
        privacy_version=PRIVACY_VERSION,
    )
    profile = Profile.objects.get(user=owner)
    known = {"full_name": profile.full_name, "phone": profile.phone, "organisation_name": profile.organisation_name}
    steps, papers = answers_to(version.form(), {name: value for name, value in known.items() if value})
    # Numbers of nobody pass in the demo; on another site, whoever loads its content says they are meant.
    meant = {} if settings.DEMO else {CONFIRMED: [NUMBER]}
    for step, answers in steps.items():
        draft = actions.save_step(
            submission=draft, by=owner, step=step, answers=answers | meant, revision=draft.revision
        )
    for question in papers:
        number = next(_papers)
        file = SimpleUploadedFile(f"minh-hoa-{number}.pdf", paper(number), content_type="application/pdf")
        take(draft, question, file, by=owner)
    return actions.submit(submission=draft, by=owner, revision=draft.revision, declared=True)


def _perform(dossier: Submission, steps: tuple[Step, ...], officer: User) -> None:
    for name, said in steps:
        dossier = actions.perform_transition(
            submission=dossier, name=name, by=officer, role=Actor.OFFICER, revision=dossier.revision, **said
        )
