"""Texts for citizens: the editors' words where they wrote some, the built-in ones everywhere else, always as text."""

import re
from pathlib import Path

import pytest
from django.core import mail
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import translation

from services.forms.messages import notifications
from services.forms.models import CitizenText
from services.forms.privacy import account_hooks
from services.forms.rules.transitions import TRANSITIONS
from services.forms.rules.workflow import NEXT_STEP_TEXT, State
from services.forms.submissions import queries
from services.forms.submissions.citizen_texts import CitizenTexts
from tests.builders import translate
from tests.builders_submissions import make_citizen, make_open_service, make_submission
from tests.services.forms.views.filing import Filer

pytestmark = pytest.mark.django_db

FORMS = Path(__file__).resolve().parents[4] / "services" / "forms"
ATTACK = "<script>alert(1)</script>{{ 7 }}%(x)s"


@pytest.fixture
def service():
    return make_open_service()


def write(about, words="", service=None, **more):
    text = CitizenText(service=service, about=about, words=words, **more)
    text.full_clean()
    text.save()
    return text


def said(service, language="vi"):
    words = CitizenTexts([service.translation_key], language)
    with translation.override(language):
        return words.happened(service.translation_key, "accept"), words.next(service.translation_key, State.ACCEPTED)


def built_in(language):
    with translation.override(language):
        return str(TRANSITIONS["accept"].citizen_text), str(NEXT_STEP_TEXT[State.ACCEPTED])


def test_without_texts_the_built_in_sentences_stand(service):
    assert said(service) == built_in("vi")
    assert said(service, "en") == built_in("en")


def test_the_text_of_a_service_goes_before_that_of_all_and_each_language_stands_alone(service):
    other = make_open_service("Cấp phép khác")
    write("move.accept", "Chung", words_en="Common")
    write("move.accept", "Riêng", service=service)
    write("state.accepted", "Chờ thư", service=service)
    assert said(service) == ("Riêng", "Chờ thư")
    assert said(service, "en") == ("Common", built_in("en")[1])
    assert said(other) == ("Chung", built_in("vi")[1])


def test_two_transitions_that_are_one_to_a_citizen_have_one_text(service):
    write("move.pay", "Đã nhận tiền", service=service)
    words = CitizenTexts([service.translation_key], "vi")
    key = service.translation_key
    assert words.happened(key, "pay") == words.happened(key, "record_payment") == "Đã nhận tiền"


def test_what_says_nothing_is_refused_and_words_are_tidied(service):
    with pytest.raises(ValidationError):
        write("move.accept", " \u200b ")
    text = write("move.accept", "  Đã \x00 nhận\n ", letter="Một \n\n hai\u200b \n", service=service)
    assert (text.words, text.letter) == ("Đã nhận", "Một\n\nhai")
    with pytest.raises(ValidationError):
        write("move.refuse", "x" * 301)


def test_one_service_has_one_text_about_a_thing_and_so_have_all(service):
    write("move.accept", "A", service=service)
    write("move.accept", "B")
    for again in (service, None):
        with pytest.raises(ValidationError):
            write("move.accept", "C", service=again)
        with pytest.raises(IntegrityError), transaction.atomic():
            CitizenText.objects.create(about="move.accept", words="C", service=again)


def test_a_text_for_the_english_page_holds_for_the_service(service):
    english = translate(service, {service.title: "Building permit", service.slug: "building-permit"})
    text = write("move.accept", "Riêng", service=english)
    assert text.service.pk == service.pk
    assert said(service)[0] == "Riêng"


def test_the_words_stand_on_the_case_in_news_in_tracking_in_the_export_and_in_the_mail_as_text(service):
    filer = Filer()
    write("move.accept", f"Nhận rồi {ATTACK}", service=service, letter=f"Thêm {ATTACK}")
    write("state.accepted", f"Chờ {ATTACK}", service=service)
    submission = make_submission(State.ACCEPTED, owner=filer.user, service=service)
    case = filer.client.get(f"/ho-so/{submission.pk}/").content.decode()
    news = filer.client.get("/ho-so/").content.decode()
    pin = notifications.told_by(submission.events.last())["pin"]
    tracked = filer.client.post("/tra-cuu/", {"code": submission.code, "pin": pin}).content.decode()
    assert "Nhận rồi &lt;script&gt;alert(1)&lt;/script&gt;{{ 7 }}%(x)s" in case
    assert "Nhận rồi &lt;script&gt;" in news
    for page in (case, tracked):
        assert "Chờ &lt;script&gt;" in page
    for page in (case, news, tracked):
        assert "<script>alert" not in page
    exported = account_hooks.export(filer.user)["submissions"][0]["history"]
    assert exported[-1]["what"] == f"Nhận rồi {ATTACK}"
    notifications.send({"event": submission.events.last().pk})
    assert f"\n\nThêm {ATTACK}\n\n" in mail.outbox[-1].body


def test_a_mail_says_the_paragraph_of_its_own_language(service):
    write("move.accept", letter="Thêm", letter_en="Besides", service=service)
    submission = make_submission(State.ACCEPTED, service=service, language="en")
    notifications.send({"event": submission.events.last().pk})
    assert "\n\nBesides\n\n" in mail.outbox[-1].body
    assert "Thêm" not in mail.outbox[-1].body


def test_a_list_of_news_asks_once_for_all_words(django_assert_num_queries):
    owner = make_citizen()
    for title in ("Một", "Hai", "Ba"):
        make_submission(State.ACCEPTED, owner=owner, service=make_open_service(title))
    with django_assert_num_queries(2):
        assert len(queries.notices(owner, seen_until=None)) == 3


def test_nothing_tells_citizens_the_built_in_sentences_past_the_editors():
    known = {"citizen_texts.py", "citizen_texts_admin.py", "workflow_page.py", "transition_checks.py"}
    known |= {"editable_short_messages.py"}  # names of messages, for those who write their words
    past = re.compile(r"(spec|\])\.citizen_text\b|import .*\bNEXT_STEP_TEXT\b")
    users = {path.name for path in FORMS.rglob("*.py") if past.search(path.read_text(encoding="utf-8"))}
    assert users == known
