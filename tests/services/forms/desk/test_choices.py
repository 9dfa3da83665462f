"""What the filters of a queue offer, and how much of a long queue is listed."""

from datetime import datetime, timedelta

import pytest
from django.utils import timezone, translation

from services.forms.desk import queue_filters
from services.forms.desk import queue_views as queue_view
from services.forms.models import Submission
from services.forms.rules.workflow import State
from services.models import HandlingAgency
from tests.builders import make_department
from tests.builders_submissions import make_officer, make_open_service, make_submission
from tests.services.forms.desk.conftest import Worker


def offered(worker, name, queue="all"):
    return [title for _key, title in worker.queue(queue).context["form"].offered[name]]


def test_services_and_agencies_of_the_officers_dossiers_are_offered_each_once(province):
    for _number in range(2):
        make_submission(State.HANDED_OVER, service=province.building.service)
    worker = Worker(province.one_stop)
    assert offered(worker, "agency") == ["Sở Xây dựng", "Sở Y tế"]
    assert offered(worker, "service") == ["Cấp chứng chỉ hành nghề y", "Cấp giấy phép xây dựng"]
    assert offered(Worker(province.health.officer), "service") == ["Cấp chứng chỉ hành nghề y"]


def test_several_services_of_one_department_are_all_offered(province, office):
    more = [make_open_service(f"Dịch vụ {number}", department=office.department) for number in range(4)]
    dossiers = [make_submission(service=service) for service in more]
    worker = Worker(office.officer)
    assert offered(worker, "service") == ["Cấp giấy phép xây dựng", *(service.title for service in more)]
    assert worker.codes("all", service=str(more[2].translation_key)) == [dossiers[2].code]


def test_neither_a_draft_nor_a_dossier_of_ones_own_adds_a_choice(office):
    drafted, own = (make_open_service(title, department=office.department) for title in ("Bản nháp", "Của mình"))
    make_submission(State.DRAFT, service=drafted)
    make_submission(service=own, owner=office.officer)
    assert offered(Worker(office.officer), "service") == ["Cấp giấy phép xây dựng"]


def test_a_service_that_was_renamed_is_offered_by_its_last_name(office, worker):
    later = make_submission(service=office.service)
    Submission.objects.filter(pk=later.pk).update(service_title="Cấp phép xây dựng")
    assert offered(worker, "service") == ["Cấp phép xây dựng"]
    assert len(worker.codes("all", service=str(office.service.translation_key))) == 2


def test_a_service_whose_last_dossier_was_passed_on_is_offered_no_more(office, worker):
    branch = make_department("Ban Quản lý Khu kinh tế Nghi Sơn", unit_code="H56.30")
    page = office.service
    page.handling_agencies.add(HandlingAgency(department=branch, apply_mode="site_form", locale=page.locale))
    page.save()
    there = Worker(make_officer(role="officer", departments=[branch]))
    worker.act(office.dossier, "transfer", to=str(branch.translation_key), reason="Thuộc khu kinh tế")
    assert offered(worker, "service") == offered(worker, "agency") == []
    assert offered(there, "agency") == [branch.title]


def test_offices_in_two_roles_offer_nothing_twice(office):
    user = office.officer
    user.offices.create(role="head", department_key=office.department.translation_key)
    assert offered(Worker(user), "agency") == ["Sở Xây dựng"]


@pytest.fixture
def short(monkeypatch):
    """A list that holds four dossiers, two to a page."""
    monkeypatch.setattr(queue_view, "MOST", 4)
    monkeypatch.setattr(queue_view, "PER_PAGE", 2)


def english(worker):
    """The new dossiers as an officer reads them who chose English."""
    with translation.override("en"):
        return worker.queue().content.decode()


def test_of_a_queue_that_is_too_long_the_first_are_listed_and_it_is_said(office, worker, short):
    codes = [office.dossier.code, *(make_submission(service=office.service).code for _number in range(4))]
    assert worker.codes() + worker.codes(page="2") == codes[:4]
    page = worker.queue()
    assert page.context["is_cut"]
    assert "More than 4 applications" in english(worker)
    assert page.context["menu"][0].count == 5
    assert worker.queue(page="3").status_code == 404
    assert worker.codes(sort="newest") == codes[:2:-1]
    exported = b"".join(worker.export().streaming_content).decode()
    assert all(code in exported for code in codes), "the list to take along has all of them"


def test_a_queue_that_just_fits_is_whole_and_says_so(office, worker, short):
    for _number in range(3):
        make_submission(service=office.service)
    assert len(worker.codes(page="2")) == 2
    assert ">4 applications<" in english(worker)


def test_the_list_is_long_enough_for_every_day():
    assert queue_filters.MOST >= 20 * queue_filters.PER_PAGE


@pytest.mark.parametrize(("since", "until", "found"), [(0, 0, 1), (0, 1, 1), (-1, -1, 0), (1, 1, 0)])
@pytest.mark.clock
def test_both_days_of_a_period_belong_to_it(office, worker, since, until, found):
    day = timezone.localdate(office.dossier.filed_at)
    asked = {"since": day + timedelta(days=since), "until": day + timedelta(days=until)}
    assert len(worker.codes("all", **asked)) == found


@pytest.mark.parametrize("time", ["00:00", "23:59"])
def test_a_day_is_that_of_the_province(office, worker, time):
    moment = timezone.make_aware(datetime.fromisoformat(f"2026-03-05 {time}"))
    Submission.objects.filter(pk=office.dossier.pk).update(filed_at=moment)
    assert len(worker.codes("all", since="2026-03-05", until="2026-03-05")) == 1
    assert worker.codes("all", since="2026-03-06") == worker.codes("all", until="2026-03-04") == []
