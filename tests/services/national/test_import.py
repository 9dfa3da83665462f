"""`manage.py import_procedures`: every record handled, nothing twice, nothing of the editors' overwritten."""

import json

import pytest
from django.core.management import CommandError, call_command
from wagtail.models import Page

from accounts.models import User
from core.publishing import PublicationRefused
from departments.models import DepartmentPage
from services.models import KeptDifference, NationalRecord, ServicePage
from services.national.deciding import open_differences
from services.national.page_facts import draft_of
from services.national.shelf import SHELF
from tests.builders import make_department, make_service
from tests.services.national.made_up import FILE, made_up, written

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def offices():
    return {title: make_department(title, kind=kind) for title, kind in OFFICES.items()}


OFFICES = {"Sở Tư pháp": "so", "Sở Y tế": "so", "Ủy ban nhân dân cấp xã": "ubnd_xa"}


@pytest.fixture
def imported(capsys, tmp_path):
    """Import a file, or such records; the lines that were printed."""

    def run(*records, **options):
        path = written(tmp_path, *records) if records else FILE
        call_command("import_procedures", str(path), verbosity=0, **options)
        return capsys.readouterr().out.splitlines()

    return run


def service(code):
    return ServicePage.objects.get(procedure_code=code, alias_of=None)


def with_days(code, days):
    record = made_up(code)
    record["executionMethods"][1]["processingTime"] = days
    return record


def test_every_record_has_one_outcome_and_a_second_run_changes_nothing(imported):
    lines = imported(publish=True)
    assert lines[-1] == "created 10, updated 0, unchanged 0, refused 5"
    assert NationalRecord.objects.count() == 12  # those without a name and the two broken lines are none
    public = set(ServicePage.objects.live().values_list("procedure_code", flat=True))
    assert public == {f"9.{number:06d}" for number in (1, 2, 3, 7, 9, 12)}
    versions = Page.objects.count(), service("9.000001").latest_revision_id
    assert imported(publish=True)[-1] == "created 0, updated 0, unchanged 10, refused 5"
    assert (Page.objects.count(), service("9.000001").latest_revision_id) == versions
    assert not ServicePage.objects.exclude(alias_of=None).exists()
    assert service("9.000001") in list(ServicePage.objects.live().search("xac nhan giay to thu"))


@pytest.mark.once
def test_every_refusal_and_every_draft_has_a_reason(imported):
    told = [json.loads(line) for line in imported(publish=True, json=True)[:-1]]
    assert len(told) == 15
    assert all(one["reason"] for one in told if one["outcome"] == "refused" or not one["published"])
    assert "tỉnh" in next(one["reason"] for one in told if one["code"] == "9.000006")


@pytest.mark.once
def test_pages_hang_below_who_handles_them_with_the_level_they_earn(imported, offices):
    imported(publish=True)
    parents = {code: service(code).get_parent().specific for code in ("9.000001", "9.000002", "9.000003", "9.000012")}
    assert parents["9.000001"] == offices["Sở Tư pháp"]
    assert parents["9.000002"] == offices["Sở Y tế"]
    assert parents["9.000003"] == offices["Ủy ban nhân dân cấp xã"]
    assert parents["9.000012"].translation_key == SHELF
    assert not DepartmentPage.objects.get(translation_key=SHELF).live
    assert {code: service(code).level for code in parents} == {
        "9.000001": 3,
        "9.000002": 3,
        "9.000003": 2,
        "9.000012": None,
    }


def test_a_service_on_the_shelf_is_read_like_any_other(imported, client):
    imported(publish=True)
    answer = client.get(service("9.000012").url)
    assert answer.status_code == 200
    assert "Chưa phân đơn vị" not in answer.content.decode()


@pytest.mark.once
def test_an_internal_procedure_is_published_by_nobody(imported):
    imported(made_up("9.000004"))
    with pytest.raises(PublicationRefused):
        service("9.000004").latest_revision.publish()


@pytest.mark.once
def test_what_is_the_same_on_every_channel_stands_in_one_row(imported):
    imported(publish=True)
    assert [(row.channel, row.value) for row in service("9.000001").durations.all()] == [("", 5)]
    assert [(row.channel, row.amount) for row in service("9.000001").fees.all()] == [("", 50_000)]


def test_a_changed_record_changes_exactly_that_and_is_published(imported):
    imported(made_up("9.000001"), publish=True)
    (line, total) = imported(with_days("9.000001", 3), publish=True, json=True)
    assert total == "created 0, updated 1, unchanged 0, refused 0"
    told = json.loads(line)
    assert told["published"]
    assert len(told["changed"]) == 1
    assert "3 ngày làm việc" in told["changed"][0]
    limits = {row.channel: row.value for row in service("9.000001").durations.all()}
    assert limits == {"in_person": 5, "online": 3, "post": 5}


