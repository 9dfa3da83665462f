"""Whatever somebody types or calls a file, on no page does it become more than text."""

import io
import json
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pypdf import PdfReader

from accounts.models import Profile
from outbox.models import Delivery
from outbox.queue import put
from services.forms import actions
from services.forms.definition.questions import Form, Kind, Question, Step
from services.forms.messages import notifications
from services.forms.messages.registry import NOTIFICATIONS
from services.forms.models import Submission
from services.forms.privacy import account_hooks
from services.forms.rules.workflow import Actor, State
from services.models import ServicePage
from tests.builders import trunk
from tests.builders_accounts import PASSWORD, log_in, make_citizen, make_editor
from tests.builders_submissions import PAPER, make_draft, make_officer
from tests.services.forms.views.filing import Filer, pdf

pytestmark = [pytest.mark.django_db, pytest.mark.once]

PAYLOADS = (
    "<script>alert(1)</script>",
    "<ScRiPt src=//evil.example></sCrIpT>",
    '"><script>alert(1)</script>',
    "'><img src=x onerror=alert(1)>",
    '" onfocus=alert(1) autofocus x="',
    "' onmouseover='alert(1)",
    "</textarea><script>alert(1)</script>",
    "</title><svg onload=alert(1)>",
    "</option></select><iframe src=javascript:alert(1)>",
    '<a href="javascript:alert(1)">x</a>',
    "<svg><script>alert(1)</script></svg>",
    "<style>*{background:url(//evil.example)}</style>",
    '<div style="background:url(javascript:alert(1))">x',
    "<meta http-equiv=refresh content=0;url=//evil.example>",
    "<base href=//evil.example/>",
    "--><script>alert(1)</script><!--",
    "<form action=//evil.example><button>x",
    "{{ 7|add:7 }}{% debug %}<embed src=x>",
)
IN_ATTRIBUTES = ('" onfocus=alert(1) autofocus x="', "' onmouseover='alert(1)")
"""They do something only where a value stands in quotation marks."""

ACTIVE = ("iframe", "object", "embed", "base", "style", "frame", "applet", "marquee", "math")
ADDRESSES = ("href", "src", "action", "formaction", "xlink:href", "data", "srcset", "poster")

FORM = Form(
    (
        Step(
            "owner",
            "Người nộp",
            questions=(
                Question("full_name", Kind.TEXT.value, "Họ và tên"),
                Question("story", Kind.LONG_TEXT.value, "Trình bày"),
                Question("home", Kind.ADDRESS.value, "Địa chỉ"),
                Question(
                    "people",
                    Kind.GROUP.value,
                    "Thành viên",
                    questions=(Question("name", Kind.TEXT.value, "Họ và tên"),),
                ),
            ),
        ),
        Step("papers", "Giấy tờ", questions=(Question(PAPER, Kind.FILES.value, "Tờ khai"),)),
    )
)


def dangers(content: bytes | str) -> list[str]:
    """Everything on a page a browser would run, load from elsewhere or send elsewhere."""
    page = BeautifulSoup(content, "html.parser")
    return [f"{tag.name}: {tag.attrs}" for tag in page.find_all(True) if _is_active(tag) or _has_active(tag)]


def _is_active(tag: Any) -> bool:
    if tag.name == "script":
        is_data = tag.get("type") == "application/ld+json"
        return not is_data and (bool(tag.get_text().strip()) or not str(tag.get("src", "")).startswith("/static/"))
    return tag.name in ACTIVE or (tag.name == "meta" and "http-equiv" in tag.attrs)


def _has_active(tag: Any) -> bool:
    for name, value in tag.attrs.items():
        text = "".join(str(value).split()).lower()
        if name.startswith("on") or name == "style":
            return True
        if name in ADDRESSES and text.startswith(("javascript:", "vbscript:", "data:", "//")):
            return True
    return False


def as_text(content: bytes | str) -> str:
    """The words of a page and the values of its boxes."""
    page = BeautifulSoup(content, "html.parser")
    values = [str(tag["value"]) for tag in page.find_all("input") if tag.has_attr("value")]
    return " ".join(" ".join([page.get_text(" "), *values]).split())


