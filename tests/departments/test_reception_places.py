"""Reception places: the desk of a department or commune, else the centre of the province, else who can tell."""

import pytest
from django.urls import reverse
from django.utils import translation

from accounts.groups import Role, ensure_groups
from accounts.models import User
from core.models import PortalSettings
from departments.models import ReceptionOfficer, ReceptionPlace
from tests.builders import make_department, make_service, trunk
from tests.cost import cold_cost
from tests.markup import faults
from tests.reception import reception_place

pytestmark = pytest.mark.django_db

CENTRE = {"name": "Trung tâm tỉnh", "name_en": "Centre of the province", "address": "Số 28 Đại lộ Lê Lợi"}
RULE = "Trung tâm Phục vụ hành chính công tỉnh hoặc cấp xã"


@pytest.fixture
def department():
    trunk()
    PortalSettings.objects.update(reception_rule=RULE, reception_rule_en="Any centre", hotline="02373 900 900")
    return make_department("Ủy ban nhân dân phường Hạc Thành", kind="ubnd_xa")


def test_where_no_desk_is_known_the_rule_stands_alone_and_with_the_centre_once_it_was_given(department):
    assert (reception_place(department).where, reception_place(department).also) == (RULE, "")
    ReceptionPlace.objects.create(**CENTRE)
    place = reception_place(department)
    assert (place.where, place.also) == (RULE, "Trung tâm tỉnh, Số 28 Đại lộ Lê Lợi")
    assert place.lines()[1:3] == [RULE, place.also]
    with translation.override("en"):
        assert reception_place(department).also.startswith("Centre of the province")
    PortalSettings.objects.update(reception_rule="")
    assert (reception_place(department).where, reception_place(department).also) == (place.also, "")


def test_the_desk_of_the_department_goes_before_its_address_and_behind_the_words_of_the_procedure(department):
    ReceptionPlace.objects.create(**CENTRE)
    department.address, department.phone = "Trụ sở", "0237 1"
    own = ReceptionPlace.objects.create(department=department, name="Bộ phận một cửa", address="Số 1", phone="0237 2")
    place = reception_place(department)
    assert (place.where, place.also, place.phone) == ("Bộ phận một cửa, Số 1", "", "0237 2")
    row = make_service(department=department, handling_agencies=[{"department": department, "address": "Quầy 12"}])
    assert reception_place(department, row.handling_agencies.get()).where == "Quầy 12"
    ReceptionPlace.objects.filter(pk=own.pk).update(address="", phone="")
    place = reception_place(department)
    assert (place.where, place.phone) == ("Trụ sở", "0237 1"), "what the desk does not say, the department may"


def test_pages_show_the_desk_with_its_hours_and_people_and_stay_cheap(client, department):
    own = ReceptionPlace(department=department, name="Một cửa", address="Số 1 phố Hai", hours="Thứ Hai đến thứ Sáu")
    own.people.add(ReceptionOfficer(name="Lê Thị Mộc", position="Trưởng bộ phận", phone="0237 555"))
    own.save()
    service = make_service(department=department, handling_agencies=[{"department": department}])
    for page in (department, service):
        answer = client.get(page.get_url())
        assert faults(answer.content) == []
        for word in ("Một cửa, Số 1 phố Hai", "Thứ Hai đến thứ Sáu", "Lê Thị Mộc", "Trưởng bộ phận", "0237 555"):
            assert word in answer.content.decode(), word
        cold_cost(client, page.get_url())


def posted(**values):
    rows = {"people-TOTAL_FORMS": "0", "people-INITIAL_FORMS": "0"}
    return {"name": "Trung tâm", "address": "", "phone": "", "hours": "", "source": "", **rows, **values}


@pytest.mark.parametrize(("role", "may"), [(Role.COMMUNICATIONS, True), (Role.TRANSLATORS, False)])
def test_communications_keep_one_place_for_each(client, department, role, may):
    person = User.objects.create_user("ai-do@example.vn", "x")
    person.groups.add(ensure_groups()[role])
    client.force_login(person)
    add = reverse(ReceptionPlace.snippet_viewset.get_url_name("add"))
    for department_id in ("", "", department.pk, department.pk):
        client.post(add, posted(department=str(department_id)))
    assert ReceptionPlace.objects.count() == (2 if may else 0)
    if may:
        listed = client.get(reverse(ReceptionPlace.snippet_viewset.get_url_name("list"))).content.decode()
        assert department.title in listed
