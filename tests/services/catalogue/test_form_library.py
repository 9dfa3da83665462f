"""The library of forms: every public form of a public service, once, with the services that use it."""

import pytest
from wagtail.models import Collection, CollectionViewRestriction, PageViewRestriction

from tests.builders import make_department, make_service, make_template, translate, trunk
from tests.cost import cold_cost
from tests.markup import faults, soup, words

pytestmark = [pytest.mark.django_db, pytest.mark.once]  # words and looks; no question of its own

LIBRARY = "/bieu-mau/"


def with_form(service_title, form, **fields):
    return make_service(service_title, documents=[{"name": "Đơn", "template": form}], **fields)


def forms(client, address=LIBRARY, **chosen):
    answer = client.get(address, chosen)
    assert answer.status_code == 200
    assert faults(answer.content) == []
    return [cell.a.get_text() for cell in soup(answer.content).select("tbody th")]


def test_a_form_stands_there_once_with_all_its_services(client):
    form = make_template("Đơn đề nghị cấp phép")
    form.code, form.is_sample = "Mẫu số 01", True
    form.save()
    with_form("Cấp phép xây dựng", form)
    make_service("Gia hạn giấy phép", results=[{"name": "Giấy phép", "template": form}])
    assert forms(client) == ["Đơn đề nghị cấp phép"]
    text = words(soup(client.get(LIBRARY).content).main.get_text())
    for part in ("Mẫu số 01", "DOCX", "mẫu minh họa", "Cấp phép xây dựng", "Gia hạn giấy phép"):
        assert part in text, part


def test_the_code_may_come_from_the_service(client):
    make_service("Một", documents=[{"name": "Đơn", "template": make_template("Đơn"), "template_code": "TK-01"}])
    assert "TK-01" in words(client.get(LIBRARY).content)


def test_forms_stand_in_dictionary_order_twenty_a_page(client):
    department = make_department()
    for number in range(21):
        with_form(f"Dịch vụ {number:02}", make_template(f"Đơn {number:02}"), department=department)
    with_form("Khác", make_template("Ảnh"), department=department)
    assert forms(client)[:2] == ["Ảnh", "Đơn 00"]
    assert len(forms(client)) == 20
    assert len(forms(client, page="2")) == 2
    assert client.get(LIBRARY, {"page": "3"}).status_code == 404


def test_words_and_department_narrow_the_library(client):
    with_form("Cấp phép xây dựng", make_template("Đơn xin phép"), department=make_department("Sở Xây dựng"))
    with_form("Cấp chứng chỉ hành nghề", make_template("Đơn hành nghề"), department=make_department("Sở Y tế"))
    assert forms(client, q="xay dung") == ["Đơn xin phép"], "by the name of the service, without tone marks"
    assert forms(client, department="so-y-te") == ["Đơn hành nghề"]
    assert forms(client, department="so-y-te", q="xây") == []
    page = soup(client.get(LIBRARY, {"department": "so-y-te", "q": "don"}).content)
    assert [link["href"] for link in page.select(".portal-chips a")] == ["?department=so-y-te", "?q=don"]
    options = [option.get_text() for option in page.select("#filter-department option")]
    assert options == ["Tất cả", "Sở Xây dựng (1)", "Sở Y tế (1)"]
    assert client.get(LIBRARY, {"department": "so-ma"}).status_code == 404


def test_only_public_forms_of_public_services_are_there(client):
    with_form("Nháp", make_template("Đơn nháp"), live=False)
    make_template("Đơn không ai dùng")
    hidden = with_form("Mật", make_template("Đơn mật"), department=make_department("Sở Mật"))
    PageViewRestriction.objects.create(page=hidden.get_parent(), restriction_type=PageViewRestriction.LOGIN)
    closed = Collection.get_first_root_node().add_child(name="Nội bộ")
    CollectionViewRestriction.objects.create(collection=closed, restriction_type=CollectionViewRestriction.LOGIN)
    form = make_template("Đơn nội bộ")
    form.collection = closed
    form.save()
    with_form("Công khai", form)
    assert forms(client) == []
    assert "Chưa có biểu mẫu nào" in words(client.get(LIBRARY).content)


def test_the_english_library_names_the_translated_service(client):
    translate(trunk().home, {})
    translate(trunk().services, {"Dịch vụ công": "Public services", "dich-vu": "services"})
    service = with_form("Đăng ký khai sinh", make_template("Tờ khai"))
    translate(service, {"Đăng ký khai sinh": "Register a birth", "dang-ky-khai-sinh": "register-a-birth"})
    assert forms(client, "/en/forms/", q="birth") == ["Tờ khai"]
    page = soup(client.get("/en/forms/").content)
    assert page.select_one("td a").get_text() == "Register a birth"
    assert page.select_one("tbody th a")["lang"] == "vi"


def test_the_library_is_in_the_navigation_of_both_languages(client):
    trunk()
    translate(trunk().home, {})
    for address, text in (("/", "Biểu mẫu"), ("/en/", "Forms")):
        assert text in [link.get_text() for link in soup(client.get(address).content).select(".portal-menu a")]


@pytest.mark.once  # counts statements, which are the same anywhere
def test_the_library_costs_the_same_queries_for_any_number_of_forms(client):
    with_form("Một", make_template("Đơn một"))
    before = cold_cost(client, LIBRARY)
    for number in range(8):
        with_form(f"Số {number}", make_template(f"Đơn {number}"), department=make_department(f"Sở {number}"))
    assert cold_cost(client, LIBRARY) == before
