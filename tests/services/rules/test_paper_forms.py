"""Where the form of a paper is found, and what a page promises about it."""

from datetime import date
from types import SimpleNamespace

import pytest

from services.models import RequiredDocument
from services.models.facts import facts_of
from services.rules.choices import Level, PartStatus
from services.rules.gate import ServiceDraft, problems
from services.rules.levels import MissingPart, missing, title_of
from services.rules.paper_forms import FormSource, nearest, paper_form, website_name
from tests.builders import make_complete_service, make_service, make_template, translate
from tests.markup import faults, soup, words

NATIONAL = "https://dichvucong.gov.vn/thu-tuc-hanh-chinh/1"
ELSEWHERE = {"template_url": NATIONAL, "template_files": "Phụ lục XXI.docx\n\n Mẫu 02.docx "}


def paper(**values):
    known = {"template": None, "template_url": "", "template_files": "", "template_code": ""}
    return SimpleNamespace(**known | values)


@pytest.mark.parametrize(
    ("values", "source"),
    [
        ({}, FormSource.UNKNOWN),
        ({"template_code": "Mẫu số 01"}, FormSource.NAMED),
        ({"template_url": NATIONAL}, FormSource.UNKNOWN),
        ({"template_files": "Mẫu 01.docx"}, FormSource.UNKNOWN),
        (ELSEWHERE, FormSource.ELSEWHERE),
        ({**ELSEWHERE, "template_code": "Mẫu số 01"}, FormSource.ELSEWHERE),
        ({**ELSEWHERE, "template": object()}, FormSource.HERE),
    ],
)
def test_a_file_here_comes_before_one_elsewhere_before_a_name_in_the_law(values, source):
    form = paper_form(paper(**values))
    assert form.source is source
    assert bool(form) is (source is not FormSource.UNKNOWN)


def test_names_stand_one_a_line():
    assert paper_form(paper(**ELSEWHERE)).names == ("Phụ lục XXI.docx", "Mẫu 02.docx")


@pytest.mark.parametrize(
    ("url", "name"),
    [
        (NATIONAL, "Cổng Dịch vụ công quốc gia"),
        ("https://thutuc.dichvucong.gov.vn/x", "Cổng Dịch vụ công quốc gia"),
        ("https://khong-phai-dichvucong.gov.vn/x", "khong-phai-dichvucong.gov.vn"),
        ("https://moj.gov.vn/x", "moj.gov.vn"),
    ],
)
def test_a_website_is_called_by_its_name(url, name):
    assert website_name(url) == name


@pytest.mark.parametrize(
    ("sources", "stated", "found"),
    [
        ([], "", FormSource.UNKNOWN),
        ([FormSource.UNKNOWN], PartStatus.NOT_PRESCRIBED, FormSource.NONE_NEEDED),
        ([FormSource.NAMED, FormSource.UNKNOWN], "", FormSource.NAMED),
        ([FormSource.NAMED, FormSource.ELSEWHERE], "", FormSource.ELSEWHERE),
        ([FormSource.ELSEWHERE, FormSource.HERE], "", FormSource.HERE),
        ([], PartStatus.SEE_NOTE, FormSource.UNKNOWN),
    ],
)
def test_the_nearest_form_decides_what_the_page_promises(sources, stated, found):
    assert nearest(sources, stated) is found


@pytest.mark.parametrize("source", FormSource)
def test_no_title_of_level_two_promises_a_download_that_is_not_there(source):
    told = str(title_of(Level.TWO, source))
    assert ("để tải về" in told) is (source is FormSource.HERE)
    assert title_of(Level.THREE, source) == title_of(Level.THREE, FormSource.HERE)


@pytest.mark.django_db
@pytest.mark.parametrize(("form", "is_kept"), [({}, False), ({"template_code": "Mẫu số 01"}, True), (ELSEWHERE, True)])
def test_the_promise_of_level_two_is_kept_by_a_named_file_elsewhere_or_the_name_the_law_gives(form, is_kept):
    service = make_complete_service(documents=[{"name": "Đơn", **form}])
    lacking = {gap.part for gap in missing(facts_of(service, date(2026, 11, 29)).promised, Level.TWO)}
    assert (MissingPart.TEMPLATE not in lacking) is is_kept


