"""Groups, rights and collections follow departments: made, renamed, handed over; never are people dropped."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Locale, Page, Workflow

from accounts.groups import Role, shared_collection
from accounts.models import User
from core.models import PortalDocument
from departments.models import DepartmentGroups, Succession
from departments.ownership.sync import sync_departments
from tests.builders import make_department, make_service, make_template, publish, translate
from tests.builders_ownership import browser, make_member, make_office, make_translator
from tests.forms import posted

pytestmark = pytest.mark.django_db


def groups_of(department) -> DepartmentGroups:
    return DepartmentGroups.objects.get(department_key=department.translation_key)


def rights_of(group) -> set[tuple[int, str]]:
    return set(GroupPagePermission.objects.filter(group=group).values_list("page", "permission__codename"))


def test_a_department_gets_groups_rights_in_every_language_and_a_collection():
    department = make_department("Sở Y tế")
    english = translate(department, {"Sở Y tế": "Department of Health"})
    sync_departments()
    own = groups_of(department)
    assert (own.editors.name, own.approvers.name, own.collection.name) == (
        "Sở Y tế: biên tập", "Sở Y tế: duyệt", "Sở Y tế",
    )  # fmt: skip
    assert rights_of(own.editors) == {
        (pk, f"{act}_page") for pk in (department.pk, english.pk) for act in ("add", "change")
    }
    assert (english.pk, "publish_page") in rights_of(own.approvers)
    files = GroupCollectionPermission.objects.filter(group=own.editors)
    assert set(files.filter(permission__codename="add_document").values_list("collection", flat=True)) == {
        own.collection.pk
    }
    assert set(files.filter(permission__codename="choose_image").values_list("collection__name", flat=True)) == {
        "Sở Y tế", "Dùng chung",
    }  # fmt: skip


def test_twice_is_as_once():
    make_department("Sở Y tế")
    sync_departments()
    before = (Group.objects.count(), Collection.objects.count(), GroupPagePermission.objects.count())
    assert sync_departments() == []
    assert (Group.objects.count(), Collection.objects.count(), GroupPagePermission.objects.count()) == before
    assert Workflow.objects.filter(workflow_tasks__task__departmentapprovaltask__isnull=False).count() == 1


def test_a_published_rename_follows_at_once_and_keeps_the_people(django_capture_on_commit_callbacks):
    office = make_office("Sở Y tế", "Cấp phép hoạt động phòng khám")
    department = office.department
    department.title = "Sở Y tế và Dân số"
    with django_capture_on_commit_callbacks(execute=True):
        publish(department)
    assert set(office.editor.groups.values_list("name", flat=True)) == {"Sở Y tế và Dân số: biên tập"}
    assert office.groups.collection.name == "Sở Y tế và Dân số"


def test_the_button_of_the_editor_has_groups_follow_as_well(django_capture_on_commit_callbacks):
    office = make_office("Sở Y tế", "Cấp phép hoạt động phòng khám")
    data = posted(office.department, title="Sở Y tế mới", **{"action-publish": "1"})
    with django_capture_on_commit_callbacks(execute=True):
        browser(office.approver).post(reverse("wagtailadmin_pages:edit", args=[office.department.pk]), data)
    assert office.groups.approvers.name == "Sở Y tế mới: duyệt"


def test_many_departments_published_together_are_followed_once(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True) as callbacks:
        health, labour = make_department("Sở Y tế"), make_department("Sở Lao động")
        with transaction.atomic():
            publish(health)
            transaction.set_rollback(True)
        publish(labour)
        publish(health)
    assert callbacks.count(sync_departments) == 1
    assert groups_of(health).editors.name == "Sở Y tế: biên tập"
    assert groups_of(labour).editors.name == "Sở Lao động: biên tập"


@pytest.mark.once
def test_what_is_in_step_costs_a_few_questions_a_department():
    def cost() -> int:
        sync_departments()
        with CaptureQueriesContext(connection) as queries:
            sync_departments()
        return len(queries)

    make_department("Sở Y tế")
    one = cost()
    for number in range(5):
        make_department(f"Sở số {number}")
    assert (cost() - one) / 5 <= 45


def test_two_departments_of_one_name_have_groups_of_their_own():
    one = make_department("UBND xã Hà Trung")
    other = make_department("UBND xã Hà Trung cũ")
    other.title = "UBND xã Hà Trung"
    publish(other)
    sync_departments()
    assert groups_of(one).editors != groups_of(other).editors
    assert str(other.translation_key)[:8] in groups_of(other).editors.name
    assert sync_departments() == []


def test_groups_made_by_name_before_are_taken_over_with_their_people_and_without_everybodys_files():
    department = make_department("Sở Y tế")
    old = Group.objects.create(name="Sở Y tế: biên tập")
    person = make_member(old)
    root = Collection.get_first_root_node()
    permission = Permission.objects.get(codename="add_document", content_type__app_label="wagtaildocs")
    GroupCollectionPermission.objects.create(group=old, collection=root, permission=permission)
    sync_departments()
    assert groups_of(department).editors == old
    assert person.groups.get() == old
    assert not GroupCollectionPermission.objects.filter(group=old, collection=root).exists()


def test_files_that_belonged_to_nobody_are_for_everybody():
    template = make_template()
    sync_departments()
    assert PortalDocument.objects.get(pk=template.pk).collection == shared_collection()


def merge(former, successor, *, is_confirmed=True):
    former.is_former = True
    locale = Locale.objects.get(language_code="vi")
    former.successions.add(
        Succession(successor=successor, work="toàn bộ", is_confirmed=is_confirmed, locale=locale, sort_order=0)
    )
    return publish(former)


def test_a_merged_department_is_its_successors_once_nothing_of_it_is_open():
    old = make_office("Sở Giao thông vận tải", "Cấp giấy phép lái xe")
    new = make_office("Sở Xây dựng", "Cấp giấy phép xây dựng")
    merge(old.department, new.department)
    assert sync_departments() == [], "a service is still there"
    assert old.department.permissions_for_user(old.editor).can_edit()

    old.service.move(new.department, pos="last-child")
    told = " ".join(sync_departments())
    assert old.editor.email in told
    assert old.approver.email in told
    fresh = User.objects.get(pk=old.editor.pk)
    former = Page.objects.get(pk=old.department.pk)
    assert not former.permissions_for_user(fresh).can_edit()
    assert former.permissions_for_user(User.objects.get(pk=new.editor.pk)).can_edit()
    assert fresh.groups.exists(), "nobody is dropped"
    assert GroupCollectionPermission.objects.filter(group=new.groups.editors, collection=old.groups.collection).exists()
    assert sync_departments() == []


def test_an_unconfirmed_merger_takes_nothing_away():
    old = make_office("Sở Ngoại vụ", "Cấp thẻ đi lại")
    new = make_department("Văn phòng")
    old.service.move(new, pos="last-child")
    merge(old.department, new, is_confirmed=False)
    sync_departments()
    assert Page.objects.get(pk=old.department.pk).permissions_for_user(old.editor).can_edit()


def test_stock_groups_and_the_stock_workflow_are_gone():
    assert Group.objects.filter(name="Moderators").exists()
    sync_departments()
    assert not Group.objects.filter(name__in=["Moderators", "Editors"]).exists()
    assert list(Workflow.objects.values_list("name", flat=True)) == ["Duyệt nội dung"]


def test_a_stock_group_somebody_is_in_stays_and_is_named():
    make_member(Group.objects.get(name="Editors"))
    assert "“Editors” has members and is kept" in " ".join(sync_departments())
    assert Group.objects.filter(name="Editors").exists()


def test_what_waited_for_nobody_waits_for_somebody():
    service = make_service()
    editor = User.objects.create_user("ai-do@example.vn", "x")
    service.get_workflow().start(service, editor)
    sync_departments()
    state = Page.objects.get(pk=service.pk).current_workflow_state
    assert (state.workflow.name, state.requested_by) == ("Duyệt nội dung", editor)


def test_a_workflow_set_by_hand_stays_and_is_named():
    by_hand = Workflow.objects.create(name="Của riêng tỉnh")
    root = Page.get_first_root_node()
    root.workflowpage.workflow = by_hand
    root.workflowpage.save()
    assert "“Của riêng tỉnh”, set by hand" in " ".join(sync_departments())
    assert make_service().get_workflow() == by_hand


def test_translators_keep_english_alone():
    service = make_service()
    english = translate(service, {service.title: "Birth registration"})
    sync_departments()
    translator = make_translator()
    assert english.permissions_for_user(translator).can_edit()
    assert not english.permissions_for_user(translator).can_publish()
    assert not service.permissions_for_user(translator).can_edit()
    assert Role.TRANSLATORS in translator.groups.values_list("name", flat=True)


def test_the_command_tells_what_it_did(capsys):
    make_department("Sở Y tế")
    call_command("sync_departments")
    assert "Sở Y tế: groups and collection made" in capsys.readouterr().out
    assert browser(make_member(Group.objects.get(name="Sở Y tế: duyệt"))).get("/quan-tri/").status_code == 200