def sound(answer: Any, *told: str) -> None:
    """The page shows these words and nothing of them does anything."""
    assert answer.status_code == 200, answer.content.decode()[:500]
    assert dangers(answer.content) == []
    for words in told:
        assert words in as_text(answer.content), f"{words!r} is not shown at {answer.request['PATH_INFO']}"


@pytest.mark.parametrize("payload", PAYLOADS)
def test_the_eye_of_this_test_sees_each(payload):
    text = payload if payload not in IN_ATTRIBUTES else f"<input value={payload[0]}{payload}{payload[0]}>"
    assert dangers(f"<main><p>{text}</p></main>") != []


def answers(payload: str) -> dict[str, str]:
    typed = {"full_name": payload, "story": f"{payload}\n{payload}", "people-0-name": payload, "people-count": "1"}
    return typed | {"home-province": "Thanh Hóa", "home-ward": payload, "home-street": payload}


def begun(filer: Filer) -> Submission:
    return make_draft(filer.user, form=FORM)


def filed(filer: Filer, payload: str) -> Submission:
    """Through the pages, with a file of that name."""
    draft = begun(filer)
    assert filer.step(draft, "owner", **answers(payload)).status_code == 302
    assert filer.step(draft, "papers", **{PAPER: pdf(f"{payload.replace('/', '')}.pdf")}).status_code == 302
    return draft


@pytest.mark.parametrize("payload", PAYLOADS)
def test_pages_of_filing_show_it_as_text(payload):
    filer = Filer()
    draft = filed(filer, payload)
    name = f"{payload.replace('/', '')}.pdf"
    sound(filer.client.get(f"/ho-so/{draft.pk}/buoc/owner/"), payload)
    sound(filer.client.get(f"/ho-so/{draft.pk}/buoc/papers/"), name)
    sound(filer.client.get(f"/ho-so/{draft.pk}/"))
    sound(filer.client.get(f"/ho-so/{draft.pk}/kiem-tra/"), payload, name)
    assert filer.send(draft).status_code == 302
    for path in ("", "bien-nhan/"):
        sound(filer.client.get(f"/ho-so/{draft.pk}/{path}"), payload, name)
    sound(filer.client.get("/ho-so/"))
    sheet = PdfReader(io.BytesIO(filer.client.get(f"/ho-so/{draft.pk}/bien-nhan.pdf").content))
    assert "/JavaScript" not in str(sheet.trailer["/Root"])
    text = "".join("".join(page.extract_text().split()) for page in sheet.pages)
    assert "".join(payload.split()) in text


@pytest.mark.parametrize("payload", PAYLOADS)
def test_words_between_agency_and_citizen_are_text(payload):
    filer = Filer()
    draft = filed(filer, payload)
    filer.send(draft)
    row = Submission.objects.get(pk=draft.pk)
    papers = {"papers": [{"question": PAPER, "reason": payload}, {"name": payload, "reason": payload}]}
    officer = make_officer()
    told = {"by": officer, "role": Actor.OFFICER, "revision": row.revision, "reason": payload, "detail": papers}
    actions.perform_transition(submission=row, name="ask_for_papers", **told)
    sound(filer.client.get(f"/ho-so/{draft.pk}/"), payload)
    sound(filer.client.get("/ho-so/"))
    sound(filer.client.get(f"/ho-so/{draft.pk}/bo-sung/"), payload)
    sound(filer.client.post(f"/ho-so/{draft.pk}/bo-sung/", {"note": payload, "revision": "x"}), payload)
    sound(filer.client.post(f"/ho-so/{draft.pk}/rut/", {"reason": payload, "revision": "1"}), payload)
    for event in row.events.all():
        subject, text = notifications.written(row, NOTIFICATIONS[event.move].letter, notifications.told_by(event))
        assert payload not in subject
        assert "Nguyễn" not in text
    row.refresh_from_db()
    assert State(row.state) is State.SUPPLEMENT


