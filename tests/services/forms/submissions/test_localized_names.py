"""Names of service and agency as their published pages say them in the reader's language."""

import pytest

from services.forms.submissions.localized_names import LocalizedName, LocalizedNames, agency_name, service_title
from tests.builders import make_department, translate
from tests.builders_submissions import make_open_service, make_submission

pytestmark = [pytest.mark.django_db, pytest.mark.once]  # words and looks; no question of its own

WORDS = {"Cấp giấy phép xây dựng": "Building permit", "Sở Xây dựng": "Department of Construction"}


def filed(*, live=True, language="en"):
    department = make_department("Sở Xây dựng", unit_code="H56.17")
    service = make_open_service(department=department)
    for page in (department, service):
        translate(page, WORDS | {page.slug: f"{page.slug}-en"}, live=live)
    return make_submission(service=service, language=language)


def test_names_are_those_of_the_published_english_pages():
    submission = filed()
    assert service_title(submission, "en") == LocalizedName("Building permit")
    assert agency_name(submission, "en") == LocalizedName("Department of Construction")
    assert str(service_title(submission, "en")) == "Building permit"


def test_names_nobody_published_in_english_stay_vietnamese_and_are_marked():
    submission = filed(live=False)
    assert service_title(submission, "en") == LocalizedName("Cấp giấy phép xây dựng", "vi")
    assert agency_name(submission, "en") == LocalizedName("Sở Xây dựng", "vi")


def test_a_vietnamese_reader_reads_what_the_dossier_keeps_without_a_query(django_assert_num_queries):
    submission = filed(language="vi")
    with django_assert_num_queries(0):
        assert service_title(submission, "vi") == LocalizedName("Cấp giấy phép xây dựng")
        assert agency_name(submission, "vi") == LocalizedName("Sở Xây dựng")


def test_the_names_of_a_whole_list_take_one_query(django_assert_num_queries):
    first = filed()
    second = make_submission(service=make_open_service("Cấp lại giấy phép"), language="en")
    with django_assert_num_queries(1):
        names = LocalizedNames([first, second], "en")
        assert [str(names.service(row)) for row in (first, second)] == ["Building permit", "Cấp lại giấy phép"]


def test_an_agency_without_a_page_keeps_its_name():
    submission = filed()
    submission.agency_key = None
    assert agency_name(submission, "en") == LocalizedName("Sở Xây dựng", "vi")
