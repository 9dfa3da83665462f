"""Citing acts by key: rows first, amendments that hold, one query, nothing that breaks a page."""

import re
from datetime import date

import pytest
from django.core.checks import run_checks
from django.core.exceptions import ValidationError
from django.db import connection
from django.template import Context, Template
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from core.law import cite, with_laws
from core.law_records import records
from core.law_rows import ensure_laws
from core.models import LegalDocument, PortalSettings

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 30)


def test_an_act_is_cited_by_kind_number_and_article():
    ensure_laws()
    found = cite("nd-118-2025", "Điều 19.5", on=TODAY)
    assert found.text == "Nghị định 118/2025/NĐ-CP, Điều 19.5"
    assert found.url == "/van-ban/nd-118-2025/"
    assert found.full == (
        "Nghị định 118/2025/NĐ-CP, Điều 19.5, sửa đổi bởi Nghị định 367/2025/NĐ-CP và Nghị định 309/2026/NĐ-CP"
    )


def test_english_readers_get_english_words_and_the_english_address():
    ensure_laws()
    with translation.override("en"):
        found = cite("nd-118-2025", "điểm c khoản 2 Điều 11", on=TODAY)
        assert found.text == "Decree 118/2025/NĐ-CP, point c clause 2 Article 11"
        assert found.url == "/en/legal-documents/nd-118-2025/"


def test_what_ended_is_cited_with_the_day():
    ensure_laws()
    assert cite("nd-61-2018", on=TODAY).text == "Nghị định 61/2018/NĐ-CP (hết hiệu lực từ 1/7/2025)"
    assert cite("nd-61-2018", on=date(2025, 6, 30)).text == "Nghị định 61/2018/NĐ-CP"


def test_amendments_count_from_the_day_they_hold():
    ensure_laws()
    assert cite("nd-118-2025", on=date(2025, 8, 1)).amendments == ()
    assert cite("nd-118-2025", on=date(2026, 8, 4)).amendments == ("Nghị định 367/2025/NĐ-CP",)
    assert len(cite("nd-118-2025", on=date(2026, 8, 5)).amendments) == 2


def test_a_new_amendment_that_an_editor_enters_is_cited():
    ensure_laws()
    decree = LegalDocument.objects.create(number="1/2026/NĐ-CP", title="Sửa đổi", kind="decree", issuer="Chính phủ",
                                          issued_on=date(2026, 9, 1), in_force_from=date(2026, 10, 1))  # fmt: skip
    decree.amends.add(LegalDocument.objects.get(key="nd-118-2025"))
    assert cite("nd-118-2025", on=TODAY).amendments[-1] == "Nghị định 1/2026/NĐ-CP"
    LegalDocument.objects.filter(pk=decree.pk).update(number="", title="Luật sửa đổi năm 2026")
    assert cite("nd-118-2025", on=TODAY).amendments[-1] == "Luật sửa đổi năm 2026"


def test_one_query_reads_every_act(django_assert_num_queries):
    ensure_laws()
    with django_assert_num_queries(1):
        cite("nd-118-2025")


def test_a_page_that_cites_reads_the_acts_once(client):
    ensure_laws()
    with CaptureQueriesContext(connection) as queries:
        answer = client.get("/muc-do/")
    assert answer.content.decode().count("/van-ban/") > 1
    assert sum("core_legaldocument" in query["sql"] for query in queries) == 1


def test_the_next_page_shows_what_was_changed_meanwhile(client):
    ensure_laws()
    client.get("/muc-do/")
    LegalDocument.objects.filter(key="tt-26-2009").update(number="27/2009/TT-BTTTT")
    assert "27/2009/TT-BTTTT" in client.get("/muc-do/").content.decode()


def test_without_rows_the_software_still_knows_the_act_but_no_page_of_it():
    found = cite("nd-118-2025", "Điều 19.5", on=TODAY)
    assert found.text == "Nghị định 118/2025/NĐ-CP, Điều 19.5"
    assert len(found.amendments) == 2
    assert found.url == ""