@pytest.mark.parametrize("payload", PAYLOADS)
def test_what_is_wrong_is_shown_again_as_text(payload):
    filer = Filer()
    draft = begun(filer)
    wrong = answers(payload) | {"home-province": payload, "full_name": payload}
    sound(filer.step(draft, "owner", **wrong), payload)
    sound(filer.step(draft, "owner", **wrong, **{"people-add": payload}), payload)
    sound(filer.step(draft, "owner", **wrong, revision="1", later="1"))
    sound(filer.step(draft, "papers", **{PAPER: pdf(f"{payload.replace('/', '')}.exe"), "upload": payload}))
    kept = Client().post(f"/ho-so/{draft.pk}/buoc/owner/", wrong)["Location"].partition("kept%3D")[2]
    sound(filer.client.get(f"/ho-so/{draft.pk}/buoc/owner/?kept={kept}"), payload)
    sound(Client().post("/tra-cuu/", {"code": payload[:60], "pin": payload[:20]}), payload[:60].strip())
    sound(Client().get("/tra-cuu/", {"ho-so": payload}))
    service = ServicePage.objects.get(locale__language_code="vi")
    sound(filer.client.post(f"/ho-so/moi/{service.slug}/", {"agency": payload}, follow=True))


@pytest.mark.parametrize("payload", PAYLOADS)
def test_pages_of_the_account_show_it_as_text(payload):
    trunk()
    client, user = Client(headers={"user-agent": payload}), make_citizen()
    log_in(client, user)
    posted = {"full_name": "Lê Nhi", "address": payload, "organisation_name": payload, "applicant_type": "business"}
    assert client.post(reverse("account_profile"), posted).status_code == 302
    Profile.objects.filter(user=user).update(full_name=payload)  # a form refuses it today; older rows may have it
    sound(client.get(reverse("account_overview")), payload)
    sound(client.get(reverse("account_profile")), payload)
    sound(client.get(reverse("usersessions_list")))
    wrong = {"full_name": payload, "phone": payload, "applicant_type": payload}
    sound(client.post(reverse("account_profile"), posted | wrong), payload)
    guest = Client()
    sound(guest.post(reverse("account_login"), {"login": payload, "password": payload, "next": payload}))
    sound(guest.get(reverse("account_login"), {"next": payload}))
    sound(guest.post(reverse("account_signup"), {"full_name": payload, "email": payload, "password1": "x"}), payload)
    sound(guest.post(reverse("account_reset_password"), {"email": payload}))


def test_even_an_address_that_is_a_script_is_text():
    """Such an e-mail address is allowed by its standard; editors see it in their list of users."""
    trunk()
    address = '"<script>alert(1)</script>"@example.vn'
    signed = {"full_name": "Lê Nhi", "email": address, "password1": PASSWORD, "consent": "on"}
    guest = Client()
    assert guest.post(reverse("account_signup"), signed).status_code in (200, 302)
    make_citizen(address.replace("alert", "alarm"))
    editor = Client()
    editor.force_login(make_editor())
    page = editor.get("/quan-tri/users/").content.decode()
    assert "alarm(1)" in page
    assert "<script>alarm" not in page


@pytest.mark.parametrize("payload", PAYLOADS)
def test_what_was_not_sent_is_shown_to_administrators_as_text(payload):
    trunk()
    put("account.mail", {"to": payload, "name": payload}, key="x")
    Delivery.objects.update(failed_at=timezone.now(), last_error=payload)
    editor = Client()
    editor.force_login(make_editor())
    page = editor.get("/quan-tri/dead-letters/").content.decode()
    assert "account.mail" in page
    assert payload not in page


def test_export_is_a_file_of_data_with_every_word_as_it_was():
    payload = PAYLOADS[0]
    filer = Filer()
    filed(filer, payload)
    Profile.objects.update_or_create(user=filer.user, defaults={"full_name": payload})
    document = json.loads(json.dumps(account_hooks.export(filer.user)))
    assert document["submissions"][0]["answers"]["full_name"] == payload