@pytest.mark.django_db
@pytest.mark.parametrize("fields", [{"template_url": NATIONAL}, {"template_files": "Mẫu 01.docx"}])
def test_a_page_elsewhere_needs_the_names_of_its_files(fields):
    draft = ServiceDraft(documents=[RequiredDocument(name="Đơn", **fields)])
    assert [(problem.field, problem.column) for problem in problems(draft)] == [("documents", "template_url")]


@pytest.mark.django_db
def test_a_file_elsewhere_is_named_and_linked_and_never_offered_as_a_download(client):
    service = make_service(level=2, documents=[{"name": "Đơn", **ELSEWHERE, "template_code": "Mẫu số 02"}])
    answer = client.get(service.get_url())
    assert faults(answer.content) == []
    row = soup(answer.content).select_one("section[aria-labelledby=papers] tbody tr")
    for told in (
        "Tên tệp: Phụ lục XXI.docx",
        "Tên tệp: Mẫu 02.docx",
        "Tải trên Cổng Dịch vụ công quốc gia",
        "Mẫu số 02",
    ):
        assert told in words(str(row)), told
    link = row.select_one(f"a[href='{NATIONAL}']")
    assert link["rel"] == ["external"]
    assert not row.select("a[download], .govuk-button")
    assert "Có mẫu đơn, tờ khai ở trang khác" in words(answer.content)


@pytest.mark.django_db
def test_an_english_reader_is_led_to_the_same_file(client):
    service = make_service(level=2, documents=[{"name": "Đơn", **ELSEWHERE}])
    page = translate(service, {"Đơn": "Application"})
    text = words(client.get(page.get_url()).content)
    for told in ("File name: Phụ lục XXI.docx", "To download on the National Public Service Portal"):
        assert told in text, told


@pytest.mark.django_db
def test_where_the_source_is_silent_nobody_says_that_no_form_is_prescribed(client):
    text = words(client.get(make_service(level=2, documents=[{"name": "Đơn"}]).get_url()).content)
    assert "Nguồn không nêu mẫu đơn, tờ khai cho các giấy tờ này" in text
    assert "hỏi nơi tiếp nhận hồ sơ" in text
    assert "Không quy định" not in text
    assert "để tải về" not in text


@pytest.mark.django_db
def test_a_file_here_is_still_downloaded_here(client):
    service = make_service(level=2, documents=[{"name": "Đơn", "template": make_template("Đơn xin")}])
    page = client.get(service.get_url())
    assert soup(page.content).select_one("section[aria-labelledby=papers] a[download]").get_text() == "Đơn xin"
    assert "để tải về" in words(page.content)


@pytest.mark.django_db
def test_the_library_names_files_elsewhere_once_with_their_services(client):
    make_service("Cấp phép", documents=[{"name": "Đơn đề nghị", **ELSEWHERE}, {"name": "Đơn khác", **ELSEWHERE}])
    make_service("Nháp", live=False, documents=[{"name": "Đơn nháp", **ELSEWHERE | {"template_url": f"{NATIONAL}2"}}])
    answer = client.get("/bieu-mau/", {"q": "phu luc xxi"})
    assert faults(answer.content) == []
    [row] = soup(answer.content).select("tbody tr")
    for told in ("Đơn đề nghị", "Tên tệp: Phụ lục XXI.docx", "Tải trên Cổng Dịch vụ công quốc gia", "Cấp phép"):
        assert told in words(str(row)), told
    assert not row.select("a[download]")
    assert len(soup(client.get("/bieu-mau/").content).select("tbody tr")) == 2


@pytest.mark.django_db
def test_a_long_name_opens_in_full_beside_its_beginning(client):
    name = "Một trong những giấy tờ hợp pháp về đất đai; " * 100 + "hết"
    answer = client.get(make_service(documents=[{"name": name}]).get_url())
    assert faults(answer.content) == []
    cell = soup(answer.content).select_one("section[aria-labelledby=papers] tbody th")
    assert cell.details.p.get_text() == name
    cell.details.extract()
    assert len(words(str(cell))) < 250
