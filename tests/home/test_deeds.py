"""Every ordinary deed of an editor, on every page type, as every role: it works, or words say why it does not."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.messages import get_messages
from django.core.management import call_command
from django.db import transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Locale, Page

from accounts.groups import ensure_groups
from accounts.models import User
from services.models import ServicePage
from tests.builders import make_department, make_notice, make_service, translate, trunk
from tests.builders_ownership import branch_groups
from tests.forms import posted
from tests.home.deeds import DEEDS, bulk, offered, press, publish_as_it_stands
from tests.home.every_page import one_of_each

pytestmark = [pytest.mark.django_db, pytest.mark.once, pytest.mark.walk]

ADMINISTRATOR = "quản trị"
OTHERS_TRY = ("DepartmentPage", "ServicePage", "NoticePage")
"""On one of these in turn every role tries every deed: its own branch with services, and one beside it."""


@pytest.fixture
def world() -> dict[str, Page]:
    return one_of_each()


@pytest.fixture
def roles(world) -> dict[str, User]:
    groups = {**{role.value: group for role, group in ensure_groups().items()}}
    groups["biên tập"], groups["duyệt"] = branch_groups(trunk().departments)
    users = {name: User.objects.create_user(f"{number}@example.vn", "x") for number, name in enumerate(groups)}
    for name, group in groups.items():
        users[name].groups.add(group)
    return {ADMINISTRATOR: User.objects.create_superuser("quantri@example.vn", "x"), **users}


@contextmanager
def undone() -> Iterator[None]:
    """What happens inside leaves no trace."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def says_something(answer: Any) -> bool:
    """Whether an answer to a button says what came of it: a way on, or a form with its faults."""
    if answer.status_code == 302 or answer.wsgi_request.method == "GET":
        return True
    form = answer.context and answer.context.get("form")
    faults = form and (form.errors or [rows.errors for rows in getattr(form, "formsets", {}).values()])
    faults = faults or (answer.context and answer.context.get("pages_without_destination_access"))
    return answer.status_code in (403, 404) or bool(faults) or any(get_messages(answer.wsgi_request))


def faults_of(deed: str, world: dict[str, Page], roles: dict[str, User]) -> Iterator[str]:
    for kind, page in world.items():
        for number, (role, user) in enumerate(roles.items(), start=list(DEEDS).index(deed)):
            if role != ADMINISTRATOR and kind != OTHERS_TRY[number % len(OTHERS_TRY)]:
                continue
            client = Client(raise_request_exception=False)
            client.force_login(user)
            with undone():
                for step, answer in enumerate(DEEDS[deed](client, type(page).objects.get(pk=page.pk))):
                    if answer.status_code >= 500:
                        yield f"{kind}, {role}, step {step}: {answer.status_code} {answer.exc_info[1]!r}"
                    elif not says_something(answer):
                        yield f"{kind}, {role}, step {step}: {answer.status_code} says nothing"


@pytest.mark.parametrize("deed", DEEDS)
def test_a_deed_works_or_says_what_stands_in_its_way(deed, world, roles):
    assert list(faults_of(deed, world, roles)) == []


@pytest.fixture
def editor(client):
    client.force_login(User.objects.create_superuser("bien-tap@example.vn", "x"))
    return client


def words_after(answer: Any) -> str:
    return " ".join(map(str, get_messages(answer.wsgi_request)))


def test_a_copied_service_has_no_code_and_a_free_address_and_is_published_untouched(editor):
    service = make_service("Tách thửa đất", procedure_code="1.014100", legacy_code="1.014100.000.00.00.H56")
    press(editor, "wagtailadmin_pages:copy", service.pk, **offered(editor, service), publish_copies="on")
    made = ServicePage.objects.exclude(pk=service.pk).get()
    assert (made.live, made.slug, made.procedure_code, made.legacy_code) == (True, "tach-thua-dat-2", "", "")
    assert made.get_latest_revision_as_object().procedure_code == ""
    assert publish_as_it_stands(editor, made).status_code == 302
    assert editor.get(made.get_url()).status_code == 200


def test_the_address_of_another_service_is_refused_beside_its_field(editor):
    service = make_service("Tách thửa đất")
    elsewhere = make_department("Sở Nội vụ")
    data = {**offered(editor, service), "new_slug": service.slug, "new_parent_page": elsewhere.pk}
    answer = press(editor, "wagtailadmin_pages:copy", service.pk, **data)
    assert answer.context["form"].errors["new_slug"] == ["Đã có dịch vụ công khác dùng địa chỉ này: tach-thua-dat"]


def test_a_copied_department_takes_copies_of_its_services_along(editor):
    make_service("Tách thửa đất", procedure_code="1.014100")
    department = make_department()
    data = {**offered(editor, department), "copy_subpages": "on", "publish_copies": "on"}
    press(editor, "wagtailadmin_pages:copy", department.pk, **data)
    slugs = sorted(ServicePage.objects.values_list("slug", "procedure_code"))
    assert slugs == [("tach-thua-dat", "1.014100"), ("tach-thua-dat-2", "")]


def test_a_translation_keeps_the_codes(editor):
    service = make_service("Tách thửa đất", procedure_code="1.014100")
    english = service.copy_for_translation(Locale.objects.get(language_code="en"), copy_parents=True)
    assert english.procedure_code == "1.014100"


