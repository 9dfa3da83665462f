"""Partners see what anyone may see, whoever they are: no drafts, nothing private, no aliases, no way around."""

import json

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from wagtail.models import Locale

from services.models import RelatedService
from tests.api.world import fetch, items, make_body, make_image, private_collection, restrict, stored, titles
from tests.builders import (
    make_complete_service,
    make_department,
    make_guide,
    make_notice,
    make_service,
    make_template,
    publish,
    translate,
    trunk,
)

pytestmark = pytest.mark.django_db

SECRET = "Bí mật"


def whole_api() -> str:
    """Everything the API says, in every language, with every field."""
    lists = ("services", "departments", "pages", "images", "documents")
    told = []
    for name in lists:
        everywhere = "&locale=*" if name in ("services", "departments", "pages") else ""
        for item in items(f"{name}/?fields=*&limit=100{everywhere}"):
            told += [item, fetch(f"{name}/{item['id']}/").json()]
    for kind in ("home.GuidancePage", "home.NoticePage"):
        told += items(f"pages/?type={kind}&fields=*&locale=*&limit=100")
    return json.dumps(told, ensure_ascii=False)


def test_drafts_are_nowhere():
    draft = make_service(SECRET, live=False)
    published = make_complete_service()
    published.related_services.add(RelatedService(service=draft, sort_order=0))
    published.replaced_by = draft
    publish(published)
    make_guide(services=[draft], body=stored(make_body(draft, make_image())))
    assert SECRET not in whole_api()
    assert fetch(f"services/{draft.pk}/").status_code == 404
    assert fetch(f"pages/{draft.pk}/").status_code == 404
    assert fetch(f"services/find/?code={draft.procedure_code}").status_code == 404
    assert fetch(f"pages/find/?id={draft.pk}").status_code == 404


def test_an_unpublished_department_is_nowhere_though_its_service_is_live():
    department = make_department(SECRET, unit_code="H56.77")
    service = make_complete_service(department=department, former_department=department)
    make_notice(department=department)
    department.unpublish()
    assert SECRET not in whole_api()
    for query in ("", "?fields=*", "?fields=department", "?fields=department,former_department,handling_agencies"):
        answer = fetch(f"services/{service.pk}/{query}").json()
        assert answer["department"] is None
        assert answer["former_department"] is None
        assert [agency["department"] for agency in answer["handling_agencies"]] == [None, None]
    assert fetch(f"services/{service.pk}/?fields=department(*)").status_code == 400
    assert fetch("services/?department=H56.77").status_code == 400
    assert fetch(f"services/?department={department.pk}").status_code == 400


def test_a_private_department_hides_itself_and_its_services_in_every_language():
    department = make_department(SECRET)
    service = make_complete_service("Dịch vụ kín", department=department)
    translate(department, {SECRET: "Secret office"})
    english = translate(service, {"Dịch vụ kín": "Hidden service", "dich-vu-kin": "hidden-service"})
    other = make_complete_service("Dịch vụ mở", department=make_department("Sở Nội vụ"), former_department=department)
    other.related_services.add(RelatedService(service=service, sort_order=0))
    publish(other)
    assert "Hidden service" in titles("services/?locale=en")
    restrict(department)
    told = whole_api()
    for word in (SECRET, "Secret office", "Dịch vụ kín", "Hidden service"):
        assert word not in told, word
    assert fetch(f"services/{english.pk}/").status_code == 404
    assert fetch("pages/find/?html_path=/dich-vu/dich-vu-kin/").status_code == 404
    assert fetch(f"pages/?child_of={department.pk}").status_code == 400
    assert titles("services/?search=dich+vu+kin") == []


def test_a_link_to_something_hidden_stays_as_plain_words():
    draft = make_service(SECRET, live=False)
    link = f'<p>Xem <a linktype="page" id="{draft.pk}">trang này</a>.</p>'
    service = make_complete_service(conditions=link)
    assert fetch(f"services/{service.pk}/").json()["conditions"] == "<p>Xem <a>trang này</a>.</p>"


