"""Where a dossier begins: drafts are offered; one agency is told, several are asked for and can be changed."""

from typing import Any

import pytest

from services.forms import actions
from services.forms.models import AuditEntry, Submission
from services.forms.rules.exceptions import NotOpen
from services.models import ServicePage
from tests.builders import make_audience, make_department, make_service, translate
from tests.builders_submissions import ANSWERS, make_draft, make_open_service
from tests.services.forms.views.filing import Filer

pytestmark = [pytest.mark.django_db, pytest.mark.once]  # words and looks; no question of its own

OTHER = "Ban Quản lý Khu kinh tế Nghi Sơn và các khu công nghiệp"


@pytest.fixture
def filer():
    return Filer()


def service_of_two() -> tuple[ServicePage, Any, Any]:
    """A service that two agencies take."""
    first, second = make_department("Sở Xây dựng", unit_code="H56.17"), make_department(OTHER, unit_code="H56.30")
    rows = [{"department": one, "apply_mode": "site_form"} for one in (first, second)]
    told = {"channels": [{"kind": "online"}], "audiences": [make_audience()], "handling_agencies": rows}
    return make_service("Cấp giấy phép xây dựng", department=first, level=3, **told), first, second


def text_of(answer: Any) -> str:
    assert answer.status_code == 200
    return str(answer.content.decode())


def test_the_only_agency_is_named_and_not_asked_for(filer):
    service = make_open_service()
    address = f"/ho-so/moi/{service.slug}/"
    page = text_of(filer.client.get(address))
    assert "Sở Xây dựng" in page
    assert 'type="radio"' not in page
    assert "Cơ quan nào" not in page
    assert filer.client.post(address, {}).status_code == 302
    assert Submission.objects.get().agency_name == "Sở Xây dựng"


def test_nothing_posted_makes_it_another_agency(filer):
    service = make_open_service()
    filer.client.post(f"/ho-so/moi/{service.slug}/", {"agency": "made-up"})
    assert Submission.objects.get().agency_name == "Sở Xây dựng"


def test_several_agencies_are_asked_for(filer):
    service, _first, second = service_of_two()
    address = f"/ho-so/moi/{service.slug}/"
    assert text_of(filer.client.get(address)).count('type="radio"') == 2
    assert "govuk-error-summary" in text_of(filer.client.post(address, {"agency": ""}))
    filer.client.post(address, {"agency": str(second.translation_key)})
    assert Submission.objects.get().agency_name == OTHER


def test_a_draft_there_is_is_offered_beside_a_new_one(filer):
    """As a person walks: the start page leads on, the next page offers what was begun."""
    service = make_open_service()
    draft = make_draft(filer.user, service=service)
    start = text_of(filer.client.get(f"/dich-vu/{service.slug}/nop-ho-so/"))
    assert f"/ho-so/moi/{service.slug}/" in start
    page = text_of(filer.client.get(f"/ho-so/moi/{service.slug}/"))
    assert f'data-draft="{draft.pk}"' in page
    assert f'href="/ho-so/{draft.pk}/"' in page
    assert "Bắt đầu bản mới" in page


def test_a_second_draft_is_still_begun_when_it_is_wanted(filer):
    service = make_open_service()
    draft = filer.begin(service)
    filer.step(draft, Submission.objects.get().version.form().steps[0].key, on_behalf="own")
    filer.client.post(f"/ho-so/moi/{service.slug}/", {})
    assert Submission.objects.count() == 2


def test_drafts_of_others_and_of_other_services_are_not_offered(filer):
    service = make_open_service()
    make_draft(service=service)
    make_draft(filer.user, service=make_open_service("Cấp biển số nhà"))
    assert "data-draft" not in text_of(filer.client.get(f"/ho-so/moi/{service.slug}/"))


def test_the_agency_of_a_draft_can_be_changed_and_the_answers_stay(filer):
    service, first, second = service_of_two()
    draft = filer.begin(service)
    Submission.objects.filter(pk=draft.pk).update(answers=ANSWERS)
    tasks = text_of(filer.client.get(f"/ho-so/{draft.pk}/"))
    assert f"/ho-so/{draft.pk}/co-quan/" in tasks
    assert OTHER in text_of(filer.client.get(f"/ho-so/{draft.pk}/co-quan/"))
    data = {"agency": str(second.translation_key), "revision": draft.revision}
    assert filer.client.post(f"/ho-so/{draft.pk}/co-quan/", data)["Location"] == f"/ho-so/{draft.pk}/"
    draft.refresh_from_db()
    assert (draft.agency_name, draft.agency_code, draft.answers) == (OTHER, "H56.30", ANSWERS)
    line = AuditEntry.objects.get(action="submission.change_agency")
    assert line.detail == {"from": str(first.translation_key), "to": str(second.translation_key)}


def test_where_there_is_no_other_agency_nothing_is_offered(filer):
    draft = filer.begin(make_open_service())
    assert f"/ho-so/{draft.pk}/co-quan/" not in text_of(filer.client.get(f"/ho-so/{draft.pk}/"))
    assert filer.client.get(f"/ho-so/{draft.pk}/co-quan/").status_code == 302


def test_a_change_somebody_made_in_between_is_said(filer):
    service, _first, second = service_of_two()
    draft = filer.begin(service)
    data = {"agency": str(second.translation_key), "revision": draft.revision + 1}
    assert 'role="alert"' in text_of(filer.client.post(f"/ho-so/{draft.pk}/co-quan/", data))
    assert Submission.objects.get().agency_name == "Sở Xây dựng"


def test_an_agency_that_takes_nothing_today_cannot_be_chosen(filer):
    service, _first, second = service_of_two()
    draft = filer.begin(service)
    service.handling_agencies.filter(department=second).update(apply_mode="paper")
    with pytest.raises(NotOpen):
        actions.change_agency(submission=draft, by=filer.user, revision=draft.revision, to=second.translation_key)


def test_in_english_the_names_are_english(filer):
    service = make_open_service()
    department = service.handling_agencies.get().department
    translate(department, {department.title: "Department of Construction", department.slug: "construction"})
    english = translate(service, {service.title: "Construction permit", service.slug: "construction-permit"})
    page = text_of(filer.client.get(f"/en/submissions/new/{english.slug}/"))
    assert "Construction permit" in page
    assert "Department of Construction" in page
    filer.client.post(f"/en/submissions/new/{english.slug}/", {})
    draft = Submission.objects.get()
    step = draft.version.form().steps[0].key
    for address in ("", f"{draft.pk}/", f"{draft.pk}/step/{step}/", f"{draft.pk}/delete/"):
        page = text_of(filer.client.get(f"/en/submissions/{address}"))
        assert "Construction permit" in page, address
        assert "Cấp giấy phép xây dựng" not in page, address
        assert "Sở Xây dựng" not in page, address