def test_publishing_many_says_which_page_has_what_fault_and_publishes_the_others(editor):
    make_service("Đang dùng mã", procedure_code="1.014100")
    good, bad = make_notice("Thông báo", live=False), make_service("Trùng mã", procedure_code="1.014100", live=False)
    answer = bulk(editor, "publish", good, bad)
    assert answer.status_code == 302
    words = words_after(answer)
    assert "Chưa đăng được: “Trùng mã”" in words
    assert "mã thủ tục hành chính: Đã có dịch vụ công khác" in words
    assert list(Page.objects.filter(pk__in=[good.pk, bad.pk], live=True)) == [Page.objects.get(pk=good.pk)]


def test_one_page_that_cannot_be_published_on_its_day_keeps_no_other_from_it(caplog):
    late = timezone.now() - timedelta(minutes=1)
    bad, good = make_service("Trùng mã", procedure_code="1.014100", live=False), make_notice("Mới", live=False)
    for page in (bad, good):
        revision = page.save_revision()
        revision.approved_go_live_at = late
        revision.save()
    make_service("Đang dùng mã", procedure_code="1.014100")
    call_command("publish_scheduled", verbosity=0)
    assert Page.objects.get(pk=good.pk).live
    assert not Page.objects.get(pk=bad.pk).live
    assert "is not published on its day" in caplog.text


def expired_notice() -> Page:
    notice = make_notice("Tạm ngừng", expire_at=timezone.now() + timedelta(minutes=5))
    Page.objects.filter(pk=notice.pk).update(expire_at=timezone.now() - timedelta(seconds=90))
    revision = notice.get_latest_revision()
    revision.content["expire_at"] = (timezone.now() - timedelta(seconds=90)).isoformat()
    revision.save()
    call_command("publish_scheduled", verbosity=0)
    return Page.objects.get(pk=notice.pk).specific


def scheduled(page: Page) -> dict[str, str]:
    """The date as the form shows it: to the minute."""
    return {"expire_at": timezone.localtime(page.expire_at).strftime("%Y-%m-%d %H:%M")}


@pytest.mark.parametrize("button", [{}, {"action-publish": "1"}])
def test_a_notice_whose_expiry_has_done_its_work_is_saved_and_published_untouched(editor, button):
    notice = expired_notice()
    assert (notice.live, notice.expired) == (False, True)
    data = posted(notice, **scheduled(notice), **button)
    answer = press(editor, "wagtailadmin_pages:edit", notice.pk, **data)
    assert answer.status_code == 302, answer.context["form"].errors
    notice.refresh_from_db()
    assert publish_as_it_stands(editor, notice).status_code == 302
    call_command("publish_scheduled", verbosity=0)
    assert editor.get(notice.get_url()).status_code == 200


@pytest.mark.clock
def test_a_notice_that_is_published_again_among_many_is_not_taken_down_by_its_old_date(editor):
    notice = expired_notice()
    bulk(editor, "publish", notice)
    call_command("publish_scheduled", verbosity=0)
    assert editor.get(notice.get_url()).status_code == 200


def test_an_expiry_in_the_past_is_kept_in_a_draft_and_refused_in_vietnamese_when_it_is_published(editor):
    notice = make_notice()
    data = posted(notice, expire_at="2020-01-01 08:00")
    answer = press(editor, "wagtailadmin_pages:edit", notice.pk, **data)
    assert answer.status_code == 302, answer.context["form"].errors
    notice.refresh_from_db()
    assert notice.get_latest_revision_as_object().expire_at.year == 2020
    answer = press(editor, "wagtailadmin_pages:edit", notice.pk, **data, **{"action-publish": "1"})
    shown = editor.get(answer.url)
    assert shown.context["form"].errors["expire_at"] == ["Ngày, giờ hết hạn phải ở sau thời điểm này."]
    assert "Đã lưu bản nháp" in shown.content.decode()


@pytest.mark.parametrize("action", ["delete", "unpublish", "move"])
def test_what_is_done_to_many_is_done_to_their_translations(editor, action):
    service = make_service("Đăng ký khai sinh")
    english = translate(service, {"Đăng ký khai sinh": "Birth registration"})
    destination = make_department("Sở Nội vụ")
    bulk(editor, action, service, chooser=destination.pk)
    left = Page.objects.filter(pk=english.pk).first()
    if action == "move":
        assert left.get_parent().translation_key == destination.translation_key
    else:
        assert left is None or not left.live


@pytest.mark.references
def test_a_department_that_services_still_name_is_not_deleted_and_the_page_says_so(editor):
    department = make_department("Sở Nội vụ")
    make_service("Tách thửa đất", handling_agencies=[{"department": department, "apply_mode": "paper"}])
    page = editor.get(reverse("wagtailadmin_pages:delete", args=[department.pk])).content.decode()
    assert "Còn nơi dùng đến nên không xóa được sở, ban, ngành này." in page
    assert "Có, xóa" not in page
    name = {"wagtail_site_name": "Cổng Dịch vụ công Thanh Hóa"}
    answer = press(editor, "wagtailadmin_pages:delete", trunk().departments.pk, **name)
    assert "Chưa xóa gì: Tách thửa đất còn dùng đến" in words_after(answer)
    assert Page.objects.filter(pk=department.pk).exists()