def test_files_and_images_of_private_collections_are_nowhere():
    collection = private_collection()
    template = make_template(SECRET)
    image = make_image(SECRET)
    body = stored([*make_body(make_service(), image), ("file", {"document": template.pk})])
    make_guide(body=body)
    service = make_complete_service(
        documents=[{"name": "Tờ khai", "template": template}],
        conditions=f'<p><a linktype="document" id="{template.pk}">tải về</a></p>',
    )
    assert SECRET in whole_api()
    for item in (template, image):
        item.collection = collection
        item.save()
    assert SECRET not in whole_api()
    assert fetch(f"documents/{template.pk}/").status_code == 404
    assert fetch(f"images/{image.pk}/").status_code == 404
    answer = fetch(f"services/{service.pk}/").json()
    assert answer["documents"][0]["template"] is None
    assert answer["conditions"] == "<p><a>tải về</a></p>"


def test_aliases_of_untranslated_pages_are_left_out():
    service = make_complete_service()
    translate(service.get_parent(), {"Sở Tư pháp": "Department of Justice"})
    english = Locale.objects.get(language_code="en")
    alias = service.copy_for_translation(english, alias=True)
    assert alias.live
    assert titles("services/?locale=*") == [service.title]
    assert titles("services/?locale=en") == []
    assert fetch(f"services/{alias.pk}/").status_code == 404
    assert fetch(f"pages/?id={alias.pk}").json()["meta"]["total_count"] == 0


def test_a_service_below_an_alias_shows_the_department_it_stands_in_for():
    service = make_complete_service()
    english = translate(service, {"Đăng ký khai sinh": "Birth registration", "dang-ky-khai-sinh": "birth-registration"})
    assert english.get_parent().alias_of_id == service.get_parent().pk
    department = fetch(f"services/{english.pk}/").json()["department"]
    assert (department["id"], department["locale"]) == (service.get_parent().pk, "vi")


def test_the_root_of_all_trees_is_no_page():
    make_complete_service()
    assert "Gốc" not in titles("pages/?locale=*&limit=100")


def test_no_page_stands_above_the_home_page():
    home = trunk().home
    assert fetch(f"pages/{home.pk}/").json()["meta"]["parent"] is None
    assert "Gốc" not in whole_api()


def test_an_editor_logged_in_sees_nothing_more():
    make_complete_service()
    make_service(SECRET, live=False)
    private = make_department("Sở Nội vụ")
    restrict(private)
    editor = Client()
    editor.force_login(get_user_model().objects.create_superuser("editor@example.org", "x"))
    for address in ("services/?fields=*", "pages/?limit=100", "departments/?fields=*"):
        anonymous, known = fetch(address), editor.get(f"/api/v2/{address}")
        assert known.content == anonymous.content
        assert without_number(known) == without_number(anonymous)
    assert editor.get(f"/api/v2/departments/{private.pk}/").status_code == 404


@pytest.mark.parametrize(
    "headers",
    [
        {"HTTP_ACCEPT_LANGUAGE": "en"},
        {"HTTP_ACCEPT": "text/html"},
        {"HTTP_ACCEPT": "application/xml"},
        {"HTTP_COOKIE": "sessionid=forged; django_language=en; csrftoken=x"},
        {"HTTP_AUTHORIZATION": "Basic dXNlcjpwYXNz"},
        {"HTTP_AUTHORIZATION": "Bearer nonsense"},
        {"HTTP_X_REQUESTED_WITH": "XMLHttpRequest"},
    ],
)
def test_headers_of_the_request_change_nothing(headers):
    service = make_complete_service(conditions='<p><a href="/muc-do/">mức độ</a></p>')
    for address in (f"services/{service.pk}/", "services/?fields=*", "services/?level=9"):
        plain, dressed = fetch(address), fetch(address, **headers)
        assert dressed.content == plain.content
        assert dressed.headers.get("ETag") == plain.headers.get("ETag")
        assert not dressed.cookies


def without_number(answer) -> dict[str, str]:
    """The headers, but the number every request has of its own."""
    return {name: value for name, value in answer.headers.items() if name != "X-Request-ID"}