def test_a_record_whose_code_is_none_is_kept_without_a_page(imported):
    assert imported(made_up("9.000001") | {"code": "9.000001739"})[-1] == "created 0, updated 0, unchanged 0, refused 1"
    assert NationalRecord.objects.get().is_ours
    assert not ServicePage.objects.exists()


def test_a_page_the_gate_refused_is_published_once_the_record_is_mended(imported):
    record = made_up("9.000008")
    imported(record, publish=True)
    assert not service("9.000008").live
    record["executionMethods"] = record["executionMethods"][:1]
    assert imported(record, publish=True)[-1] == "created 0, updated 1, unchanged 0, refused 0"
    assert service("9.000008").live


@pytest.mark.once
def test_without_publish_the_change_waits_as_a_draft(imported):
    imported(made_up("9.000001"), publish=True)
    imported(with_days("9.000001", 3))
    page = service("9.000001")
    assert [row.value for row in page.durations.all()] == [5]
    assert page.has_unpublished_changes
    assert imported(with_days("9.000001", 3))[-1] == "created 0, updated 0, unchanged 1, refused 0"


@pytest.mark.once
def test_what_an_earlier_run_left_a_draft_is_published_later_unless_somebody_touched_it(imported):
    imported(made_up("9.000001"), made_up("9.000002"))
    service("9.000002").save_revision(user=User.objects.create_user("bien-tap@example.vn"))
    assert imported(publish=True)[-1].startswith("created 8, updated 1, unchanged 1")
    assert service("9.000001").live
    assert not service("9.000002").live


def test_a_page_of_the_editors_is_met_by_its_code_and_nothing_of_it_is_overwritten(imported):
    page = make_service("Xác nhận giấy tờ", procedure_code="9.000001", durations=[{"value": 9, "unit": "working_day"}])
    before = page.latest_revision_id
    (line, total) = imported(made_up("9.000001"), publish=True, json=True)
    assert total == "created 0, updated 1, unchanged 0, refused 0"
    assert any("9 ngày làm việc" in one for one in json.loads(line)["to_decide"])
    assert service("9.000001").latest_revision_id == before
    assert imported(made_up("9.000001"), publish=True)[-1].startswith("created 0, updated 0, unchanged 1")


def test_a_change_of_what_editors_made_their_own_is_theirs_to_decide(imported):
    imported(made_up("9.000001"), publish=True)
    draft = draft_of(service("9.000001"))
    draft.durations.all()[0].value = 4
    draft.save_revision().publish()
    (line, _total) = imported(with_days("9.000001", 3), publish=True, json=True)
    assert not json.loads(line)["changed"]
    assert len(json.loads(line)["to_decide"]) == 3  # the page says 4 on every channel
    assert [row.value for row in service("9.000001").durations.all()] == [4]


@pytest.mark.once
def test_what_editors_kept_is_not_told_again(imported):
    page = make_service("Xác nhận giấy tờ", procedure_code="9.000002")
    imported(made_up("9.000002"))
    record = NationalRecord.objects.get(code="9.000002")
    KeptDifference.objects.bulk_create(
        KeptDifference(page=page, place=one.place, digest=one.digest) for one in open_differences(page, record)
    )
    assert open_differences(page, record) == []


def test_a_dry_run_tells_the_same_and_leaves_nothing(imported):
    pages = Page.objects.count()
    assert imported(publish=True, dry_run=True)[-1] == "created 10, updated 0, unchanged 0, refused 5"
    assert (Page.objects.count(), NationalRecord.objects.count()) == (pages, 0)


@pytest.mark.once
def test_one_department_alone(imported, offices):
    lines = imported(department=offices["Sở Y tế"].slug)
    assert lines[-1].startswith("created 1,")
    with pytest.raises(CommandError):
        imported(department="khong-co")


@pytest.mark.once
def test_a_record_that_breaks_stops_nothing(imported, monkeypatch):
    monkeypatch.setattr(
        "services.national.making.earned", lambda facts: 1 / 0 if facts.official_name[-1] == "ử" else None
    )
    lines = imported(made_up("9.000001"), made_up("9.000002"))
    assert lines[-1] == "created 1, updated 0, unchanged 0, refused 1"
    assert any("ZeroDivisionError" in line for line in lines)
    assert NationalRecord.objects.count() == 1