def test_an_unknown_key_breaks_nothing():
    assert cite("nd-0-1900", on=TODAY).text == "nd-0-1900"
    assert Template("{% load law %}{% law 'nd-0-1900' %}").render(Context()) == "nd-0-1900"


def test_the_tag_links_to_the_row_and_says_what_ended():
    ensure_laws()
    shown = Template("{% load law %}{% law 'nd-42-2022' 'Điều 3' %} {% law_text 'tt-26-2009' %}").render(Context())
    link, text = shown.split("</a>")
    assert re.match(r'<a href="/van-ban/nd-42-2022/" title="[^"]+">Nghị định 42/2022/NĐ-CP, Điều 3$', link)
    assert text == " (hết hiệu lực từ 1/7/2026) Thông tư 26/2009/TT-BTTTT (hết hiệu lực từ 1/6/2018)"


def test_rows_are_made_once_and_what_an_editor_changed_stays():
    ensure_laws()
    assert LegalDocument.objects.exclude(key="").count() == len(records())
    LegalDocument.objects.filter(key="nd-118-2025").update(title="Đổi", in_force_to=date(2027, 1, 1))
    LegalDocument.objects.get(key="nd-118-2025").replaces.clear()
    ensure_laws()
    changed = LegalDocument.objects.get(key="nd-118-2025")
    assert (changed.title, changed.in_force_to, changed.replaces.count()) == ("Đổi", date(2027, 1, 1), 0)
    assert LegalDocument.objects.exclude(key="").count() == len(records())


def test_a_row_that_stands_there_already_gets_its_key_and_what_was_blank():
    LegalDocument.objects.create(number="118/2025/NĐ-CP", title="Tên của biên tập viên", issuer="Chính phủ")
    ensure_laws()
    row = LegalDocument.objects.get(number="118/2025/NĐ-CP")
    assert (row.key, row.title, row.in_force_from) == ("nd-118-2025", "Tên của biên tập viên", date(2025, 7, 1))


def test_the_file_names_only_acts_it_has():
    for record in records().values():
        for name, keys in record.relations.items():
            assert set(keys) <= set(records()), (record.key, name)


def test_an_unknown_key_in_a_template_is_told_before_anybody_meets_the_page(tmp_path, settings):
    assert [error for error in run_checks() if error.id == "core.E002"] == []
    page = tmp_path / "page.html"
    page.write_text("{% law 'nd-118-2025' %}{% law_text \"nd-0-1900\" 'Điều 1' as act %}", encoding="utf-8")
    settings.TEMPLATES = [{**settings.TEMPLATES[0], "DIRS": [tmp_path]}]
    (error,) = [error for error in run_checks() if error.id == "core.E002"]
    assert str(page) in error.msg
    assert "'nd-0-1900'" in error.msg


def test_a_plain_text_gets_the_names_of_its_acts():
    ensure_laws()
    text = "Trung tâm ({law nd-118-2025 Điều 14.2}; trừ {không phải khóa}; {law nd-61-2018})"
    assert with_laws(text) == (
        "Trung tâm (Nghị định 118/2025/NĐ-CP, Điều 14.2; trừ {không phải khóa};"
        " Nghị định 61/2018/NĐ-CP (hết hiệu lực từ 1/7/2025))"
    )


def test_a_plain_text_without_acts_asks_nothing(django_assert_num_queries):
    with django_assert_num_queries(0):
        assert with_laws("Trung tâm") == "Trung tâm"


def test_an_editor_is_told_of_a_key_that_no_act_has():
    settings = PortalSettings(reception_rule="Trung tâm ({law nd-118-2025}, {law nd-118-2052 Điều 1})")
    with pytest.raises(ValidationError) as refused:
        settings.full_clean()
    assert refused.value.message_dict == {"reception_rule": ["Không văn bản nào có mã nd-118-2052."]}
