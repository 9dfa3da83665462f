"""What is asked is counted by day, without persons; counting never fails a search and does not hold it up."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, connections, transaction
from django.utils import timezone

from search import query_log
from search.models import SearchQuery
from search.popular import popular
from search.query_log import forget_old_queries, log_query, log_usefulness, may_be_kept
from tests.builders import make_service, trunk
from tests.builders_lexicon import make_entry, make_query

OWN = {"origin": "http://testserver"}


@pytest.fixture(autouse=True)
def _nothing_is_remembered(request):
    from django.core.cache import cache  # noqa: PLC0415 (a table in the database of tests that have one)

    if request.node.get_closest_marker("django_db"):
        cache.clear()


@pytest.mark.parametrize(
    ("folded", "kept"),
    [
        ("giay phep xay dung", True),
        ("nghi dinh 63", True),
        ("cccd 038095001234", False),
        ("0912 345 678", False),
        ("sinh 01 02 1990", False),
        ("1 004222", False),
        ("", False),
        ("x" * 101, False),
    ],
)
def test_long_numbers_and_whole_sentences_are_not_counted(folded, kept):
    assert may_be_kept(folded) is kept


@pytest.mark.django_db
def test_a_question_is_one_row_a_day_and_the_last_number_of_answers():
    log_query("so do", "vi", 3)
    log_query("so do", "vi", 0)
    log_query("so do", "en", 1)
    log_usefulness("so do", "vi", useful=False)
    log_query("038095001234", "vi", 0)
    rows = SearchQuery.objects.order_by("-language").values_list("folded", "language", "count", "hits", "not_useful")
    assert list(rows) == [("so do", "vi", 2, 0, 1), ("so do", "en", 1, 1, 0)]


@pytest.mark.django_db
def test_a_database_that_refuses_costs_the_count_and_not_the_search(monkeypatch):
    def refuse(*_arguments):
        raise DatabaseError("database is locked")

    monkeypatch.setattr(query_log, "_ask_impatiently", refuse)
    log_query("so do", "vi", 3)
    assert not SearchQuery.objects.exists()


@pytest.mark.django_db
@pytest.mark.skipif(connection.vendor != "postgresql", reason="a database in memory is locked by no other connection")
def test_a_table_that_somebody_else_holds_is_not_waited_for():
    other = connections.create_connection("default")
    try:
        with other.cursor() as cursor:
            cursor.execute("BEGIN; LOCK TABLE search_searchquery IN EXCLUSIVE MODE")
        before = transaction.savepoint()
        log_query("so do", "vi", 5)
        transaction.savepoint_rollback(before)  # of the test alone: a request has no transaction that could break
    finally:
        other.close()
    log_query("so do", "vi", 5)
    assert SearchQuery.objects.get().count == 1


@pytest.mark.django_db
@pytest.mark.skipif(connection.vendor != "sqlite", reason="the other database forgets it with the transaction")
def test_waiting_is_usual_again_after_counting():
    def patience() -> int:
        return connection.connection.execute("PRAGMA busy_timeout").fetchone()[0]

    usual = patience()
    log_query("so do", "vi", 3)
    assert patience() == usual > query_log.WAIT


@pytest.mark.django_db
def test_nonsense_by_the_thousand_makes_no_more_rows(monkeypatch):
    monkeypatch.setattr(query_log, "MOST_A_DAY", 1)
    for words in ("mot", "hai", "mot"):
        log_query(words, "vi", 0)
    assert list(SearchQuery.objects.values_list("folded", "count")) == [("mot", 2)]


@pytest.mark.django_db
def test_counts_are_forgotten_those_of_a_single_time_early():
    for folded, count, days in [("mot lan", 1, 31), ("moi", 1, 30), ("nhieu", 2, 365), ("cu", 9, 366)]:
        make_query(folded, count, days_ago=days)
    forget_old_queries()
    assert set(SearchQuery.objects.values_list("folded", flat=True)) == {"moi", "nhieu"}


@pytest.mark.django_db
def test_popular_is_what_many_ask_on_several_days_in_words_that_editors_wrote():
    make_entry("sổ đỏ\nbhyt 5 năm", "quyền sử dụng đất")
    for folded, count, hits in [
        ("so do", 4, 3), ("quyen su dung dat", 9, 3), ("nguyen van a", 9, 3), ("bhyt 5 nam", 9, 3), ("dat", 9, 0),
    ]:  # fmt: skip
        make_query(folded, count, hits=hits)
        make_query(folded, count, hits=hits, days_ago=1)
    make_query("so do", 99, hits=1, language="en")
    assert popular("vi") == ("quyền sử dụng đất", "sổ đỏ")
    assert popular("en") == ()


@pytest.mark.django_db
def test_the_search_page_counts_offers_what_many_ask_and_asks_whether_it_was_useful(client):
    make_service("Cấp giấy phép xây dựng")
    make_entry("giấy phép xây dựng", "giấy phép xây dựng")
    client.get("/tim-kiem/", {"q": "Giấy phép XÂY DỰNG"})
    client.get("/tim-kiem/", {"q": "giay phep xay dung"})
    row = SearchQuery.objects.get()
    assert (row.folded, row.count, row.hits) == ("giay phep xay dung", 2, 1)
    row.count, row.day = 9, timezone.localdate() - timedelta(days=1)
    row.save()
    client.get("/tim-kiem/", {"q": "giấy phép xây dựng"})
    page = client.get("/tim-kiem/").content.decode()
    assert "?q=gi%E1%BA%A5y+ph%C3%A9p+x%C3%A2y+d%E1%BB%B1ng" in page


@pytest.mark.django_db
def test_an_answer_to_the_question_of_use_comes_from_our_own_page_and_leads_to_thanks(client):
    trunk()
    useful = "/tim-kiem/huu-ich/"
    assert f'action="{useful}"' in client.get("/tim-kiem/?q=s%E1%BB%95").content.decode()
    assert client.post(useful, {"q": "sổ đỏ", "useful": "yes"}).status_code == 403
    answer = client.post(useful, {"q": "Sổ đỏ", "useful": "yes"}, headers=OWN)
    assert (answer.status_code, client.get(answer.url).status_code) == (303, 200)
    assert client.cookies == {}
    client.post(useful, {"q": "sổ đỏ", "useful": "maybe"}, headers=OWN)
    assert SearchQuery.objects.get(folded="so do").useful == 1
    for _time in range(10):
        last = client.post(useful, {"q": "sổ đỏ", "useful": "no"}, headers=OWN)
    assert last.status_code == 429
    assert client.get(useful).url == "/tim-kiem/"
