"""Letters with which one can do something: where the result is, whom to ask, how to object, where and when to pay."""

from datetime import datetime
from itertools import pairwise
from pathlib import Path

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import translation

from core.addresses import absolute
from core.models import PortalSettings
from core.working_time import ZONE
from departments.models import DepartmentPage
from services.forms.messages import notifications, registry
from services.forms.models import CitizenText, Slip
from services.forms.rules.transitions import STATE_CHANGES
from services.forms.rules.workflow import State
from services.forms.slips.acknowledgement_data import acknowledgement_of
from services.models import ServicePage
from tests.builders import make_department, translate
from tests.builders_slips import filed, missing, perform
from tests.builders_submissions import make_officer, make_open_service, make_submission
from tests.services.forms.desk.conftest import Worker
from tests.services.forms.messages.test_notifications import LANGUAGES, REASON, told_of

pytestmark = [pytest.mark.django_db, pytest.mark.once]  # words and looks; no question of its own

TEMPLATES = Path(__file__).resolve().parents[4] / "templates" / "emails" / "submissions"
REFUSALS = ("refuse", "refuse_late", "stop")
RIGHT = {"vi": "có quyền khiếu nại", "en": "right to complain"}
NOT_SAID = {"vi": "cơ quan chưa nêu hạn", "en": "the agency has set no day"}


def last_letter(row):
    """The mail about what was done last with a dossier."""
    mail.outbox.clear()
    notifications.send({"event": row.events.last().pk})
    return mail.outbox[0]


def of_service(row, **words):
    """Something its service says, as editors publish it."""
    service = ServicePage.objects.get(translation_key=row.service_key, locale__language_code="vi")
    for name, value in words.items():
        setattr(service, name, value)
    service.save_revision().publish()


# The result


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_result_is_named_and_one_click_away(language):
    sent, row = told_of("resolve", language)
    assert {"vi": "đồng ý giải quyết", "en": "granted"}[language] in sent.subject
    with translation.override(language):
        assert f"{absolute(reverse('submission', args=[row.pk]))}#result" in sent.body


@pytest.mark.parametrize(
    ("decided", "words"),
    [
        ("2026-11-25T10:00", "Trả sớm 2 ngày làm việc (ngày hẹn trả: 17:00 27/11/2026)."),
        ("2026-11-27T16:00", "Trả đúng hạn (ngày hẹn trả: 17:00 27/11/2026)."),
        ("2026-11-30T10:00", "Trả trễ 1 ngày làm việc (ngày hẹn trả: 17:00 27/11/2026). Cơ quan xin lỗi"),
    ],
)
def test_a_result_says_whether_it_came_in_time_and_lateness_is_apologised_for(travel, decided, words):
    travel("2026-11-20T09:00")
    row = perform(perform(filed(), "accept"), "begin")
    travel(decided)
    sent = last_letter(perform(row, "resolve", detail={"outcome": "granted"}))
    assert words in sent.body
    assert ("xin lỗi" in sent.body) == ("trễ" in words)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_result_without_a_promised_day_is_neither_early_nor_late(language):
    sent, _row = told_of("resolve", language)
    assert not any(word in sent.body for word in ("Trả sớm", "Trả đúng", "early", "on time"))


# Whom to ask


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", STATE_CHANGES)
def test_every_letter_ends_with_whom_to_ask(name, language):
    settings = PortalSettings.load()
    settings.hotline = "1900 0000"
    settings.save()
    sent, row = told_of(name, language)
    end = sent.body.split({"vi": "Nơi tiếp nhận, giải đáp:", "en": "Whom to ask:"}[language])[1]
    assert row.agency_name in end
    assert "1900 0000" in end


LETTERS = sorted({path.stem for path in (TEMPLATES / "vi").glob("*.txt")} - {"letter"})
AT = datetime(2026, 11, 20, 9, tzinfo=ZONE)
DATES = dict.fromkeys(("at", "due_at", "was_due_at", "reply_until", "return_until", "ends_at"), AT)


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_letters_there_are_carry_address_and_telephone_of_the_place_that_receives(language):
    assert sorted(path.stem for path in (TEMPLATES / language).glob("*.txt")) == sorted([*LETTERS, "letter"])
    assert {spec.letter for spec in registry.NOTIFICATIONS.values()} <= set(LETTERS)
    assert {registry.REMINDER, registry.REPLY_REMINDER} <= set(LETTERS)
    row = filed()
    row.language = language
    DepartmentPage.objects.update(phone="0237 3852 246")
    for name in LETTERS:
        _subject, text = notifications.written(row, name, DATES)
        end = text.split({"vi": "Nơi tiếp nhận, giải đáp:", "en": "Whom to ask:"}[language])[1]
        assert "Sở Xây dựng\n36 Lê Lợi\n" in end, name
        assert "0237 3852 246" in end, name


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_letter_says_a_word_twice_in_a_row(language):
    row = filed()
    row.language = language
    for name in LETTERS:
        said = notifications.written(row, name, DATES)[1].lower().split()
        assert [word for word, following in pairwise(said) if word == following] == [], name


def test_the_department_s_own_address_and_telephone_are_given():
    row = perform(filed(), "refuse", reason=REASON)
    DepartmentPage.objects.update(phone="0237 3852 246")
    assert "36 Lê Lợi\nĐiện thoại: 0237 3852 246" in last_letter(row).body


@pytest.mark.parametrize("name", ["ask_for_papers", *REFUSALS])
def test_a_slip_names_whom_to_ask(name):
    told_of(name, "vi")
    slip = Slip.objects.order_by("pk").last()
    assert missing(slip, "Nơi tiếp nhận, giải đáp") == []
    assert [row[0] for row in slip.payload["rows"] if "Sở Xây dựng" in row[1][0]] == ["Nơi tiếp nhận, giải đáp"]


# How to object


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", REFUSALS)
def test_a_refusal_says_how_to_object_and_who_can_tell_until_when(name, language):
    sent, _row = told_of(name, language)
    assert RIGHT[language] in sent.body
    assert missing(Slip.objects.order_by("pk").last(), "Nếu không đồng ý", RIGHT["vi"]) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_decision_says_how_to_object_when_it_is_a_refusal_and_only_then(language):
    granted, _row = told_of("resolve", language)
    assert RIGHT[language] not in granted.body
    row = make_submission(State.IN_PROGRESS, language=language)
    refused = last_letter(perform(row, "resolve", detail={"outcome": "refused"}, reason=REASON))
    assert RIGHT[language] in refused.body


def test_what_the_service_says_of_objecting_goes_before_everything():
    CitizenText.objects.create(about="objection", letter="Lời của mọi dịch vụ")
    row = filed()
    of_service(row, appeal="<p>Khiếu nại đến Giám đốc Sở &amp; Chủ tịch.</p><p>Xem <b>Điều 7</b>.</p>")
    row = perform(row, "refuse", reason=REASON)
    assert "Khiếu nại đến Giám đốc Sở & Chủ tịch. Xem Điều 7 ." in last_letter(row).body.replace("7.", "7 .")
    assert "Lời của mọi dịch vụ" not in last_letter(row).body


@pytest.mark.parametrize(("language", "words"), [("vi", "Theo Luật, trong thời hạn"), ("en", "Under the law, within")])
def test_editors_write_what_is_said_of_objecting_for_all(language, words):
    CitizenText.objects.create(about="objection", letter="Theo Luật, trong thời hạn", letter_en="Under the law, within")
    sent, _row = told_of("refuse", language)
    assert words in sent.body
    assert RIGHT[language] not in sent.body
    assert missing(Slip.objects.get(), "Theo Luật, trong thời hạn") == []


def test_editors_find_the_text_about_objecting_in_the_admin(admin_client):
    page = admin_client.get(reverse("citizen_texts:add")).content.decode()
    assert 'value="objection"' in page
    admin_client.post(reverse("citizen_texts:add"), {"about": "objection", "letter": "Gửi đơn đến Sở.", "words": ""})
    assert CitizenText.objects.get().letter == "Gửi đơn đến Sở."


# The fee


def asked_at_the_desk(row, **typed):
    worker = Worker(make_officer())
    answer = worker.act(row, "ask_for_payment", amount="150.000", **typed)
    return answer, row


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_request_for_a_fee_says_where_how_and_until_when(language, travel):
    travel("2026-11-20T09:00")
    row = make_submission(language=language)
    where = "Quầy 5, giờ hành chính;\nhoặc tài khoản 123, nội dung: mã hồ sơ"
    asked_at_the_desk(row, where=where, pay_until_day="4", pay_until_month="12", pay_until_year="2026")
    sent = last_letter(row)
    assert where in sent.body
    assert "04/12/2026" in sent.body
    assert NOT_SAID[language] not in sent.body


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_request_that_says_nothing_leads_to_the_service_s_page_of_payment_or_to_who_can_tell(language):
    row = make_submission(language=language)
    asked_at_the_desk(row)
    sent = last_letter(row)
    assert NOT_SAID[language] in sent.body
    assert {"vi": "hỏi nơi tiếp nhận", "en": "ask at the place"}[language] in sent.body
    of_service(row, payment_url="https://thanhtoan.example.vn/")
    assert "https://thanhtoan.example.vn/" in last_letter(row).body


@pytest.mark.parametrize("typed", [{"pay_until": "2026-11-19"}, {"pay_until": "31/02"}, {"where": "x" * 1_001}])
def test_a_day_that_is_over_and_a_place_too_long_are_refused_and_stay_on_the_page(typed, travel):
    travel("2026-11-20T09:00")
    answer, row = asked_at_the_desk(make_submission(), **typed)
    assert set(answer.context["form"].errors) == set(typed)
    assert row.events.last().move == "file"


def test_a_request_of_before_these_questions_still_has_its_letter():
    row = perform(make_submission(State.ACCEPTED), "ask_for_payment", detail={"amount": 5_000})
    assert row.events.last().detail == {"amount": 5_000}
    assert "5.000 đồng" in last_letter(row).body


def test_officers_read_where_and_until_when_in_the_history(travel):
    travel("2026-11-20T09:00")
    row = make_submission()
    asked_at_the_desk(row, where="Quầy 5", pay_until="2026-12-04")
    page = Worker(make_officer()).open(row).content.decode()
    assert "Nơi nộp, cách nộp: Quầy 5" in page
    assert "Hạn nộp: 04/12/2026" in page


# English


def test_an_english_letter_names_service_and_agency_in_english():
    department = make_department("Sở Xây dựng", unit_code="H56.17")
    other = make_department("Sở Y tế", unit_code="H56.21")
    service = make_open_service(department=department)
    words = {"Cấp giấy phép xây dựng": "Building permit", "Sở Xây dựng": "Construction", "Sở Y tế": "Health"}
    for page in (department, other, service):
        translate(page, words | {page.slug: f"{page.slug}-en"})
    row = make_submission(service=service, language="en")
    sent = last_letter(row)
    with translation.override("en"):
        told = acknowledgement_of(row, "en")
    assert told.service.startswith("Building permit – ")
    assert (told.agency, told.place[0]) == ("Construction", "Construction")
    assert "Service: Building permit\nAgency: Construction\n" in sent.body
    assert "Whom to ask:\nConstruction\n" in sent.body
    assert "Sở Xây dựng" not in sent.body
    assert service.title not in sent.body
